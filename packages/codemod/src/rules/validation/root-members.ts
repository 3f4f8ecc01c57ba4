import { type Catalogue, clientReads, dialectsOf } from '@problemshift/catalogue'
import type { Reason } from '../../decide/reasons.ts'
import { isTargetOf } from '../../detect/assignments.ts'
import { afterSuccess } from '../../detect/detect.ts'
import { withinStack } from '../../detect/within-stack.ts'
import { conditionsRound } from '../../detect/narrow.ts'
import { plainValue } from '../../detect/sort-flow.ts'
import { type Access, inner, isAccess, isFunctionNode, keyOf, nameText, outer } from '../../detect/syntax.ts'
import type { Tracer } from '../../detect/tracer.ts'
import type { Reaching } from '../../detect/values.ts'
import { mustStay } from '../../plan/must-stay.ts'
import type { PlannedSite } from '../../plan/plan.ts'
import { ts } from '../../source/compiler.ts'
import type { Unit } from '../../source/project.ts'
import { isKnownFailure, mixesSuccess } from '../read/known-failure.ts'
import { namesBody } from '../read/may-be-body.ts'
import { apiOf, bodyOf } from '../read/why-it-stays.ts'
import { siteAt, wayOf } from '../rule-site.ts'
import { fieldPlaces } from './field-places.ts'
import type { FieldScope } from './plan-fields.ts'

/**
 * Every place that takes the body of an error itself for a map, or reads a member of it that no dialect of the catalogue
 * speaks of: the field errors of a form, most often. A problem has nothing there.
 */
export function rootMembers(t: Tracer, files: readonly string[], scope: FieldScope): readonly PlannedSite[] {
  const known = knownMembers(scope.catalogue)
  const isMap = fieldPlaces(scope.catalogue).some(({ path }) => path.length === 0)
  const reason = isMap ? 'fields-elsewhere' : 'no-v2-place'
  return files.flatMap(file => {
    const unit = t.project.open(file)
    return unit === null ? [] : membersIn(t, unit, known, reason, scope)
  })
}

// What everybody's answers have, whoever sent them.
const COMMON = ['status', 'statusCode', 'success', 'ok', 'data', 'name', 'timestamp', 'path', 'length', 'constructor']
const OF_V2 = ['type', 'title', 'status', 'detail', 'instance', 'errors']

function knownMembers(catalogue: Catalogue): ReadonlySet<string> {
  const { problems, contract } = catalogue
  const reads = [...dialectsOf(catalogue).flatMap(clientReads), ...fieldPlaces(catalogue)]
  const own = [contract.code, contract.trace, contract.hint, contract.target, contract.timestamp].flatMap(
    name => name ?? [],
  )
  const extensions = problems.flatMap(problem => problem.extensions)
  return new Set([...COMMON, ...OF_V2, ...own, ...extensions, ...reads.flatMap(({ path }) => path)])
}

function membersIn(
  t: Tracer,
  unit: Unit,
  known: ReadonlySet<string>,
  reason: Reason,
  scope: FieldScope,
): readonly PlannedSite[] {
  const found: PlannedSite[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return
    const body = bodyRead(t, node, known)
    const site = body === null ? null : siteOf(t, unit, node, body, reason, scope)
    if (site !== null) found.push(site)
    ts.forEachChild(node, visit)
  }
  visit(unit.tree)
  return found
}

/** The body that a node reads a member of, by its looks. */
function bodyRead(t: Tracer, node: ts.Node, known: ReadonlySet<string>): ts.Expression | null {
  const body = readOf(node, known)
  return body !== null && namesBody(t, body) && isNearFailure(node) ? body : null
}

function readOf(node: ts.Node, known: ReadonlySet<string>): ts.Expression | null {
  if (isAccess(node)) return isUnknownMember(node, known) ? inner(node.expression) : null
  if (ts.isForInStatement(node)) return inner(node.expression)
  if (ts.isVariableDeclaration(node) && ts.isObjectBindingPattern(node.name) && node.initializer !== undefined) {
    return node.name.elements.some(element => isUnknownElement(element, known)) ? inner(node.initializer) : null
  }
  const [argument] = ts.isCallExpression(node) ? node.arguments : []
  if (argument === undefined || !ts.isCallExpression(node)) return null
  return /^Object\.(?:entries|keys|values)$/.test(node.expression.getText()) ? inner(argument) : null
}

function isUnknownMember(node: Access, known: ReadonlySet<string>): boolean {
  const key = keyOf(node)
  const isCalled = ts.isCallExpression(node.parent) && node.parent.expression === node
  if (isCalled || isTargetOf(node) !== null) return false
  return key === null ? !isIndex(node) : !known.has(key) && !/^\d+$/.test(key)
}

function isIndex(node: Access): boolean {
  return ts.isElementAccessExpression(node) && ts.isNumericLiteral(inner(node.argumentExpression))
}

function isUnknownElement({ dotDotDotToken, propertyName, name }: ts.BindingElement, known: ReadonlySet<string>) {
  const key = nameText(propertyName ?? name)
  return dotDotDotToken === undefined && key !== null && !known.has(key)
}

const FAILURE = /\bok\b|status|err|fail|success/i

// Following a value costs: only where an answer may have been an error.
function isNearFailure(node: ts.Node): boolean {
  if (conditionsRound(node).some(({ condition }) => FAILURE.test(condition.getText()))) return true
  for (let at: ts.Node = node; at.parent !== undefined; at = at.parent) {
    if (ts.isCatchClause(at)) return true
    const holder = isFunctionNode(at) && ts.isExpression(at) ? outer(at).parent : null
    const callee = holder !== null && ts.isCallExpression(holder) ? inner(holder.expression) : null
    if (callee !== null && isAccess(callee) && /^(?:catch|then|catchError)$/.test(keyOf(callee) ?? '')) return true
  }
  return false
}

function siteOf(
  t: Tracer,
  unit: Unit,
  node: ts.Node,
  body: ts.Expression,
  reason: Reason,
  { belonging, moved }: FieldScope,
): PlannedSite | null {
  t.restart()
  const flow = afterSuccess(
    t,
    body,
    withinStack(body, () => t.evaluate(body, null)),
  )
  const isFailure = (reaching: Reaching) => {
    const plain = plainValue(reaching.value)
    if (plain.kind !== 'body' || plain.path.length > 0 || plain.success) return false
    return !mixesSuccess(plain) || isKnownFailure(t, node, reaching, plain.request, moved)
  }
  const bodies = flow.filter(({ value }) => plainValue(value).kind !== 'absent')
  const [first] = bodies
  if (first === undefined || !bodies.every(isFailure)) return null
  if (bodies.some(one => apiOf(one, belonging) === 'other')) return null
  const at = ts.isForInStatement(node) ? node.expression : node
  const site = siteAt(unit, at, 'validation', bodyOf(first.value)?.client.name ?? null)
  return { ...site, reason: mustStay(t, unit, at) ?? reason, origin: wayOf(t, first) }
}
