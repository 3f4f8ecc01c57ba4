import type { Handed } from '../clients/client.ts'
import { ts } from '../source/compiler.ts'
import type { Tracer } from './tracer.ts'
import { awaited, each, type Flow, NOTHING, union, unknown, type Value } from './values.ts'

/** What comes of a thing that a call handed to a library: of `queryFn` in `useQuery({ queryFn })`. */
export function handedFlow(t: Tracer, ref: Handed, call: ts.Node): Flow {
  if (!ts.isCallExpression(call) && !ts.isNewExpression(call)) return unknown('package-call', call)
  for (const [position, ...names] of ref.handed) {
    const argument = call.arguments?.[position]
    if (argument === undefined) continue
    if (ts.isSpreadElement(argument)) return unknown('spread', argument)
    const thing = membersOf(t, t.evaluate(argument, null), names, argument)
    if (thing.every(({ value }) => value.kind === 'absent' || value.kind === 'text' || value.kind === 'plain')) continue
    return membersOf(t, outcomeOf(t, ref.gives, thing, argument), ref.members ?? [], argument)
  }
  return unknown('package-call', call)
}

function membersOf(t: Tracer, flow: Flow, names: readonly string[], at: ts.Node): Flow {
  return names.reduce((owner, name) => each(owner, value => t.memberOf(value, name, at)), flow)
}

function outcomeOf(t: Tracer, gives: Handed['gives'], thing: Flow, at: ts.Expression): Flow {
  if (gives === 'itself') return thing
  const given = () => unknown('parameter-callers', at)
  const result = each(thing, value => resultOf(t, value, given, at))
  if (gives === 'result') return result
  if (gives === 'ok') return awaited(result)
  const rejected = each(result, value => {
    if (value.kind === 'promise') return value.bad()
    return value.kind === 'unknown' ? unknown('thrown-by-unknown', at) : NOTHING
  })
  const thrown = each(thing, value => (value.kind === 'function' ? t.thrownByFunction(value, given, at) : NOTHING))
  return union(rejected, thrown)
}

function resultOf(t: Tracer, value: Value, given: () => Flow, at: ts.Expression): Flow {
  if (value.kind === 'function') return t.callFunction(value, given, at)
  // `queryFn: api.getLoan`: the request is the library's own call.
  if (value.kind === 'place') return t.callPlace(value, at)
  return value.kind === 'unknown' ? unknown(value.cause, value.at) : unknown('package-call', at)
}
