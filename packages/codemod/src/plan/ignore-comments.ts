import type { Tracer } from '../detect/tracer.ts'
import type { ts } from '../source/compiler.ts'
import type { Unit } from '../source/project.ts'

/** `// problemshift-ignore reason` on the line of a site or the one before. */
export interface IgnoreComments {
  readonly covers: (node: ts.Node) => boolean
  /** Lines of comments that no site made use of, or that give no reason. */
  readonly unused: () => readonly number[]
}

const MARK = /(?:\/\/|\/\*|\{\/\*)\s*problemshift-ignore\b[ \t]*:?[ \t]*(.*)/

/** The ignore comments of a file, found once. */
export function ignoreComments(t: Tracer, unit: Unit): IgnoreComments {
  return t.remember(unit, 'ignore-comments', () => read(unit))
}

function read(unit: Unit): IgnoreComments {
  const lines = new Map<number, boolean>()
  if (unit.source.text.includes('problemshift-ignore')) {
    for (const [index, line] of unit.source.text.split('\n').entries()) {
      const reason = MARK.exec(line)?.[1]
        ?.replace(/\*\/\}?\s*$/, '')
        .trim()
      // A comment without a reason is not one: whoever decides to keep a site says why.
      if (reason !== undefined && reason !== '') lines.set(index, false)
    }
  }
  return {
    covers: node => {
      const { line } = unit.tree.getLineAndCharacterOfPosition(node.getStart())
      const at = [line, line - 1].find(one => lines.has(one))
      if (at === undefined) return false
      lines.set(at, true)
      return true
    },
    unused: () => [...lines].filter(([, used]) => !used).map(([line]) => line + 1),
  }
}
