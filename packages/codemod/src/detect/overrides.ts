import { ts } from '../source/compiler.ts'
import { nameText } from './syntax.ts'
import type { Tracer } from './tracer.ts'
import type { ClassNode, FunctionNode } from './values.ts'

/** The methods by which classes of the project override one of a class; `this` may be any of them. */
export function overridesOf(t: Tracer, node: ClassNode, name: string): readonly FunctionNode[] {
  return derivedFrom(t, node).flatMap(child => [...methodsOf(child, name), ...overridesOf(t, child, name)])
}

/** The methods of a class by this name: signatures without a body say nothing that the body does not say. */
export function methodsOf(node: ClassNode, name: string): readonly FunctionNode[] {
  return node.members
    .filter(ts.isMethodDeclaration)
    .filter(member => member.body !== undefined && nameText(member.name) === name)
}

function derivedFrom(t: Tracer, node: ClassNode): readonly ClassNode[] {
  return t.remember(node, 'derived', () => {
    const declaration = node.name === undefined ? null : t.project.declarationOf(node.name)
    const uses = declaration === null ? null : t.usesOf(declaration)
    return (uses ?? []).flatMap(id => {
      const clause = id.parent
      const child = ts.isExpressionWithTypeArguments(clause) ? clause.parent.parent : null
      return child !== null && ts.isClassLike(child) && child !== node ? [child] : []
    })
  })
}
