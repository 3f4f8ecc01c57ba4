import { ts } from '../source/compiler.ts'
import { isTargetOf } from './assignments.ts'
import type { External } from './library-calls.ts'
import { inner, isAccess, keyOf, nameText, outer } from './syntax.ts'
import type { Tracer } from './tracer.ts'
import { ABSENT, each, type Env, type Flow, NOTHING, one, PLAIN, union, unknown, type Value } from './values.ts'

/** What React's own functions give: the ways on which a value gets from one component to another. */
export function callReact(t: Tracer, node: ts.CallExpression, value: External, env: Env | null): Flow | null {
  const [first] = node.arguments
  switch (value.path.at(-1)) {
    case 'useMemo':
      return first === undefined ? null : returnedBy(t, t.evaluate(first, env), node)
    case 'useCallback':
    case 'useDeferredValue':
      return first === undefined ? null : t.evaluate(first, env)
    case 'createContext':
      return one({ ...value, made: node })
    case 'useContext':
    case 'use':
      return first === undefined ? null : each(t.evaluate(first, env), context => provided(t, context, node))
    default:
      return null
  }
}

function returnedBy(t: Tracer, flow: Flow, at: ts.Node): Flow {
  return each(flow, value =>
    value.kind === 'function' ? t.callFunction(value, () => NOTHING, at) : unknown('package-call', at),
  )
}

/** `const retry = useCallback(error => …, [])`: the name by which the function is called. */
export function nameOfCallback(t: Tracer, call: ts.CallExpression): ts.Identifier | null {
  const holder = outer(call).parent
  if (!ts.isVariableDeclaration(holder) || !ts.isIdentifier(holder.name)) return null
  const [only, more] = t.evaluate(call.expression, null)
  if (only?.value.kind !== 'external' || more !== undefined) return null
  const { module, path } = only.value
  return module === 'react' && path.at(-1) === 'useCallback' ? holder.name : null
}

/** What a context holds: what every provider of it is given, or what it was created with. */
function provided(t: Tracer, context: Value, at: ts.CallExpression): Flow {
  if (context.kind !== 'external' || context.made === undefined) return unknown('hook', at)
  const { made } = context
  const holder = outer(made).parent
  const name = ts.isVariableDeclaration(holder) && ts.isIdentifier(holder.name) ? holder.name : null
  const declaration = name === null ? null : t.project.declarationOf(name)
  const uses = declaration === null ? null : t.usesOf(declaration)
  if (uses === null) return unknown('hook', made)
  const [first] = made.arguments
  return union(first === undefined ? ABSENT : t.evaluate(first, null), ...uses.map(use => providedBy(t, use)))
}

function providedBy(t: Tracer, use: ts.Identifier): Flow {
  const node = outer(use)
  const { parent } = node
  if (isTag(parent)) return providedValue(t, parent)
  if (ts.isJsxClosingElement(parent) || ts.isExportAssignment(parent) || ts.isTypeQueryNode(parent)) return NOTHING
  if (ts.isCallExpression(parent) && parent.arguments[0] === node) return readsContext(t, parent)
  if (!isAccess(parent)) return unknown('hook', use)
  const key = keyOf(parent)
  if (key === 'Provider') {
    if (isTag(parent.parent)) return providedValue(t, parent.parent)
    return ts.isJsxClosingElement(parent.parent) ? NOTHING : unknown('hook', use)
  }
  return key === 'Consumer' || isTargetOf(parent) !== null ? NOTHING : unknown('hook', use)
}

function readsContext(t: Tracer, call: ts.CallExpression): Flow {
  const reads = t.evaluate(call.expression, null).every(({ value }) => {
    return value.kind === 'external' && (value.path.at(-1) === 'useContext' || value.path.at(-1) === 'use')
  })
  return reads ? NOTHING : unknown('hook', call)
}

type Tag = ts.JsxOpeningElement | ts.JsxSelfClosingElement

function isTag(node: ts.Node): node is Tag {
  return ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node)
}

function providedValue(t: Tracer, tag: Tag): Flow {
  return attributesOf(t, tag.attributes).member('value')
}

/** What a component is given: its attributes, as one object. */
export function attributesOf(t: Tracer, attributes: ts.JsxAttributes): Extract<Value, { kind: 'record' }> {
  return { kind: 'record', at: attributes, is: 'attributes', member: name => attributeFlow(t, attributes, name) }
}

function attributeFlow(t: Tracer, attributes: ts.JsxAttributes, name: string): Flow {
  // What stands between the tags is never one plain text to test.
  if (name === 'children') return unknown('syntax', attributes)
  // The last of two equal names wins; a spread behind it may win over both.
  for (const property of [...attributes.properties].reverse()) {
    if (ts.isJsxSpreadAttribute(property)) {
      const spread = each(t.evaluate(property.expression, null), value => t.memberOf(value, name, property))
      if (spread.every(({ value }) => value.kind === 'absent')) continue
      return unknown('spread', property)
    }
    if (attributeName(property) !== name) continue
    const { initializer } = property
    if (initializer === undefined) return PLAIN
    if (ts.isStringLiteral(initializer)) return one({ kind: 'text', text: initializer.text })
    const expression = ts.isJsxExpression(initializer) ? initializer.expression : undefined
    return expression === undefined ? unknown('syntax', property) : t.evaluate(inner(expression), null)
  }
  return ABSENT
}

function attributeName({ name }: ts.JsxAttribute): string | null {
  return ts.isIdentifier(name) ? nameText(name) : null
}
