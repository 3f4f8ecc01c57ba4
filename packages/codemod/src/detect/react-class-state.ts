import { ts } from '../source/compiler.ts'
import { givenByUpdater } from './react-state.ts'
import { hasModifier, inner, isAccess, isFunctionNode, keyOf, nameText } from './syntax.ts'
import type { Tracer } from './tracer.ts'
import { each, type ClassNode, type Flow, type FunctionNode, one, through, union, unknown } from './values.ts'

const COMPONENTS = ['Component', 'PureComponent']
const MODULES = ['react', 'preact']
const DERIVING = ['getDerivedStateFromError', 'getDerivedStateFromProps']

/**
 * The state of a component that is a class: its first value and whatever `this.setState` is called with. `null` for a
 * class that is no component.
 */
export function classState(t: Tracer, node: ClassNode, parent: ts.Expression | null, first: Flow): Flow | null {
  if (parent === null || !isComponent(t, parent)) return null
  const sets = t.remember(node, 'class-state', () => setsIn(node))
  const held = union(first, ...sets.map(set => given(t, set)))
  return one({
    kind: 'record',
    at: node,
    is: 'state',
    member: name => each(held, value => t.memberOf(value, name, node)),
  })
}

function isComponent(t: Tracer, parent: ts.Expression): boolean {
  const flow = t.evaluate(parent, null)
  return flow.some(
    ({ value }) =>
      value.kind === 'external' && MODULES.includes(value.module ?? '') && COMPONENTS.includes(value.path.at(-1) ?? ''),
  )
}

/** What is laid over the state: an argument of `setState`, or a function that derives a part of it. */
type Laid = ts.Expression | FunctionNode | { readonly lost: ts.Node }

function setsIn(node: ClassNode): readonly Laid[] {
  const found: Laid[] = node.members.filter(
    (member): member is ts.MethodDeclaration =>
      ts.isMethodDeclaration(member) &&
      hasModifier(member, ts.SyntaxKind.StaticKeyword) &&
      DERIVING.includes(nameText(member.name) ?? ''),
  )
  const visit = (child: ts.Node): void => {
    if (isAccess(child) && keyOf(child) === 'setState') found.push(...setBy(child))
    ts.forEachChild(child, visit)
  }
  ts.forEachChild(node, visit)
  return found
}

function setBy(access: ts.Expression): readonly Laid[] {
  const call = access.parent
  const isOwn = isAccess(access) && access.expression.kind === ts.SyntaxKind.ThisKeyword
  if (!isOwn || !ts.isCallExpression(call) || call.expression !== access) return [{ lost: access }]
  const [argument] = call.arguments
  return argument === undefined ? [] : [argument]
}

function given(t: Tracer, set: Laid): Flow {
  if ('lost' in set) return unknown('hook', set.lost)
  const node = isFunctionNode(set) ? set : inner(set)
  return through(isFunctionNode(node) ? givenByUpdater(t, node) : t.evaluate(node, null), node, 'setState')
}
