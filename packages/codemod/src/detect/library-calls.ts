import type { ts } from '../source/compiler.ts'
import { callReact } from './react.ts'
import { callRedux } from './redux.ts'
import type { Tracer } from './tracer.ts'
import type { Env, Flow, Value } from './values.ts'

export type External = Extract<Value, { kind: 'external' }>

const REACT = new Set(['react', 'preact/hooks', 'preact', 'preact/compat'])
const REDUX = new Set(['@reduxjs/toolkit', 'redux', 'react-redux', 'redux-persist'])

/** What a call to a library gives that carries values from one place of the program to another; `null` for others. */
export function callLibrary(t: Tracer, node: ts.CallExpression, value: External, env: Env | null): Flow | null {
  const { module } = value
  if (module === null) return null
  if (REACT.has(module)) return callReact(t, node, value, env)
  return REDUX.has(module) ? callRedux(t, node, value, env) : null
}
