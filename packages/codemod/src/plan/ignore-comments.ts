import type { Tracer } from '../detect/tracer.ts'
import { ignoreMarks } from '../find/ignore-marks.ts'
import type { IdleComment } from '../report/report.ts'
import type { ts } from '../source/compiler.ts'
import type { Unit } from '../source/project.ts'

/** `// problemshift-ignore reason` on the line of a site or the one before. */
export interface IgnoreComments {
  readonly covers: (node: ts.Node) => boolean
  /** Comments that no site made use of, or that give no reason. */
  readonly idle: () => readonly IdleComment[]
}

/** The ignore comments of a file, found once. */
export function ignoreComments(t: Tracer, unit: Unit): IgnoreComments {
  return t.remember(unit, 'ignore-comments', () => read(unit))
}

function read(unit: Unit): IgnoreComments {
  const marks = ignoreMarks(unit.source.text)
  const used = new Set<number>()
  return {
    covers: node => {
      const line = unit.tree.getLineAndCharacterOfPosition(node.getStart()).line + 1
      const reasoned = marks.filter(mark => mark.reason !== '').map(mark => mark.line)
      const at = [line, line - 1].find(one => reasoned.includes(one))
      if (at !== undefined) used.add(at)
      return at !== undefined
    },
    idle: () => idleComments(unit.file, unit.source.text).filter(({ line }) => !used.has(line)),
  }
}

/** The ignore comments of a file in which there is no site. */
export function idleComments(file: string, text: string): readonly IdleComment[] {
  return ignoreMarks(text).map(({ line, reason }) => ({ file, line, code: reason === '' ? 'no-reason' : 'no-site' }))
}
