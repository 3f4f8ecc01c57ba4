import type { Catalogue, PathSegment } from '@problemshift/catalogue'
import type { Reason } from '../../decide/reasons.ts'
import { isAfterSuccess } from '../../detect/narrow.ts'
import { functionOf, inner, isAccess, keyOf, outer } from '../../detect/syntax.ts'
import type { Tracer } from '../../detect/tracer.ts'
import type { Reaching, Value } from '../../detect/values.ts'
import { mustStay } from '../../plan/must-stay.ts'
import { type PlannedSite, textAfter } from '../../plan/plan.ts'
import { needsParentheses } from '../../plan/precedence.ts'
import type { Splice } from '../../plan/splice.ts'
import { ts } from '../../source/compiler.ts'
import type { Unit } from '../../source/project.ts'
import { isMovedAlready } from '../read/join-reads.ts'
import { isKnownFailure, mixesSuccess } from '../read/known-failure.ts'
import { besidesText, readFact } from '../read/v2-place.ts'
import { siteAt, wayOf } from '../rule-site.ts'
import type { StatusScope } from './plan-status.ts'
import { conditionRound } from './status-test.ts'
import { mayTell, type Tell, tellingNames, tellsAll } from './tells-of-errors.ts'

/** Where a client asks the body of a success whether it is an error after all: `if (data.error)`. */
export function hiddenErrors(t: Tracer, unit: Unit, scope: StatusScope): readonly PlannedSite[] {
  if (scope.moves.every(({ from }) => from >= 400)) return []
  const names = tellingNames(scope.catalogue)
  const sites: PlannedSite[] = []
  const visit = (node: ts.Node): void => {
    const question = ts.isExpression(node) ? questionAt(node, names) : null
    if (question !== null) {
      t.restart()
      const site = planQuestion(t, unit, question, scope)
      if (site !== null) sites.push(site)
    }
    if (question === null) ts.forEachChild(node, visit)
  }
  visit(unit.tree)
  return sites
}

interface Question {
  readonly node: ts.Expression
  readonly read: ts.Expression
  /** What the member is where the condition holds. */
  readonly tell: Tell
}

/** `data.error`, `!data.success`, `data.success === false`, where a branch hangs on it. */
function questionAt(node: ts.Expression, names: ReadonlySet<string>): Question | null {
  const asked = memberAsked(node)
  if (asked === null || !names.has(nameOf(asked.read) ?? '')) return null
  const round = conditionRound(node)
  const { parent } = ts.isExpression(round) ? outer(round) : round
  if (parent === undefined) return null
  const decides =
    (ts.isIfStatement(parent) && parent.expression === outer(round as ts.Expression)) ||
    (ts.isConditionalExpression(parent) && parent.condition === outer(round as ts.Expression))
  return decides ? { node, ...asked } : null
}

function memberAsked(node: ts.Expression): Omit<Question, 'node'> | null {
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
    return { read: inner(node.operand), tell: 'false' }
  }
  if (ts.isBinaryExpression(node) && /^===?$/.test(node.operatorToken.getText())) {
    const no = inner(node.right).kind === ts.SyntaxKind.FalseKeyword
    return no ? { read: inner(node.left), tell: 'false' } : null
  }
  return ts.isIdentifier(node) || isAccess(node) ? { read: node, tell: 'something' } : null
}

function nameOf(node: ts.Expression): string | null {
  return isAccess(node) ? keyOf(node) : ts.isIdentifier(node) ? node.text : null
}

type Body = Extract<Value, { kind: 'body' }>

function planQuestion(t: Tracer, unit: Unit, question: Question, scope: StatusScope): PlannedSite | null {
  const { node, read } = question
  const flow = t.evaluate(read, null)
  const bodies = flow.filter((one): one is Reaching & { readonly value: Body } => one.value.kind === 'body')
  const [first] = bodies
  if (first === undefined || first.value.path.length === 0) return null
  const { catalogue } = scope
  // A flag that says that all is well tells of an error by not being there.
  const tell =
    question.tell === 'something' && !mayTell(catalogue, first.value.path, 'something') ? 'false' : question.tell
  if (!mayTell(catalogue, first.value.path, tell)) return null
  if (!bodies.some(one => maySucceed(t, node, one)) || asksForOk(node)) return null
  const apis = bodies.map(({ value, trail }) =>
    scope.belonging({ client: value.client, request: value.request, trail }),
  )
  if (apis.includes('other')) return null
  const base = { ...siteAt(unit, node, 'status', first.value.client.name), origin: wayOf(t, first) }
  const keep = (reason: Reason): PlannedSite => ({ ...base, reason })
  const stays = mustStay(t, unit, node) ?? (apis.includes('unknown') ? 'api-unknown' : null)
  if (stays !== null) return keep(stays)
  if (flow.some(({ value }) => value.kind === 'unknown')) return keep('origin-unknown')
  const splices = tell === question.tell && bodies.length === 1 ? moved(t, unit, question, first, catalogue) : null
  if (splices === null) return keep('hidden-in-success')
  // It holds for a problem as it is, and shows nothing of it.
  if (splices.length === 0) return null
  const codes = [...new Set(scope.moves.filter(({ from }) => from < 400).map(({ code }) => code))]
  return { ...base, outcome: 'rewrite', reason: null, codes, after: textAfter(node, splices), splices }
}

