import { placeValue } from './place-value.ts'
import { isErrorName } from './classes.ts'
import { changesBodies } from './hook-sites.ts'
import { placeOf } from '../clients/clients.ts'
import type { Declaration } from '../source/bindings.ts'
import { ts } from '../source/compiler.ts'
import { isDerived } from './class-member.ts'
import { alwaysLeaves, inner, isAccess, isFunctionNode, keyOf, returnsOf } from './syntax.ts'
import type { Tracer } from './tracer.ts'
import {
  type ClassNode,
  type Env,
  type Flow,
  NOTHING,
  one,
  type Request,
  through,
  union,
  unknown,
  type Value,
} from './values.ts'

/** Drops what a guard round a use has ruled out, and takes a guard's word for what could not be followed. */
export function narrow(
  t: Tracer,
  id: ts.Identifier,
  declaration: Declaration | null,
  flow: Flow,
  env: Env | null,
): Flow {
  if (declaration === null || flow.every(({ value }) => value.kind === 'text')) return flow
  if (declaration.kind === 'import' || declaration.kind === 'function' || declaration.kind === 'class') return flow
  let narrowed = flow
  for (const { condition, holds } of conditionsRound(id)) {
    narrowed = applyCondition(t, condition, holds, declaration, narrowed, env)
  }
  return narrowed
}

export interface Condition {
  readonly condition: ts.Expression
  readonly holds: boolean
  /** The part that is reached only so. */
  readonly reached: ts.Node
}

/** What is known to hold or not to hold where a node stands, nearest first. */
export function conditionsRound(node: ts.Node): readonly Condition[] {
  const known = conditions.get(node) ?? findConditions(node)
  conditions.set(node, known)
  return known
}

// A name is asked about again for each call of the function that it stands in.
const conditions = new WeakMap<ts.Node, readonly Condition[]>()

function findConditions(node: ts.Node): readonly Condition[] {
  const found: Condition[] = []
  for (let at = node; at.parent !== undefined; at = at.parent) {
    const parent: ts.Node = at.parent
    found.push(...conditionsOf(parent, at))
    if (isFunctionNode(parent) && !ts.isArrowFunction(parent) && !ts.isFunctionExpression(parent)) break
  }
  return found
}

/** What a parent says of one of its children. */
function conditionsOf(parent: ts.Node, child: ts.Node): readonly Condition[] {
  if (ts.isBinaryExpression(parent) && parent.right === child) {
    const { kind } = parent.operatorToken
    if (kind === ts.SyntaxKind.AmpersandAmpersandToken) return [{ condition: parent.left, holds: true, reached: child }]
    return kind === ts.SyntaxKind.BarBarToken ? [{ condition: parent.left, holds: false, reached: child }] : []
  }
  if (ts.isConditionalExpression(parent) && parent.condition !== child) {
    return [{ condition: parent.condition, holds: parent.whenTrue === child, reached: child }]
  }
  if (ts.isIfStatement(parent) && parent.expression !== child) {
    return [{ condition: parent.expression, holds: parent.thenStatement === child, reached: child }]
  }
  return ts.isBlock(parent) || ts.isSourceFile(parent) ? earlier(parent.statements, child) : []
}

// if (!axios.isAxiosError(error)) throw error
function earlier(statements: readonly ts.Statement[], until: ts.Node): readonly Condition[] {
  const found: Condition[] = []
  for (const statement of statements) {
    if (statement === until) break
    if (ts.isIfStatement(statement) && statement.elseStatement === undefined && alwaysLeaves(statement.thenStatement)) {
      found.push({ condition: statement.expression, holds: false, reached: until })
    }
  }
  return found
}

function applyCondition(
  t: Tracer,
  condition: ts.Expression,
  holds: boolean,
  declaration: Declaration,
  flow: Flow,
  env: Env | null,
): Flow {
  const node = inner(condition)
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
    return applyCondition(t, node.operand, !holds, declaration, flow, env)
  }
  if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken
    const joins = holds ? ts.SyntaxKind.AmpersandAmpersandToken : ts.SyntaxKind.BarBarToken
    if (kind === joins) {
      const first = applyCondition(t, node.left, holds, declaration, flow, env)
      return applyCondition(t, node.right, holds, declaration, first, env)
    }
    if (kind === ts.SyntaxKind.InstanceOfKeyword && means(t, node.left, declaration)) {
      return applyInstance(t, node.right, holds, flow, env)
    }
    const counted = inner(node.left)
    const isAnswered = isAccess(counted) && means(t, counted.expression, declaration) && isNoZero(t, node, holds)
    return isAnswered ? keepAnswered(flow, keyOf(counted)) : flow
  }
  if (ts.isCallExpression(node)) return applyGuardCall(t, node, holds, declaration, flow, env)
  if (!isAccess(node) || !holds || !means(t, node.expression, declaration)) return flow
  return keepAnswered(keepSuccess(flow, keyOf(node)), keyOf(node))
}

