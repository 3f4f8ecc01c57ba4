import type { ClientModel, Given, Ref, TakesFunctions } from '../clients/client.ts'
import { placeOf } from '../clients/clients.ts'
import { ts } from '../source/compiler.ts'
import { isTargetOf } from './assignments.ts'
import { refFlow, type Settled } from './place-value.ts'
import { type Access, inner, isAccess, keyOf, nameText, outer } from './syntax.ts'
import type { Tracer } from './tracer.ts'
import {
  each,
  type Flow,
  NOTHING,
  type PlaceValue,
  type Reaching,
  type Request,
  through,
  union,
  unknown,
  type Value,
} from './values.ts'

/** Something of a library that calls functions: what it calls them with is said by its data. */
interface Taker {
  readonly takes: TakesFunctions
  readonly client: ClientModel
  readonly request: Request
  readonly settled: Settled | null
}

/** What a function gets that is an argument of a call to a library; `null` where the callee is no library's. */
export function givenToArgument(
  t: Tracer,
  call: ts.CallExpression,
  position: number,
  index: number,
  others: (value: Value) => Flow,
): Flow {
  return askCallee(t, call, takes => callbackAt(t, takes, call, position), index, others)
}

function callbackAt(t: Tracer, takes: TakesFunctions, call: ts.CallExpression, position: number): Given | undefined {
  const event = takes.events === undefined ? undefined : eventOf(t, call)
  if (event !== undefined && position === 1) return takes.events?.[event]
  const last = position === call.arguments.length - 1 ? takes.callbacks?.[-1] : undefined
  return takes.callbacks?.[position] ?? last
}

function eventOf(t: Tracer, call: ts.CallExpression): string | undefined {
  const [first] = call.arguments
  const [only, more] = first === undefined ? [] : t.evaluate(first, null)
  return only?.value.kind === 'text' && more === undefined ? only.value.text : undefined
}

/** What a function gets that lies in an object, or is written into a member; `null` where no library takes it so. */
export function givenToMember(t: Tracer, fn: ts.Node, index: number): Flow | null {
  const at = ts.isExpression(fn) ? outer(fn) : fn
  const { parent } = at
  if (ts.isBinaryExpression(parent) && parent.right === at && isAccess(parent.left)) {
    return givenToWritten(t, parent.left, index)
  }
  const path: string[] = []
  const literal = objectRound(at, path)
  return literal === null ? null : givenInObject(t, literal, path, index)
}

// Climbs to the outermost object of `{ statusCode: { 404(request) {} } }`, and gathers the names on the way.
function objectRound(fn: ts.Node, path: string[]): ts.Expression | null {
  let at = fn
  for (;;) {
    const holder: ts.Node = at.parent
    // beforeError: [error => …]
    if (ts.isArrayLiteralExpression(holder) && ts.isPropertyAssignment(outer(holder).parent)) {
      at = outer(holder)
      continue
    }
    const property = ts.isMethodDeclaration(at) ? at : ts.isPropertyAssignment(holder) ? holder : null
    if (property === null || !ts.isObjectLiteralExpression(property.parent)) break
    const name = nameText(property.name)
    if (name === null) return null
    path.unshift(name)
    at = outer(property.parent)
  }
  return path.length > 0 && ts.isExpression(at) ? at : null
}

// $.ajax({ error(request) {} }), or the same object by way of a variable that is only handed over.
function givenInObject(t: Tracer, object: ts.Expression, path: readonly string[], index: number): Flow | null {
  const { parent } = object
  if (ts.isCallExpression(parent) && parent.arguments.includes(object)) {
    const refuse = () => unknown('parameter-callers', parent)
    return hookGiven(t, parent, path, index) ?? askCallee(t, parent, takes => optionAt(takes, path), index, refuse)
  }
  if (!ts.isVariableDeclaration(parent) || !ts.isIdentifier(parent.name)) return null
  const declaration = t.project.declarationOf(parent.name)
  const uses = declaration === null ? null : t.usesOf(declaration)
  if (uses === null || uses.length === 0) return null
  const flows = uses.map(use => givenInObject(t, outer(use), path, index))
  return flows.some(flow => flow === null) ? null : union(...flows.map(flow => flow ?? NOTHING))
}

