import { createRequire } from 'node:module'
import { ts } from './compiler.ts'

/** Blanks every type of a Flow file; `null` where that would move a character. */
export function blankTypes(text: string): string | null {
  const blanked = blank(text)
  return blanked?.length === text.length ? blanked : null
}

// The parser costs 100 ms: it is loaded when the first such file is met, and never in a repository without one.
const require = createRequire(import.meta.url)
let remover: ((text: string, options: { readonly all: boolean }) => { toString(): string }) | null = null

function blank(text: string): string | null {
  remover ??= require('flow-remove-types')
  try {
    return remover?.(text, { all: true }).toString() ?? null
  } catch {
    return null
  }
}

/**
 * Lets a tree that was made of the blanked text stand on the text with its types, so that what is copied from it is what
 * the author wrote. Leading blanks are cut off from every node: there the two texts differ.
 */
export function standOn(tree: ts.SourceFile, text: string): void {
  const starts: (readonly [ts.Node, number])[] = []
  const visit = (node: ts.Node): void => {
    // A node without a width has no start to look for.
    if (node.pos < node.end) starts.push([node, node.getStart(tree)])
    ts.forEachChild(node, visit)
  }
  ts.forEachChild(tree, visit)
  for (const [node, pos] of starts) ts.setTextRange(node, { pos, end: node.end })
  tree.text = text
}
