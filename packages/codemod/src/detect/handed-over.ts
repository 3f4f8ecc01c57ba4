import type { ClientModel, Handed } from '../clients/client.ts'
import { placeOf } from '../clients/clients.ts'
import { ts } from '../source/compiler.ts'
import { isReturnedAtOnce } from './returned-at-once.ts'
import type { Tracer } from './tracer.ts'
import {
  awaited,
  each,
  type Env,
  type Flow,
  type FunctionValue,
  NOTHING,
  one,
  union,
  unknown,
  type Value,
} from './values.ts'

/** What comes of a thing that a call handed to a library: of `queryFn` in `useQuery({ queryFn })`. */
export function handedFlow(t: Tracer, client: ClientModel, ref: Handed, call: ts.Node, env: Env | null): Flow {
  if (!ts.isCallExpression(call) && !ts.isNewExpression(call)) return unknown('package-call', call)
  for (const [position, ...names] of ref.handed) {
    const argument = call.arguments?.[position]
    if (argument === undefined) continue
    if (ts.isSpreadElement(argument)) return unknown('spread', argument)
    const thing = membersOf(t, t.evaluate(argument, env), names, argument)
    if (!ref.gives.endsWith('itself') && thing.every(({ value }) => !isFunctionLike(value))) continue
    const outcome = outcomeOf(t, ref.gives, thing, argument)
    const counting = ref.only === undefined ? outcome : onlyPlace(outcome, client, ref.only, mayBeHidden(t, ref, thing))
    return membersOf(t, counting, ref.members ?? [], argument)
  }
  return unknown('package-call', call)
}

// The key of a query, or its options, may stand where another signature has the function.
function isFunctionLike({ kind }: Value): boolean {
  return kind !== 'absent' && kind !== 'text' && kind !== 'plain' && kind !== 'object' && kind !== 'array'
}

function isCallable(value: Value): boolean {
  return (
    value.kind === 'function' ||
    value.kind === 'unknown' ||
    (value.kind === 'place' && placeOf(value).call !== undefined)
  )
}

function onlyPlace(flow: Flow, client: ClientModel, place: string, mayBeHidden: boolean): Flow {
  return flow.filter(({ value }) =>
    value.kind === 'place' ? value.client === client && value.place === place : value.kind === 'unknown' && mayBeHidden,
  )
}

// Where each is given on where it is made, what could not be followed is none.
function mayBeHidden(t: Tracer, { madeBy }: Handed, thing: Flow): boolean {
  if (madeBy === undefined) return true
  return !thing.every(({ value }) => value.kind === 'function' && isReturnedAtOnce(t, value.node, madeBy))
}

function membersOf(t: Tracer, flow: Flow, names: readonly string[], at: ts.Node): Flow {
  return names.reduce((owner, name) => each(owner, value => t.memberOf(value, name, at)), flow)
}

function outcomeOf(t: Tracer, gives: Handed['gives'], thing: Flow, at: ts.Expression): Flow {
  if (gives === 'itself') return thing
  const result = each(thing, value =>
    gives === 'result-or-itself' && !isCallable(value) ? one(value) : resultOf(t, value, at),
  )
  if (gives === 'result' || gives === 'result-or-itself') return result
  if (gives === 'ok') return awaited(result)
  const rejected = each(result, value => {
    if (value.kind === 'promise') return value.bad()
    return value.kind === 'unknown' ? unknown('thrown-by-unknown', at) : NOTHING
  })
  const thrown = each(thing, value =>
    value.kind === 'function' ? t.thrownByFunction(value, givenTo(t, value), at) : NOTHING,
  )
  return union(rejected, thrown)
}

// What the library gives it, its own data says: `rejectWithValue` is one of the things that a thunk gets.
function givenTo(t: Tracer, { node, env }: FunctionValue): (index: number) => Flow {
  return index => {
    const parameter = node.parameters[index]
    return parameter === undefined ? NOTHING : t.evaluateParameter(parameter, env)
  }
}

function resultOf(t: Tracer, value: Value, at: ts.Expression): Flow {
  if (value.kind === 'function') return t.callFunction(value, givenTo(t, value), at)
  // `queryFn: api.getLoan`: the request is the library's own call.
  if (value.kind === 'place') return t.callPlace(value, at, null)
  return value.kind === 'unknown' ? unknown(value.cause, value.at) : unknown('package-call', at)
}