// ky.create({ hooks: { beforeError: [error => …] } })
function hookGiven(t: Tracer, call: ts.CallExpression, path: readonly string[], index: number): Flow | null {
  const name = path.at(-1) ?? ''
  if (!t.clients.models.some(({ followed }) => followed?.[name] !== undefined)) return null
  const callees = t.callMethodValues(call, null)
  const isHook = ({ value }: Reaching) => value.kind === 'place' && value.client.followed?.[name] !== undefined
  if (callees.length === 0 || !callees.every(isHook)) return null
  return each(callees, value => {
    const followed = value.kind === 'place' ? value.client.followed?.[name] : undefined
    const ref = followed?.given[index]
    if (value.kind !== 'place' || followed === undefined || ref === undefined || ref === null)
      return unknown('parameter-callers', call)
    const { client, request } = value
    return refFlow(t, client, ref, request, call, () => refFlow(t, client, followed.failure, request, call))
  })
}

function optionAt(takes: TakesFunctions, path: readonly string[]): Given | undefined {
  const { options = {} } = takes
  return options[path.join('.')] ?? options[[...path.slice(0, -1), '*'].join('.')]
}

// request.onload = event => …
function givenToWritten(t: Tracer, target: Access, index: number): Flow | null {
  const name = keyOf(target)
  if (name === null || isTargetOf(target) === null) return null
  const owner = t.evaluate(target.expression, null)
  if (!owner.some(({ value }) => value.kind === 'place')) return null
  return each(owner, value => {
    const given = value.kind === 'place' ? placeOf(value).written?.[name] : undefined
    if (given === undefined || value.kind !== 'place') return unknown('parameter-callers', target)
    return through(parameterAt(t, takerOfPlace(value, null), given, index, target), target, name)
  })
}

/** What `this` is in a function that is handed to an object of a library: the object itself. */
export function calledOn(t: Tracer, fn: ts.Node): Flow | null {
  const at = ts.isExpression(fn) ? outer(fn) : fn
  const { parent } = at
  const access =
    ts.isBinaryExpression(parent) && parent.right === at
      ? parent.left
      : ts.isCallExpression(parent) && ts.isExpression(at) && parent.arguments.includes(at)
        ? inner(parent.expression)
        : null
  if (access === null || !isAccess(access)) return null
  const name = keyOf(access) ?? ''
  const owner = t.evaluate(access.expression, null)
  const isOwner = owner.length > 0 && owner.every(({ value }) => value.kind === 'place' && callsOnItself(value, name))
  return isOwner ? through(owner, access, 'this') : null
}

function callsOnItself(value: PlaceValue, name: string): boolean {
  const place = placeOf(value)
  return place.written?.[name] !== undefined || (place.callsOnItself ?? []).includes(name)
}

function askCallee(
  t: Tracer,
  call: ts.CallExpression,
  pick: (takes: TakesFunctions) => Given | undefined,
  index: number,
  others: (value: Value) => Flow,
): Flow {
  const ask = (taker: Taker) => {
    const given = pick(taker.takes)
    return given === undefined ? unknown('parameter-callers', call) : parameterAt(t, taker, given, index, call)
  }
  const callee = inner(call.expression)
  const key = isAccess(callee) ? keyOf(callee) : null
  if (isAccess(callee) && key !== null) {
    const owner = t.evaluate(callee.expression, null)
    const takers = owner.map(({ value }) => takerOfMethod(value, key))
    if (takers.length > 0 && takers.every(taker => taker !== null)) {
      return through(union(...takers.map(taker => (taker === null ? NOTHING : ask(taker)))), call, key)
    }
  }
  return each(t.callMethodValues(call, null), value =>
    value.kind === 'place' ? ask(takerOfPlace(value, call)) : others(value),
  )
}

function takerOfPlace(value: PlaceValue, call: ts.CallExpression | null): Taker {
  const takes = placeOf(value)
  const request = call !== null && isSending(value, takes.call) ? { ...value.request, call } : value.request
  return { takes, client: value.client, request, settled: null }
}

// `interceptors.response.use(…)` sends nothing.
function isSending({ client, request }: PlaceValue, call: Ref | undefined): boolean {
  if (request.call !== null || typeof call !== 'object') return false
  return 'ok' in call || ('place' in call && placeOf({ client, place: call.place }).made === 'request')
}

function takerOfMethod(value: Value, key: string): Taker | null {
  if (value.kind !== 'promise' || value.methods === null) return null
  const { byName, client, request } = value.methods
  const takes = Object.hasOwn(byName, key) ? byName[key] : undefined
  if (takes === undefined) return null
  return { takes, client, request, settled: slot => (slot === 'ok' ? value.ok() : value.bad()) }
}

function parameterAt(t: Tracer, taker: Taker, given: Given, index: number, at: ts.Node): Flow {
  const ref = given[index]
  return ref === undefined || ref === null
    ? unknown('parameter-callers', at)
    : refFlow(t, taker.client, ref, taker.request, at, taker.settled)
}