function maySucceed(t: Tracer, node: ts.Node, reaching: Reaching & { readonly value: Body }): boolean {
  const { value } = reaching
  return value.success || (mixesSuccess(value) && !isKnownFailure(t, node, reaching, value.request))
}

// if (!response.ok || data.error)
function asksForOk(node: ts.Node): boolean {
  const round = conditionRound(node)
  let found = false
  const visit = (one: ts.Node): void => {
    if (isAccess(one) && keyOf(one) === 'ok' && one !== node && ts.isPrefixUnaryExpression(one.parent)) found = true
    ts.forEachChild(one, visit)
  }
  if (round !== node) visit(round)
  return found
}

/**
 * `if (data.error)` → `if (!response.ok || data.error)`: the failure comes to the same branch. What no catalogue knows goes on
 * coming as a success, so the old question stays. `null` where failures went another way before, or some did not pass here.
 */
function moved(
  t: Tracer,
  unit: Unit,
  { node, read, tell }: Question,
  { value }: Reaching & { readonly value: Body },
  catalogue: Catalogue,
): readonly Splice[] | null {
  if (value.success || isAfterSuccess(t, node, value.request) || !tellsAll(catalogue, value.path, tell)) return null
  const response = responseAt(t, node, value)
  const branch = outer(node).parent
  if (response === null || !ts.isIfStatement(branch) || !isAccess(read)) return null
  const shown = shownInstead(t, unit, inner(read.expression), branch.thenStatement, catalogue)
  if (shown === null) return null
  // What asks for a flag that is not there holds for a problem, too.
  if (ts.isPrefixUnaryExpression(node)) return shown
  const text = `!${response}.ok || ${node.getText()}`
  const wrapped = needsParentheses(node, 'or') ? `(${text})` : text
  return [{ file: unit.file, start: node.getStart(), end: node.end, text: wrapped }, ...shown]
}

const V2_TEXT: readonly string[] = ['detail', 'title']

/** The name of the response that a body is of, as it can be asked at a place. */
function responseAt(t: Tracer, at: ts.Node, { request }: Body): string | null {
  const { bindings } = t.project.unitOf(at)
  let found: string | null = null
  const visit = (node: ts.Node): void => {
    if (found !== null || node.getStart() >= at.getStart()) return
    if (
      ts.isVariableDeclaration(node) &&
      ts.isIdentifier(node.name) &&
      bindings.named(node.name.text, at)?.node === node
    ) {
      const isOf = t
        .evaluate(node.name, null)
        .every(({ value }) => value.kind === 'place' && value.request.call === request.call && isResponse(value))
      if (isOf) found = node.name.text
    }
    ts.forEachChild(node, visit)
  }
  visit(functionOf(at) ?? at.getSourceFile())
  return found
}

function isResponse({ client, place }: Extract<Value, { kind: 'place' }>): boolean {
  return client.places[place]?.successWhen?.ok !== undefined
}

/** What the branch shows of the v1 body it reads from v2 first; `null` where it does something else with the body. */
function shownInstead(
  t: Tracer,
  unit: Unit,
  body: ts.Expression,
  branch: ts.Statement,
  catalogue: Catalogue,
): readonly Splice[] | null {
  const declaration = ts.isIdentifier(body) ? t.project.declarationOf(body) : null
  if (declaration === null) return null
  const inside = declaration.references.filter(use => use.pos >= branch.pos && use.end <= branch.end)
  const splices = inside.map(use => shownRead(unit, use, catalogue))
  return splices.every(splice => splice !== null) ? splices.flat() : null
}

function shownRead(unit: Unit, use: ts.Identifier, catalogue: Catalogue): readonly Splice[] | null {
  let at: ts.Expression = use
  const path: PathSegment[] = []
  while (isAccess(outer(at).parent)) {
    at = outer(at).parent as ts.Expression
    const key = isAccess(at) ? keyOf(at) : null
    if (key === null) return null
    path.push(key)
    if (V2_TEXT.includes(key)) return []
    if (readFact(catalogue, path) !== null) break
  }
  if (readFact(catalogue, path) !== 'message' || besidesText(catalogue, path) !== null) return null
  if (isMovedAlready(at, V2_TEXT, 'beside')) return []
  const { parent } = outer(at)
  if (isAccess(parent) || (ts.isBinaryExpression(parent) && /^[!=]==?$/.test(parent.operatorToken.getText())))
    return null
  // The old member first: a success that comes here may have a title of its own.
  const text = `${at.getText()} ?? ${use.text}.detail ?? ${use.text}.title`
  const wrapped = needsParentheses(outer(at), 'nullish') ? `(${text})` : text
  return [{ file: unit.file, start: at.getStart(), end: at.end, text: wrapped }]
}
