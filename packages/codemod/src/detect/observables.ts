import { placeOf } from '../clients/clients.ts'
import { ts } from '../source/compiler.ts'
import { type Handler, handlerOf } from './promises.ts'
import { inner, isAccess, keyOf } from './syntax.ts'
import type { Tracer } from './tracer.ts'
import {
  awaited,
  each,
  type Env,
  type Flow,
  rejectionsOf,
  through,
  union,
  unknown,
  type PromiseValue,
} from './values.ts'

/** `pipe`: an observable is a promise here, and each operator makes another one of it. */
export function piped(
  t: Tracer,
  observable: PromiseValue,
  operators: readonly ts.Expression[],
  env: Env | null,
): PromiseValue {
  return operators.reduce((before, operator) => throughOperator(t, before, operator, env), observable)
}

/** What comes down the pipe to an operator: what the observable gives or fails with, after the operators before it. */
export function pipedInto(t: Tracer, operator: ts.Node, slot: 'ok' | 'bad'): Flow {
  const call = operator.parent
  if (!ts.isExpression(operator) || !ts.isCallExpression(call)) return unknown('parameter-callers', operator)
  const callee = inner(call.expression)
  if (!isAccess(callee) || keyOf(callee) !== 'pipe') return unknown('parameter-callers', operator)
  const before = call.arguments.slice(0, call.arguments.indexOf(operator))
  return each(t.evaluate(callee.expression, null), value => {
    if (value.kind !== 'promise') return unknown(value.kind === 'unknown' ? value.cause : 'unknown-member', operator)
    const observable = piped(t, value, before, null)
    return slot === 'ok' ? observable.ok() : observable.bad()
  })
}

function throughOperator(t: Tracer, before: PromiseValue, operator: ts.Expression, env: Env | null): PromiseValue {
  const after = (slot: 'ok' | 'bad') => (): Flow => {
    const known = operatorOf(t, operator, env)
    if (known === null) return unknown('package-call', operator)
    if (known.does === 'passes') return slot === 'ok' ? before.ok() : union(before.bad(), thrownBeside(known, before))
    if (known.handler === null) return unknown('package-call', operator)
    return through(outcome(known.does, known.handler, before, slot), operator, known.does)
  }
  return { ...before, ok: after('ok'), bad: after('bad') }
}

interface Operator {
  readonly does: 'passes' | 'catches' | 'maps' | 'flattens'
  readonly handler: Handler | null
}

// tap(answer => { if (answer.failed) throw new Error(answer.reason) })
function thrownBeside({ handler }: Operator, before: PromiseValue): Flow {
  return handler === null ? [] : handler.throws(before.ok())
}

function operatorOf(t: Tracer, operator: ts.Expression, env: Env | null): Operator | null {
  const [only, more] = t.evaluate(operator, env)
  if (only?.value.kind !== 'place' || more !== undefined) return null
  const { operator: does } = placeOf(only.value)
  if (does === undefined) return null
  const { call } = only.value.request
  const handler = handlerOf(t, call !== null && ts.isCallExpression(call) ? call.arguments[0] : undefined, env)
  return { does, handler }
}

function outcome(
  does: 'catches' | 'maps' | 'flattens',
  handler: Handler,
  before: PromiseValue,
  slot: 'ok' | 'bad',
): Flow {
  switch (does) {
    case 'catches': {
      const given = handler.gives(before.bad())
      if (slot === 'ok') return union(before.ok(), awaited(given))
      return union(handler.throws(before.bad()), failuresOf(given))
    }
    case 'maps':
      return slot === 'ok' ? handler.gives(before.ok()) : union(before.bad(), handler.throws(before.ok()))
    case 'flattens': {
      const given = handler.gives(before.ok())
      return slot === 'ok' ? awaited(given) : union(before.bad(), handler.throws(before.ok()), failuresOf(given))
    }
  }
}

// An observable that could not be followed may fail with anything.
function failuresOf(given: Flow): Flow {
  return union(
    rejectionsOf(given),
    given.flatMap(({ value, trail }) => (value.kind === 'unknown' ? [{ value, trail }] : [])),
  )
}
