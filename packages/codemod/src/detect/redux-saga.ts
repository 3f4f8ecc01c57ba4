import { placeOf } from '../clients/clients.ts'
import { ts } from '../source/compiler.ts'
import { settling } from './call-function.ts'
import { inner } from './syntax.ts'
import type { Arguments, Tracer } from './tracer.ts'
import {
  awaited,
  each,
  type Env,
  type Flow,
  NOTHING,
  one,
  type PromiseValue,
  rejectionsOf,
  through,
  union,
  unknown,
  type Value,
} from './values.ts'

const EFFECTS = new Set([
  'redux-saga/effects',
  '@redux-saga/core/effects',
  'typed-redux-saga',
  'typed-redux-saga/macro',
])
// What they throw, if anything, is thrown by a reducer or a selector, and no answer of an API comes that way.
const SILENT = new Set([
  'put',
  'select',
  'take',
  'takeMaybe',
  'takeEvery',
  'takeLatest',
  'takeLeading',
  'delay',
  'fork',
  'spawn',
  'cancel',
  'cancelled',
  'actionChannel',
  'flush',
  'getContext',
  'setContext',
])

/** `const loan = yield call(find, id)`: what redux-saga gives a saga for an effect. */
export function givenByEffect(t: Tracer, node: ts.YieldExpression, env: Env | null): Flow {
  const effect = node.expression === undefined ? null : effectOf(t, node.expression, env)
  return effect === null ? unknown('syntax', node) : through(effect.ok(), node, 'yield')
}

/** What redux-saga throws into a saga where an effect has failed. */
export function thrownByEffect(t: Tracer, node: ts.YieldExpression, env: Env | null): Flow {
  const effect = node.expression === undefined ? null : effectOf(t, node.expression, env)
  return effect === null ? unknown('thrown-by-unknown', node) : through(effect.bad(), node, 'yield')
}

type Effect = Pick<PromiseValue, 'ok' | 'bad'>

function effectOf(t: Tracer, expression: ts.Expression, env: Env | null): Effect | null {
  const node = inner(expression)
  if (!ts.isCallExpression(node)) return null
  const names = t.evaluate(node.expression, env).map(({ value }) => effectName(value))
  const [name, more] = new Set(names)
  if (name === undefined || name === null || more !== undefined) return null
  const ok = () => unknown('package-call', node)
  if (SILENT.has(name)) return { ok, bad: () => one({ kind: 'foreign', at: node, platform: true }) }
  if (name === 'call') return calledBy(t, node, env)
  if (name !== 'all' && name !== 'race') return null
  const parts = partsOf(node.arguments[0])?.map(part => effectOf(t, part, env))
  return parts?.every(part => part !== null) === true
    ? { ok, bad: () => union(...parts.map(part => part?.bad() ?? NOTHING)) }
    : null
}

function effectName(value: Value): string | null {
  if (value.kind !== 'external' || value.module === null || !EFFECTS.has(value.module)) return null
  return value.path.at(-1) ?? null
}

// all([call(…), call(…)]), race({ loan: call(…), timeout: delay(…) })
function partsOf(given: ts.Expression | undefined): readonly ts.Expression[] | null {
  const node = given === undefined ? null : inner(given)
  if (node === null) return null
  if (ts.isArrayLiteralExpression(node)) return node.elements.some(ts.isSpreadElement) ? null : node.elements
  if (!ts.isObjectLiteralExpression(node)) return null
  const parts = node.properties.flatMap(one => (ts.isPropertyAssignment(one) ? [one.initializer] : []))
  return parts.length === node.properties.length ? parts : null
}

function calledBy(t: Tracer, node: ts.CallExpression, env: Env | null): Effect | null {
  const [first] = node.arguments
  if (first === undefined || node.arguments.some(ts.isSpreadElement)) return null
  const callee = calleeOf(first)
  const given = t.argumentsOf(node, env)
  const args: Arguments = index => given(index + 1)
  const called = t.evaluate(callee, env)
  const result = () => each(called, value => resultOf(t, value, args, callee))
  const thrown = () =>
    each(called, value => (value.kind === 'function' ? t.thrownByFunction(value, args, node) : NOTHING))
  return { ok: () => awaited(result()), bad: () => union(rejectionsOf(result()), thrown()) }
}

// call([api, api.find], id): the second is what is called.
function calleeOf(first: ts.Expression): ts.Expression {
  const pair = inner(first)
  const [, called] = ts.isArrayLiteralExpression(pair) && pair.elements.length === 2 ? pair.elements : []
  return called ?? first
}

function resultOf(t: Tracer, value: Value, args: Arguments, at: ts.Expression): Flow {
  if (value.kind === 'function') {
    return value.node.asteriskToken === undefined ? t.callFunction(value, args, at) : one(settling(t, value, args, at))
  }
  if (value.kind === 'place' && placeOf(value).call !== undefined) return t.callPlace(value, at, null)
  return value.kind === 'unknown' ? one(value) : unknown('package-call', at)
}
