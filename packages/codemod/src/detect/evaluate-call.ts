import type { Ref } from '../clients/client.ts'
import { refFlow } from './place-value.ts'
import { isErrorName } from './classes.ts'
import { changesOfRequest } from './hook-sites.ts'
import { memberRef, placeOf } from '../clients/clients.ts'
import { ts } from '../source/compiler.ts'
import { callArrayMethod } from './array-methods.ts'
import type { FunctionNode, FunctionValue, PlaceValue } from './values.ts'
import { callExternal } from './external-calls.ts'
import { givenToCallback } from './evaluate-parameter.ts'
import { parsedWhere } from './json-only.ts'
import { callLibrary } from './library-calls.ts'
import { errorsThroughHooks, successThroughHooks } from './hooks.ts'
import { callPromiseMethod } from './promises.ts'
import { callTextMethod, isText } from './text-methods.ts'
import { inner, isAccess, keyOf } from './syntax.ts'
import type { Tracer } from './tracer.ts'
import {
  ABSENT,
  each,
  type Env,
  type Flow,
  one,
  passing,
  type Request,
  through,
  union,
  unknown,
  type Value,
} from './values.ts'

/** What a call gives. */
export function evaluateCall(t: Tracer, node: ts.CallExpression, env: Env | null): Flow {
  const callee = inner(node.expression)
  if (callee.kind === ts.SyntaxKind.ImportKeyword) return importCall(t, node)
  if (isRequire(t, callee)) return importCall(t, node)
  if (isAccess(callee)) {
    const key = keyOf(callee)
    if (key === null) return unknown('dynamic-key', callee)
    if (callee.expression.kind === ts.SyntaxKind.SuperKeyword) return unknown('field-of-class', callee)
    if (callee.expression.kind !== ts.SyntaxKind.ThisKeyword) {
      return each(t.evaluate(callee.expression, env), value => callMethod(t, node, value, key, env))
    }
  }
  return each(t.evaluate(callee, env), value => t.callValue(node, value, env))
}

function isRequire(t: Tracer, callee: ts.Expression): boolean {
  return ts.isIdentifier(callee) && callee.text === 'require' && t.project.declarationOf(callee) === null
}

function importCall(t: Tracer, node: ts.CallExpression): Flow {
  const [specifier] = node.arguments
  if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return unknown('unresolved-import', node)
  const flow = t.moduleFlow(specifier.text, node)
  if (node.expression.kind !== ts.SyntaxKind.ImportKeyword) return requireFlow(t, flow, node)
  return one({
    kind: 'promise',
    methods: null,
    ok: () => flow,
    bad: () => one({ kind: 'foreign', at: node, platform: true }),
  })
}

// `require` of a file whose whole export is one value gives that value.
function requireFlow(t: Tracer, flow: Flow, node: ts.Node): Flow {
  return each(flow, value => {
    if (value.kind !== 'module') return one(value)
    const whole = t.memberOf(value, 'default', node)
    return whole.some(it => it.value.kind === 'unknown') ? one(value) : whole
  })
}

function callMethod(t: Tracer, node: ts.CallExpression, value: Value, key: string, env: Env | null): Flow {
  if (value.kind === 'absent') return ABSENT
  if (value.kind === 'promise') return callPromiseMethod(t, node, value, key, env)
  if (isText(value, key)) return callTextMethod(node, value, key, t, env)
  if (value.kind === 'array' || value.kind === 'body') return callArrayMethod(t, node, value, key, env)
  const isOwn = value.kind === 'place' && memberRef(placeOf(value), key) !== undefined
  if (!isOwn && (key === 'toString' || key === 'toLocaleString'))
    return errorText(value) ?? unknown('changed-text', node)
  if (value.kind === 'function' && (key === 'call' || key === 'apply' || key === 'bind')) return unknown('syntax', node)
  return each(t.memberOf(value, key, node), member => t.callValue(node, member, env))
}

// `AxiosError: Network Error`: the library wrote it, the server did not.
function errorText(value: Value): Flow | null {
  const isOther =
    (value.kind === 'place' && placeOf(value).error === true) || (value.kind === 'foreign' && value.platform)
  return isOther ? one({ kind: 'platform-text' }) : null
}

/** What is called by a call: the function, or what stands for one. Methods of texts, lists and promises are `plain`. */
export function callMethodValues(t: Tracer, node: ts.CallExpression, env: Env | null): Flow {
  const callee = inner(node.expression)
  if (!isAccess(callee) || callee.expression.kind === ts.SyntaxKind.ThisKeyword) return t.evaluate(callee, env)
  const key = keyOf(callee)
  if (key === null || callee.expression.kind === ts.SyntaxKind.SuperKeyword) return unknown('dynamic-key', callee)
  return each(t.evaluate(callee.expression, env), value => {
    if (value.kind === 'promise' || value.kind === 'array' || value.kind === 'plain' || isText(value, key)) {
      return one({ kind: 'plain' })
    }
    return value.kind === 'body' ? one({ kind: 'plain' }) : t.memberOf(value, key, node)
  })
}

/** What calling a value gives, with the arguments of this call. */
export function callValue(t: Tracer, node: ts.CallExpression, value: Value, env: Env | null): Flow {
  switch (value.kind) {
    case 'function':
      return t.callFunction(value, t.argumentsOf(node, env), node)
    case 'place':
      return t.callPlace(value, node, env)
    case 'external':
      return callLibrary(t, node, value, env) ?? callExternal(t, node, value.module, value.path, env)
    case 'absent':
      return ABSENT
    case 'unknown':
      return one(value)
    default:
      return unknown('syntax', node)
  }
}

