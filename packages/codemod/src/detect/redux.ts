import type { ts } from '../source/compiler.ts'
import type { External } from './library-calls.ts'
import { rootState } from './redux-state.ts'
import type { Tracer } from './tracer.ts'
import { each, type Env, type Flow, one, unknown } from './values.ts'

/** What Redux gives beyond what its data says: the way from the store to a component. */
export function callRedux(t: Tracer, node: ts.CallExpression, value: External, env: Env | null): Flow | null {
  const given = (index: number) => (index === 0 ? rootState(t, node) : unknown('parameter-callers', node))
  switch (value.path.join('.')) {
    case 'combineReducers':
      return one({ ...value, made: node })
    case 'useSelector':
      return each(t.argumentsOf(node, env)(0), selector =>
        selector.kind === 'function' ? t.callFunction(selector, given, node) : unknown('package-call', node),
      )
    case 'useSelector.withTypes':
      return one({ ...value, path: ['useSelector'] })
    default:
      return null
  }
}
