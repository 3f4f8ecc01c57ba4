import { ts } from '../source/compiler.ts'

/** The name that starts at a place of a file. */
export function identifierAt(source: ts.SourceFile, start: number): ts.Identifier | null {
  let found: ts.Identifier | null = null
  const visit = (node: ts.Node): void => {
    if (node.pos > start || node.end <= start) return
    if (ts.isIdentifier(node) && node.getStart(source) === start) found = node
    else ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}