// if (error.status === 403) …: then somebody answered.
function keepAnswered(flow: Flow, key: string | null): Flow {
  return flow.map(reaching => {
    const { value } = reaching
    const answered = value.kind === 'place' && key !== null ? placeOf(value).answeredWhen?.[key] : undefined
    return answered === undefined || value.kind !== 'place'
      ? reaching
      : { ...reaching, value: { ...value, place: answered } }
  })
}

/** Whether a comparison with a known number says that its left side is more than 0. */
function isNoZero(t: Tracer, { operatorToken, right }: ts.BinaryExpression, holds: boolean): boolean {
  const number = statusNumber(t, right)
  if (number === null) return false
  switch (operatorToken.kind) {
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
    case ts.SyntaxKind.EqualsEqualsToken:
      return holds ? number > 0 : number === 0
    case ts.SyntaxKind.ExclamationEqualsEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsToken:
      return holds ? number === 0 : number > 0
    case ts.SyntaxKind.GreaterThanToken:
      return holds && number >= 0
    case ts.SyntaxKind.GreaterThanEqualsToken:
      return holds && number > 0
    case ts.SyntaxKind.LessThanToken:
      return !holds && number > 0
  }
  return false
}

// 403, HttpStatusCode.Forbidden: no status that has a name is 0.
function statusNumber(t: Tracer, right: ts.Expression): number | null {
  const node = inner(right)
  if (ts.isNumericLiteral(node)) return Number(node.text)
  if (!isAccess(node)) return null
  const [only, more] = t.evaluate(node.expression, null)
  const isNamed = more === undefined && only?.value.kind === 'external' && only.value.path.at(-1) === 'HttpStatusCode'
  return isNamed ? 1 : null
}

// if (response.ok) …
function keepSuccess(flow: Flow, key: string | null): Flow {
  return flow.map(reaching => {
    const { value } = reaching
    const success = value.kind === 'place' && key !== null ? placeOf(value).successWhen?.[key] : undefined
    return success === undefined || value.kind !== 'place'
      ? reaching
      : { ...reaching, value: { ...value, place: success } }
  })
}

/** Whether a node is reached only after this request went well: what its body says there is no error. */
export function isAfterSuccess(t: Tracer, node: ts.Node, request: Request): boolean {
  return conditionsRound(node).some(({ condition, holds }) => impliesSuccess(t, condition, holds, request))
}

function impliesSuccess(t: Tracer, condition: ts.Expression, holds: boolean, request: Request): boolean {
  const node = inner(condition)
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
    return impliesSuccess(t, node.operand, !holds, request)
  }
  if (ts.isBinaryExpression(node)) {
    const joins = holds ? ts.SyntaxKind.AmpersandAmpersandToken : ts.SyntaxKind.BarBarToken
    if (node.operatorToken.kind !== joins) return false
    return impliesSuccess(t, node.left, holds, request) || impliesSuccess(t, node.right, holds, request)
  }
  const key = isAccess(node) ? keyOf(node) : null
  if (!holds || key === null || !isAccess(node)) return false
  return t.evaluate(node.expression, null).some(({ value }) => {
    if (value.kind !== 'place' || value.request.call !== request.call) return false
    const place = placeOf(value)
    return place.successWhen?.[key] !== undefined || isSuccessPlace(value, key)
  })
}

// Inside `if (response.ok)` the value has been narrowed already.
function isSuccessPlace(value: PlaceValue, key: string): boolean {
  return Object.values(value.client.places).some(place => place.successWhen?.[key] === value.place)
}

function means(t: Tracer, node: ts.Expression, declaration: Declaration): boolean {
  const id = inner(node)
  return ts.isIdentifier(id) && t.project.declarationOf(id) === declaration
}

function applyInstance(t: Tracer, right: ts.Expression, holds: boolean, flow: Flow, env: Env | null): Flow {
  const [only, more] = t.evaluate(right, env)
  if (only === undefined || more !== undefined) return flow
  const { value } = only
  if (value.kind === 'class') return keepClass(t, value.node, holds, flow)
  if (value.kind === 'external' && value.module === null && isErrorName(value.path)) {
    return value.path[0] === 'Error' ? keepErrors(holds, flow) : flow
  }
  if (value.kind !== 'place') return flow
  const { construct } = placeOf(value)
  return typeof construct === 'object' && 'place' in construct
    ? keepPlace(t, value, construct.place, holds, flow, right)
    : flow
}