/** The arguments of a call, each looked at when it is asked for. */
export function argumentsOf(t: Tracer, node: ts.CallExpression, env: Env | null): (index: number) => Flow {
  const spread = node.arguments.findIndex(ts.isSpreadElement)
  return index => {
    const argument = node.arguments[index]
    if (spread !== -1 && index >= spread) return unknown('spread', node)
    return argument === undefined ? ABSENT : t.evaluate(argument, env)
  }
}

/** What calling a place of a library gives. */
export function callPlace(t: Tracer, value: PlaceValue, node: ts.Expression, env: Env | null): Flow {
  const { call, methods: byName, beforeHooks } = placeOf(value)
  if (call === undefined) return unknown('package-call', node)
  const request = requestOf(value, call, node)
  // Asked for only where an answer is looked at: whose hook it is depends on what calls like this one made.
  const lost = () =>
    changesOfRequest(t, value.client, request).find(change => value.client.followed?.[change.name] === undefined)
  const flow = through(refFlow(t, value.client, call, request, node, null, env), node, 'call')
  return each(flow, made =>
    made.kind === 'promise'
      ? one({
          ...made,
          methods: byName === undefined ? made.methods : { client: value.client, request, byName },
          ok: () => {
            const change = lost()
            return change === undefined
              ? parsedWhere(t, node, successThroughHooks(t, value.client, request, made.ok()))
              : unknown('hook', change.at)
          },
          bad: () => (beforeHooks ? made.bad() : errorsThroughHooks(t, value.client, request, made.bad())),
        })
      : one(made),
  )
}

// A call that gives a client makes an instance; one that gives a promise sends a request.
function requestOf(value: PlaceValue, call: Ref, node: ts.Expression): Request {
  const { request, client } = value
  if (typeof call !== 'object' || !('place' in call)) return { ...request, call: request.call ?? node }
  const { made } = placeOf({ client, place: call.place })
  if (made === 'request') return { ...request, call: request.call ?? node }
  return made === 'instance' && request.call === null ? { call: null, instance: node } : request
}

/** What `new` gives. */
export function evaluateNew(t: Tracer, node: ts.NewExpression, env: Env | null): Flow {
  return each(t.evaluate(node.expression, env), value => {
    switch (value.kind) {
      case 'class':
        return one({ kind: 'instance', node: value.node, made: node, env, over: [] })
      case 'place': {
        const { construct, madeByClient = false } = placeOf(value)
        const request = { call: null, instance: node }
        // What the client itself makes is nothing that was sent to it.
        if (madeByClient) return one({ kind: 'external', module: null, path: ['new', value.place] })
        return construct === undefined
          ? unknown('package-call', node)
          : refFlow(t, value.client, construct, request, node)
      }
      case 'external':
        return newExternal(t, node, value.module, value.path, env)
      case 'unknown':
        return one(value)
      default:
        return unknown('syntax', node)
    }
  })
}

const PLAIN_CLASSES = new Set([
  'Date',
  'RegExp',
  'Set',
  'Map',
  'WeakMap',
  'WeakSet',
  'URL',
  'Headers',
  'AbortController',
])

function newExternal(
  t: Tracer,
  node: ts.NewExpression,
  module: string | null,
  path: readonly string[],
  env: Env | null,
): Flow {
  const [name] = path
  if (module === null && isErrorName(path)) return one({ kind: 'instance', node: null, made: node, env, over: [] })
  if (module === null && name === 'Promise') return newPromise(t, node, env)
  if (module === null && name !== undefined && PLAIN_CLASSES.has(name)) return one({ kind: 'plain' })
  return unknown('package-call', node)
}

// new Promise((resolve, reject) => …): what the two are called with, as long as they are only called.
function newPromise(t: Tracer, node: ts.NewExpression, env: Env | null): Flow {
  const [executor] = node.arguments ?? []
  if (executor === undefined) return unknown('syntax', node)
  const [made] = t.evaluate(executor, env)
  if (made?.value.kind !== 'function') return unknown('syntax', node)
  const fn: FunctionValue = made.value
  return one({
    kind: 'promise',
    methods: null,
    ok: () => settled(t, fn, 0, env),
    // What the executor throws on the spot rejects the promise, too.
    bad: () => union(settled(t, fn, 1, env), fn.node.body === undefined ? [] : t.thrownIn(fn.node.body, env)),
  })
}

const TIMERS = new Set(['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'requestAnimationFrame'])

// setTimeout(resolve, 100): called with nothing.
function handedToTimer(t: Tracer, node: ts.Node): boolean {
  if (!ts.isCallExpression(node)) return false
  const callee = inner(node.expression)
  return ts.isIdentifier(callee) && TIMERS.has(callee.text) && t.project.declarationOf(callee) === null
}

function settled(t: Tracer, fn: FunctionValue, index: number, env: Env | null): Flow {
  const parameter = fn.node.parameters[index]
  if (parameter === undefined) return []
  if (!ts.isIdentifier(parameter.name)) return unknown('syntax', parameter)
  const calls = t.project.declarationOf(parameter.name)?.references ?? []
  // A promise may settle with another that settles with this one.
  return t.deeper(parameter, () =>
    t.enter(fn.node, parameter, () => union(...calls.map(id => settledBy(t, id, fn.node, env)))),
  )
}

function settledBy(t: Tracer, id: ts.Identifier, executor: FunctionNode, env: Env | null): Flow {
  const call = id.parent
  if (ts.isCallExpression(call) && call.expression === id) return passing(t.argumentsOf(call, env)(0), call)
  return handedToTimer(t, call) ? ABSENT : givenToCallback(t, id, 0, executor)
}
