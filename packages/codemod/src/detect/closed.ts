import { ts } from '../source/compiler.ts'
import type { Project } from '../source/project.ts'

// What is longer is hardly ever closed, and is looked through for nothing.
const LONGEST = 4_000
const known = new WeakMap<ts.Node, boolean>()

/** Whether a piece of code means the same in every call of the functions round it: it uses none of their names. */
export function isClosed(project: Project, node: ts.Node): boolean {
  const answer = known.get(node) ?? (node.end - node.pos <= LONGEST && !usesOuter(project, node, node))
  known.set(node, answer)
  return answer
}

function usesOuter(project: Project, node: ts.Node, whole: ts.Node): boolean {
  if (ts.isTypeNode(node)) return false
  if (ts.isIdentifier(node)) {
    const declaration = project.declarationOf(node)
    if (declaration === null || declaration.scope.parent === null) return false
    return declaration.id.pos < whole.pos || declaration.id.end > whole.end
  }
  return ts.forEachChild(node, child => usesOuter(project, child, whole) || undefined) ?? false
}
