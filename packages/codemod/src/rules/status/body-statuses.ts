import { type Catalogue, clientReads, dialectsOf, factsAt } from '@problemshift/catalogue'
import type { Reason } from '../../decide/reasons.ts'
import { inner } from '../../detect/syntax.ts'
import type { Tracer } from '../../detect/tracer.ts'
import type { Flow, Reaching, Value } from '../../detect/values.ts'
import { mustStay } from '../../plan/must-stay.ts'
import type { PlannedSite } from '../../plan/plan.ts'
import { doesMore } from '../../plan/text-source.ts'
import type { Splice } from '../../plan/splice.ts'
import { ts } from '../../source/compiler.ts'
import type { Unit } from '../../source/project.ts'
import { isKnownFailure, mixesSuccess } from '../read/known-failure.ts'
import { siteAt, wayOf } from '../rule-site.ts'
import { decideStatus, type StatusDecision } from './decide-status.ts'
import { codesNamed, meantBy, type StatusScope, takenBeside } from './plan-status.ts'
import { printStatus } from './print-status.ts'
import type { StatusTest } from './status-test.ts'

type BodyStatus = Reaching & { readonly value: Extract<Value, { kind: 'body' }> }

/** Where RFC 9457 has the status of a problem. */
const MEMBER = 'status'

/** Tests of the status that a v1 body repeats, `body.statusCode`: a problem has it at its own place. */
export function bodyStatuses(
  t: Tracer,
  unit: Unit,
  tests: readonly StatusTest[],
  scope: StatusScope,
): readonly PlannedSite[] {
  const dialects = dialectsOf(scope.catalogue)
  const names = new Set(
    dialects.flatMap(dialect =>
      clientReads(dialect).flatMap(({ fact, path }) => (fact === 'status' ? path.slice(-1) : [])),
    ),
  )
  return tests.flatMap(test => {
    const subject = inner(test.subject)
    if (!ts.isPropertyAccessExpression(subject) || !names.has(subject.name.text)) return []
    t.restart()
    const site = planBodyStatus(t, unit, test, subject, tests, scope)
    return site === null ? [] : [site]
  })
}

function planBodyStatus(
  t: Tracer,
  unit: Unit,
  test: StatusTest,
  subject: ts.PropertyAccessExpression,
  all: readonly StatusTest[],
  { catalogue, moves, belonging }: StatusScope,
): PlannedSite | null {
  const flow = t.evaluate(subject, null)
  const bodies = statusesOf(flow, catalogue)
  const [first] = bodies
  if (first === undefined) return null
  const decision = decideStatus(moves, {
    holds: meantBy(test),
    named: codesNamed(t, test),
    taken: takenBeside(test, all),
  })
  const isThere = subject.name.text === MEMBER && first.value.path.length === 1
  if (decision.outcome === 'same' && isThere) return null
  const apis = bodies.map(({ value, trail }) => belonging({ client: value.client, request: value.request, trail }))
  if (apis.includes('other')) return null
  const before = unit.source.text.slice(test.first.getStart(), test.last.end)
  const base = { ...siteAt(unit, test.first, 'status', first.value.client.name), before, origin: wayOf(t, first) }
  const reason =
    mustStay(t, unit, test.first) ??
    (apis.includes('unknown') ? 'api-unknown' : whyItStays(t, test, flow, bodies, decision))
  if (reason !== null) return { ...base, reason }
  const splices = moved(base.file, test, subject, decision, `${subject.expression.getText()}?.${t.codeMember}`)
  if (splices === null) return { ...base, reason: 'status-shared' }
  const codes = decision.outcome === 'change' ? [...new Set(decision.moved.map(({ code }) => code))] : []
  return { ...base, outcome: 'rewrite', reason: null, codes, after: splices.at(-1)?.text ?? null, splices }
}

function statusesOf(flow: Flow, catalogue: Catalogue): readonly BodyStatus[] {
  return flow.filter((one): one is BodyStatus => {
    const { value } = one
    if (value.kind !== 'body' || value.success) return false
    return dialectsOf(catalogue).some(dialect => factsAt(dialect, value.path).includes('status'))
  })
}

function whyItStays(
  t: Tracer,
  test: StatusTest,
  flow: readonly Reaching[],
  bodies: readonly BodyStatus[],
  decision: StatusDecision,
): Reason | null {
  if (flow.some(({ value }) => value.kind === 'unknown')) return 'origin-unknown'
  if (bodies.some(({ value }) => value.lost === true)) return 'client-breaks'
  const isMixed = bodies.some(one => mixesSuccess(one.value) && !isKnownFailure(t, test.first, one, one.value.request))
  if (isMixed) return 'success-body'
  if (flow.some(({ value }) => value.kind === 'body' && value.success)) return 'success-body'
  const others = flow.filter(one => one.value.kind !== 'absent' && one.value.kind !== 'text')
  if (others.length > bodies.length) return 'client-status'
  if (bodies.some(({ value }) => value.path.length !== 1) || doesMore(test.subject)) return 'flow-not-rewritable'
  return decision.outcome === 'keep' ? decision.reason : null
}

function moved(
  file: string,
  test: StatusTest,
  { name }: ts.PropertyAccessExpression,
  decision: StatusDecision,
  code: string,
): readonly Splice[] | null {
  const printed = decision.outcome === 'change' ? printStatus(file, test, decision, code) : undefined
  if (printed === null) return null
  const { first, last, shape } = test
  if (shape.kind !== 'condition') {
    const renamed = { file, start: name.getStart(), end: name.end, text: MEMBER }
    return printed === undefined ? [renamed] : [renamed, printed]
  }
  const start = first.getStart()
  const text = printed?.text ?? first.getSourceFile().text.slice(start, last.end)
  return [{ file, start, end: last.end, text: text.replaceAll(`.${name.text}`, `.${MEMBER}`) }]
}
