import type { Catalogue } from '@problemshift/catalogue'
import type { Reason } from '../../decide/reasons.ts'
import type { Asked, Belonging } from '../../detect/api-scope.ts'
import { functionOf, inner, isAccess, keyOf } from '../../detect/syntax.ts'
import type { Tracer } from '../../detect/tracer.ts'
import { mustStay } from '../../plan/must-stay.ts'
import { type PlannedSite, stepOf } from '../../plan/plan.ts'
import { doesMore } from '../../plan/text-source.ts'
import { ts } from '../../source/compiler.ts'
import type { Unit } from '../../source/project.ts'
import { siteAt, wayOf } from '../rule-site.ts'
import { codeAtHand } from './code-at-hand.ts'
import { decideStatus, type StatusDecision } from './decide-status.ts'
import { isOfServer } from './of-server.ts'
import { printStatus } from './print-status.ts'
import { type StatusFlow, statusFlow } from './status-flow.ts'
import type { StatusMove } from './status-moves.ts'
import { conditionRound, type StatusTest, spelling } from './status-test.ts'

export interface StatusScope {
  readonly catalogue: Catalogue
  readonly moves: readonly StatusMove[]
  readonly belonging: (asked: Asked) => Belonging
}

/** What becomes of each test of a status in a file. */
export function planStatusTests(
  t: Tracer,
  unit: Unit,
  tests: readonly StatusTest[],
  scope: StatusScope,
): readonly PlannedSite[] {
  return tests.flatMap(test => {
    t.restart()
    const site = safely(t, unit, test, tests, scope)
    return site === null ? [] : [site]
  })
}

// One test that we fail on must not cost the others.
function safely(
  t: Tracer,
  unit: Unit,
  test: StatusTest,
  all: readonly StatusTest[],
  scope: StatusScope,
): PlannedSite | null {
  try {
    return planTest(t, unit, test, all, scope)
  } catch {
    return { ...siteAt(unit, test.first, 'status', null), outcome: 'fail', reason: 'internal-fault' }
  }
}

function planTest(
  t: Tracer,
  unit: Unit,
  test: StatusTest,
  all: readonly StatusTest[],
  { moves, belonging }: StatusScope,
): PlannedSite | null {
  const named = codesNamed(t, test)
  const decision = decideStatus(moves, { holds: meantBy(test), named, taken: takenBeside(test, all) })
  // Following a value costs: only what may be told of is followed.
  if (decision.outcome === 'same' && !asksForOneSuccess(test)) return null
  if (test.shape.kind === 'assertion' && !movesWhole(test, moves)) return null
  const flow = statusFlow(t, test.subject)
  const [reaching] = flow.statuses
  const lost = flow.unknown[0]
  if (!isTold(t, test, flow, decision)) return null
  const apis = new Set(flow.statuses.map(({ status, trail }) => belonging({ ...status, trail })))
  if (apis.has('other')) return null
  const shown = unit.source.text.slice(test.first.getStart(), test.last.end)
  const client = reaching?.status.client.name ?? null
  const base = { ...siteAt(unit, test.first, 'status', client), before: shown, origin: wayOf(t, reaching ?? lost) }
  const keep = (reason: Reason, codes: readonly string[] = []): PlannedSite => ({ ...base, reason, codes })
  const untouched = mustStay(t, unit, test.first)
  if (untouched !== null) return untouched === 'generated-file' && reaching === undefined ? null : keep(untouched)
  if (decision.outcome === 'same') return flow.unknown.length > 0 ? null : keep('success-status')
  if (apis.has('unknown')) return keep('api-unknown')
  if (lost !== undefined) {
    return { ...keep('origin-unknown'), origin: [...wayOf(t, lost), stepOf(t, lost.at, lost.cause)] }
  }
  const stays = whyItStays(flow, decision)
  if (stays !== null) return keep(stays)
  return decision.outcome === 'change' ? rewrite(t, base, test, decision) : keep('status-shared')
}

