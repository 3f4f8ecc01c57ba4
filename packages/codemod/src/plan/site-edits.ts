import type { Project } from '../source/project.ts'
import type { PlannedSite } from './plan.ts'
import type { Site, SiteEdit, SiteHunk, Step } from './site.ts'
import { applySplices, inOrder, type Splice } from './splice.ts'

/** Tells of each site what people want to see: the bytes and the lines that change, and the lines on the way. */
export function describeSites(project: Project, sites: readonly PlannedSite[]): readonly Site[] {
  const lines = new Map<string, Lines | null>()
  const linesOf = (file: string): Lines | null => {
    const known = lines.get(file)
    if (known !== undefined) return known
    const source = project.sourceOf(file)
    const made = source === null ? null : new Lines(source.text)
    lines.set(file, made)
    return made
  }
  return sites.map(site => ({
    ...site,
    edits: inOrder(site.splices).flatMap(splice => editOf(linesOf(splice.file), splice)),
    hunks: hunksOf(site, linesOf),
    origin: site.origin.map(step => withText(step, linesOf(step.file))),
  }))
}

class Lines {
  readonly text: string
  readonly #starts: readonly number[]

  constructor(text: string) {
    this.text = text
    this.#starts = [0, ...[...text.matchAll(/\n/g)].map(match => match.index + 1)]
  }

  /** The line of a place, from 0. */
  lineOf(at: number): number {
    let line = this.#starts.findIndex(start => start > at)
    if (line === -1) line = this.#starts.length
    return line - 1
  }

  startOf(line: number): number {
    return this.#starts[line] ?? this.text.length
  }

  /** Without the line break. */
  endOf(line: number): number {
    const next = this.#starts[line + 1]
    if (next === undefined) return this.text.length
    return this.text[next - 2] === '\r' ? next - 2 : next - 1
  }

  textOf(line: number): string {
    return this.text.slice(this.startOf(line), this.endOf(line))
  }
}

function editOf(lines: Lines | null, { file, start, end, text }: Splice): readonly SiteEdit[] {
  if (lines === null) return []
  const [first, last] = [lines.lineOf(start), lines.lineOf(end)]
  return [
    {
      file,
      startLine: first + 1,
      startColumn: start - lines.startOf(first) + 1,
      endLine: last + 1,
      endColumn: end - lines.startOf(last) + 1,
      text,
    },
  ]
}

// Splices on the same or the next line are one hunk; the hunk that only holds the test is shown by `before` and `after`.
function hunksOf(site: PlannedSite, linesOf: (file: string) => Lines | null): readonly SiteHunk[] {
  const found: SiteHunk[] = []
  for (const file of new Set(site.splices.map(splice => splice.file))) {
    const lines = linesOf(file)
    if (lines === null) continue
    const own = inOrder(site.splices.filter(splice => splice.file === file))
    for (const group of neighbours(own, lines)) {
      const [first] = group
      const last = group.reduce((end, splice) => Math.max(end, splice.end), 0)
      if (first === undefined || (group.length === 1 && isTest(site, first))) continue
      found.push(hunkOf(file, lines, group, lines.lineOf(first.start), lines.lineOf(last)))
    }
  }
  return found
}

function isTest(site: PlannedSite, { file, text }: Splice): boolean {
  return file === site.file && text === site.after
}

function neighbours(splices: readonly Splice[], lines: Lines): readonly (readonly Splice[])[] {
  const groups: Splice[][] = []
  for (const splice of splices) {
    const open = groups.at(-1)
    const before = open?.at(-1)
    if (open !== undefined && before !== undefined && lines.lineOf(splice.start) <= lines.lineOf(before.end) + 1) {
      open.push(splice)
    } else groups.push([splice])
  }
  return groups
}

function hunkOf(file: string, lines: Lines, group: readonly Splice[], first: number, last: number): SiteHunk {
  const start = lines.startOf(first)
  const old = lines.text.slice(start, lines.endOf(last))
  const moved = group.map(splice => ({ ...splice, start: splice.start - start, end: splice.end - start }))
  const before = old.split('\n')
  const after = applySplices(old, moved).split('\n')
  // Lines that stay are no change: a member that is added stands alone.
  let same = 0
  while (same < before.length && before[same] === after[same]) same += 1
  let tail = 0
  while (tail < before.length - same && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  const changed = (all: readonly string[]) => all.slice(same, all.length - tail).join('\n')
  return { file, line: first + same + 1, before: changed(before), after: changed(after) }
}

function withText(step: Step, lines: Lines | null): Step {
  return lines === null ? step : { ...step, text: lines.textOf(step.line - 1).trim() }
}