type PlaceValue = Extract<Value, { kind: 'place' }>

function keepPlace(t: Tracer, guard: PlaceValue, place: string, holds: boolean, flow: Flow, at: ts.Node): Flow {
  const kept: Flow[] = flow.map(reaching => {
    const { value } = reaching
    const chosen = value.kind === 'place' ? guarded(value, guard, place) : null
    if (chosen !== null) return holds ? [{ ...reaching, value: chosen }] : chosen === value ? NOTHING : [reaching]
    if (value.kind !== 'unknown') return holds ? NOTHING : [reaching]
    if (!holds) return [reaching]
    const changed = changesBodies(t, guard.client)
    const known = changed === null ? one(placeValue({ client: guard.client, place }, null)) : unknown('hook', changed)
    return through(known, at, 'guard')
  })
  return union(...kept)
}

// The place that is asked for, or one of several of which thunk.rejected.match(action) tells which it is.
function guarded(value: PlaceValue, guard: PlaceValue, place: string): PlaceValue | null {
  if (value.client !== guard.client) return null
  if (value.place === place || placeOf(value).kindOf === place) return value
  return placeOf(value).oneOf?.includes(place) ? { ...value, place } : null
}

function keepErrors(holds: boolean, flow: Flow): Flow {
  return flow.filter(({ value }) => {
    if (value.kind === 'unknown') return true
    const error =
      value.kind === 'instance' || value.kind === 'foreign' || (value.kind === 'place' && placeOf(value).error === true)
    return error === holds
  })
}

function keepClass(t: Tracer, node: ClassNode, holds: boolean, flow: Flow): Flow {
  const kept: Flow[] = flow.map(reaching => {
    const { value } = reaching
    if (value.kind === 'unknown') return holds ? (instancesOf(t, node) ?? [reaching]) : [reaching]
    const is = value.kind === 'instance' && value.node !== null && isDerived(t, value.node, node)
    return is === holds ? [reaching] : NOTHING
  })
  return union(...kept)
}

/** Every `new` of a class in the project: what a value can be of which only the class is known. */
function instancesOf(t: Tracer, node: ClassNode): Flow | null {
  const declaration = node.name === undefined ? null : t.project.declarationOf(node.name)
  const uses = declaration === null ? null : t.usesOf(declaration)
  if (uses === null) return null
  const made: Flow[] = []
  for (const id of uses) {
    const parent = id.parent
    if (ts.isNewExpression(parent) && parent.expression === id) {
      made.push(through(t.evaluate(parent, null), parent, 'new'))
    } else if (ts.isExpressionWithTypeArguments(parent)) {
      const child = parent.parent.parent
      const derived = ts.isClassLike(child) ? instancesOf(t, child) : null
      if (derived === null) return null
      made.push(derived)
    } else if (isEscape(parent, id)) return null
  }
  return union(...made)
}

// A class that is handed on may be made where we do not see it.
function isEscape(parent: ts.Node, id: ts.Identifier): boolean {
  if (ts.isBinaryExpression(parent)) return parent.operatorToken.kind !== ts.SyntaxKind.InstanceOfKeyword
  if (ts.isPropertyAccessExpression(parent)) return parent.expression !== id
  return !ts.isTypeNode(parent) && !ts.isExportSpecifier(parent) && !ts.isExportAssignment(parent)
}

function applyGuardCall(
  t: Tracer,
  node: ts.CallExpression,
  holds: boolean,
  declaration: Declaration,
  flow: Flow,
  env: Env | null,
): Flow {
  const position = node.arguments.findIndex(argument => means(t, argument, declaration))
  if (position === -1) return flow
  const [only, more] = t.evaluate(inner(node.expression), env)
  if (only === undefined || more !== undefined) return flow
  const { value } = only
  if (value.kind === 'place') {
    const { guards } = placeOf(value)
    return guards === undefined ? flow : keepPlace(t, value, guards, holds, flow, node)
  }
  if (value.kind !== 'function') return flow
  // A guard of our own: one `return` whose condition says what the caller then knows.
  const [answer, another] = returnsOf(value.node)
  const parameter = value.node.parameters[position]
  if (answer === undefined || another !== undefined || parameter === undefined) return flow
  if (!ts.isIdentifier(parameter.name)) return flow
  const inside = t.project.declarationOf(parameter.name)
  return inside === null ? flow : applyCondition(t, answer, holds, inside, flow, null)
}
