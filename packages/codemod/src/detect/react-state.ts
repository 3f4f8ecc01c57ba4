import { ts } from '../source/compiler.ts'
import { inner } from './syntax.ts'
import type { Tracer } from './tracer.ts'
import { ABSENT, type Env, type Flow, through, union, unknown } from './values.ts'

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
  if (ts.isArrowFunction(argument) || ts.isFunctionExpression(argument)) return unknown('hook', argument)
  return through(t.evaluate(argument, null), call, 'setter')
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