/** Whether what reaches a test is to be told of. */
function isTold(
  t: Tracer,
  test: StatusTest,
  { statuses, unknown, others }: StatusFlow,
  decision: StatusDecision,
): boolean {
  // What a body repeats is told of apart.
  if (others.some(({ value }) => value.kind === 'body')) return false
  if (statuses.length > 0) return true
  // Tests assert what servers answer, too: where nothing shows that a request was sent, it is one of those.
  if (test.shape.kind === 'assertion' || unknown.length === 0) return false
  return decision.outcome !== 'same' && isCalledStatus(test) && !isOfServer(t, test.subject)
}

// What says which statuses are not meant is decided by those: `status !== 400`.
export function meantBy({ shape, holds }: StatusTest): (status: number) => boolean {
  return shape.kind === 'condition' && shape.negated ? status => !holds(status) : holds
}

function whyItStays({ others }: StatusFlow, decision: StatusDecision): Reason | null {
  if (decision.outcome === 'keep') return decision.reason
  return others.length > 0 ? 'client-status' : null
}

function rewrite(
  t: Tracer,
  base: PlannedSite,
  test: StatusTest,
  decision: Extract<StatusDecision, { outcome: 'change' }>,
): PlannedSite {
  // Written twice, a call would be made twice.
  if (test.shape.kind === 'condition' && doesMore(test.subject)) return { ...base, reason: 'flow-not-rewritable' }
  const codes = [...new Set(decision.moved.map(({ code }) => code))]
  const code = decision.codes.length + decision.without.length > 0 ? codeAtHand(t, test.subject) : null
  const splice = printStatus(base.file, test, decision, code)
  if (splice === null) return { ...base, reason: isOfOthers(test) ? 'table-used-elsewhere' : 'status-shared' }
  return { ...base, outcome: 'rewrite', reason: null, codes, after: splice.text, splices: [splice] }
}

// A list or a table that other places look into would change for them as well.
function isOfOthers({ shape }: StatusTest): boolean {
  return (shape.kind === 'list' && shape.list === null) || (shape.kind === 'table' && shape.entry === null)
}

// Without `api` a wrapper may bring its status from anywhere: what is called a status is told of, the rest is not.
function isCalledStatus({ subject }: StatusTest): boolean {
  const node = inner(subject)
  const name = isAccess(node) ? keyOf(node) : ts.isIdentifier(node) ? node.text : null
  return name !== null && /^(?:http)?status(?:code)?$/i.test(name)
}

/** What asks for one status of success, and takes any other for a failure; whoever asks for 204 expects it. */
function asksForOneSuccess({ asks, shape }: StatusTest): boolean {
  const successes = asks.filter(status => status >= 200 && status < 300)
  return shape.kind !== 'assertion' && successes.length === 1 && successes[0] !== 204
}

// An assertion is about one error: it moves when all errors that it may be about move to the same status.
function movesWhole({ holds }: StatusTest, moves: readonly StatusMove[]): boolean {
  return new Set(moves.filter(({ from }) => from >= 400 && holds(from)).map(({ to }) => to)).size === 1
}

/** The statuses that other tests of the same function ask for. */
export function takenBeside(test: StatusTest, all: readonly StatusTest[]): ReadonlySet<number> {
  const own = functionOf(test.subject)
  const beside = all.filter(
    other => other !== test && functionOf(other.subject) === own && spelling(other.subject) === spelling(test.subject),
  )
  const labels = test.shape.kind === 'labels' || test.shape.kind === 'table' ? test.shape.all : []
  const taken = new Set([...labels, ...beside.flatMap(other => other.asks)])
  for (const status of test.asks) taken.delete(status)
  return taken
}

/** The codes that the condition round a test asks for already. */
export function codesNamed(t: Tracer, test: StatusTest): ReadonlySet<string> {
  const named = new Set<string>()
  if (test.shape.kind !== 'condition') return named
  const visit = (node: ts.Node): void => {
    if (ts.isBinaryExpression(node) && /^[!=]==?$/.test(node.operatorToken.getText())) {
      const read = inner(node.left)
      const text = inner(node.right)
      if (isAccess(read) && keyOf(read) === t.codeMember && ts.isStringLiteralLike(text)) named.add(text.text)
    }
    ts.forEachChild(node, visit)
  }
  visit(conditionRound(test.first))
  return named
}
