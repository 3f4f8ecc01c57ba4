import { ts } from '../source/compiler.ts'
import { inner, outer, returnsOf } from './syntax.ts'
import type { Tracer } from './tracer.ts'
import { ABSENT, type Env, type Flow, type FunctionNode, NOTHING, through, union, unknown } from './values.ts'

/**
 * `const [error, setError] = useState(…)`: the state holds its first value and whatever the setter is called with. A
 * setter that is handed on to others keeps the site.
 */
export function stateSetters(t: Tracer, element: ts.BindingElement, env: Env | null): Flow | null {
  const made = stateCall(t, element)
  if (made === null) return null
  const pattern = element.parent
  if (pattern.elements[0] !== element) return unknown('hook', element)
  const first = made.arguments[0]
  const initial = first === undefined ? ABSENT : initialFlow(t, first, env)
  const setter = pattern.elements[1]
  if (setter === undefined || !ts.isBindingElement(setter)) return initial
  if (!ts.isIdentifier(setter.name)) return unknown('hook', element)
  const declaration = t.project.declarationOf(setter.name)
  const sets = (declaration?.references ?? []).map(id => setFlow(t, id))
  return through(union(initial, ...sets), element, 'state')
}

/** The call of `useState` that a name of the pair is taken from; `null` for a pair that somebody else makes. */
export function stateCall(t: Tracer, element: ts.BindingElement): ts.CallExpression | null {
  const pattern = element.parent
  if (!ts.isArrayBindingPattern(pattern) || !ts.isVariableDeclaration(pattern.parent)) return null
  const call = pattern.parent.initializer
  const made = call === undefined ? null : inner(call)
  return made !== null && ts.isCallExpression(made) && isUseState(t, made.expression) ? made : null
}

function initialFlow(t: Tracer, first: ts.Expression, env: Env | null): Flow {
  return ts.isArrowFunction(first) || ts.isFunctionExpression(first) ? unknown('hook', first) : t.evaluate(first, env)
}

function setFlow(t: Tracer, id: ts.Identifier): Flow {
  const call = id.parent
  // React's lists of dependencies name a setter without giving it away.
  if (ts.isArrayLiteralExpression(call)) return []
  if (!ts.isCallExpression(call) || call.expression !== id) return unknown('hook', id)
  const [argument] = call.arguments
  if (argument === undefined) return ABSENT
  const given = inner(argument)
  if (!ts.isArrowFunction(given) && !ts.isFunctionExpression(given)) {
    return through(t.evaluate(argument, null), call, 'setter')
  }
  return through(givenByUpdater(t, given), call, 'setter')
}

/** What a function makes of the state before it: `state => ({ ...state, error })` brings nothing new but what it names. */
export function givenByUpdater(t: Tracer, fn: FunctionNode): Flow {
  const [state] = fn.parameters
  const isSpread = state !== undefined && isOnlySpread(t, state)
  const env: Env | null = isSpread ? { args: new Map([[state, () => NOTHING]]), parent: null } : null
  const results = returnsOf(fn)
  if (results.some(result => !ts.isObjectLiteralExpression(inner(result)))) return unknown('hook', fn)
  return union(...results.map(result => t.evaluate(result, env)))
}

function isOnlySpread(t: Tracer, { name }: ts.ParameterDeclaration): boolean {
  const declaration = ts.isIdentifier(name) ? t.project.declarationOf(name) : null
  return declaration?.references.every(id => ts.isSpreadAssignment(outer(id).parent)) ?? false
}

function isUseState(t: Tracer, callee: ts.Expression): boolean {
  return t
    .evaluate(callee, null)
    .every(
      ({ value }) =>
        value.kind === 'external' &&
        (value.module === 'react' || value.module === 'preact/hooks') &&
        value.path.at(-1) === 'useState',
    )
}
