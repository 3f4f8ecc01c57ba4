import { refFlow } from './place-value.ts'
import { awaited, rejectionsOf } from './values.ts'
import { ts } from '../source/compiler.ts'
import type { Tracer } from './tracer.ts'
import {
  each,
  type Env,
  type Flow,
  NOTHING,
  one,
  type PromiseValue,
  through,
  union,
  unknown,
  type Value,
} from './values.ts'

/** `then`, `catch` and `finally`: two slots in, two slots out. */
export function callPromiseMethod(
  t: Tracer,
  node: ts.CallExpression,
  promise: PromiseValue,
  key: string,
  env: Env | null,
): Flow {
  const [first, second] = node.arguments
  switch (key) {
    case 'then':
      return through(one(chained(t, promise, first, second, env)), node, 'then')
    case 'catch':
      return through(one(chained(t, promise, undefined, first, env)), node, 'catch')
    case 'finally':
      return one(promise)
    case 'pipe':
      return promise.methods !== null && 'pipe' in promise.methods.byName
        ? one(t.piped(promise, node.arguments, env))
        : unknown('unknown-member', node)
    default:
      return callRequestMethod(t, node, promise, key, env)
  }
}

// superagent.get(…).set(…), ky.get(…).json(), wretch(…).get().notFound(error => …)
function callRequestMethod(
  t: Tracer,
  node: ts.CallExpression,
  promise: PromiseValue,
  key: string,
  env: Env | null,
): Flow {
  const { methods } = promise
  const method = methods !== null && Object.hasOwn(methods.byName, key) ? methods.byName[key] : undefined
  if (methods === null || method === undefined) return unknown('unknown-member', node)
  const ok = method.okOfSuccess !== undefined && isSuccess(node.arguments[0]) ? method.okOfSuccess : method.ok
  const { bad, handles } = method
  const handler = handles === undefined ? null : handlerOf(t, node.arguments[handles], env)
  const own = () => (ok === undefined ? promise.ok() : refFlow(t, methods.client, ok, methods.request, node))
  const failure = () => (bad === undefined ? promise.bad() : refFlow(t, methods.client, bad, methods.request, node))
  if (handler === null) return one({ ...promise, ok: own, bad: failure })
  return one({
    ...promise,
    ok: () => awaited(union(own(), handler.gives(promise.bad()))),
    bad: () => union(promise.bad(), handler.throws(promise.bad())),
  })
}

function isSuccess(status: ts.Expression | undefined): boolean {
  return status !== undefined && ts.isNumericLiteral(status) && Number(status.text) < 400
}

function chained(
  t: Tracer,
  promise: PromiseValue,
  onOk: ts.Expression | undefined,
  onBad: ts.Expression | undefined,
  env: Env | null,
): PromiseValue {
  const ok = handlerOf(t, onOk, env)
  const bad = handlerOf(t, onBad, env)
  const okResult = () => (ok === null ? promise.ok() : ok.gives(promise.ok()))
  const badResult = () => (bad === null ? NOTHING : bad.gives(promise.bad()))
  return {
    kind: 'promise',
    methods: null,
    ok: () => awaited(union(okResult(), badResult())),
    bad: () =>
      union(
        bad === null ? promise.bad() : union(bad.throws(promise.bad()), rejectionsOf(badResult())),
        ok === null ? NOTHING : union(ok.throws(promise.ok()), rejectionsOf(okResult())),
      ),
  }
}

/** A function that is handed over: what it gives and what it throws for what it is given. */
export interface Handler {
  readonly gives: (given: Flow) => Flow
  readonly throws: (given: Flow) => Flow
}

/** The handler that an argument stands for; `null` where there is none. */
export function handlerOf(t: Tracer, node: ts.Expression | undefined, env: Env | null): Handler | null {
  if (node === undefined) return null
  const flow = t.evaluate(node, env)
  if (flow.every(({ value }) => value.kind === 'absent')) return null
  return {
    gives: given =>
      each(flow, value => {
        if (value.kind === 'function') return t.callFunction(value, index => (index === 0 ? given : NOTHING), node)
        return value.kind === 'absent' ? NOTHING : strange(node, value)
      }),
    throws: given =>
      each(flow, value => {
        if (value.kind === 'function') return t.thrownByFunction(value, index => (index === 0 ? given : NOTHING), node)
        return value.kind === 'external' ? one({ kind: 'foreign', at: node, platform: false }) : NOTHING
      }),
  }
}

function strange(node: ts.Expression, value: Value): Flow {
  return value.kind === 'unknown' ? one(value) : unknown('package-call', node)
}
