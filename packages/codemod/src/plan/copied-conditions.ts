import { inner } from '../detect/syntax.ts'
import type { Tracer } from '../detect/tracer.ts'
import type { ts } from '../source/compiler.ts'
import { keepSite, type PlannedSite } from './plan.ts'
import { applySplices, type Splice } from './splice.ts'

/** What a site bears that writes a condition a second time, beside the code that it chooses. */
export function copiedGroup(t: Tracer, condition: ts.Expression): string {
  const node = inner(condition)
  return `copied ${node.getStart()}-${node.end} ${t.project.unitOf(node).file}`
}

/**
 * A status that is asked for in such a condition may be another one in v2: what another rule makes of the condition is made
 * of its copy, too. Where that rule leaves the condition as it was, the code would be chosen as v1 did, and is not written.
 */
export function moveCopies(
  t: Tracer,
  sites: readonly PlannedSite[],
  further: readonly PlannedSite[],
): readonly PlannedSite[] {
  return sites.map(site => {
    if (site.outcome !== 'rewrite') return site
    return site.groups
      .flatMap(group => copiedIn(group) ?? [])
      .reduce((now, copy) => moveCopy(t, now, copy, further), site)
  })
}

function moveCopy(t: Tracer, site: PlannedSite, copy: Copied, further: readonly PlannedSite[]): PlannedSite {
  const inside = further.filter(other => isWithin(t, other, copy))
  if (inside.length === 0 || site.outcome !== 'rewrite') return site
  const text = t.project.open(copy.file)?.source.text.slice(copy.start, copy.end)
  const isWhole = inside.every(({ outcome, splices }) => outcome === 'rewrite' && splices.every(one => isIn(one, copy)))
  if (text === undefined || !isWhole) return keepSite(site, 'flow-not-rewritable')
  const moved = inside.flatMap(({ splices }) =>
    splices.map(one => ({ ...one, start: one.start - copy.start, end: one.end - copy.start })),
  )
  const now = `(${applySplices(text, moved)})`
  const splices = site.splices.map(one => ({ ...one, text: one.text.replaceAll(text, () => now) }))
  return { ...site, splices }
}

/** The sites of other rules whose places are copied share the fate of who copies them. */
export function withCopies(
  t: Tracer,
  further: readonly PlannedSite[],
  sites: readonly PlannedSite[],
): readonly PlannedSite[] {
  const groups = sites.flatMap(({ outcome, groups }) =>
    outcome === 'rewrite' ? groups.flatMap(group => (copiedIn(group) === null ? [] : [group])) : [],
  )
  return further.map(site => {
    const shared = groups.filter(group => {
      const copy = copiedIn(group)
      return copy !== null && isWithin(t, site, copy)
    })
    return shared.length === 0 ? site : { ...site, groups: [...site.groups, ...shared] }
  })
}

interface Copied {
  readonly file: string
  readonly start: number
  readonly end: number
}

function copiedIn(group: string): Copied | null {
  const [, start, end, file] = /^copied (\d+)-(\d+) (.*)$/s.exec(group) ?? []
  return file === undefined ? null : { file, start: Number(start), end: Number(end) }
}

function isIn({ file, start, end }: Splice, copy: Copied): boolean {
  return file === copy.file && copy.start <= start && end <= copy.end
}

function isWithin(t: Tracer, { file, line, column }: PlannedSite, copied: Copied): boolean {
  if (file !== copied.file) return false
  const at = t.project.open(file)?.tree.getPositionOfLineAndCharacter(line - 1, column - 1)
  return at !== undefined && copied.start <= at && at < copied.end
}
