import { keepSite, type PlannedSite } from '../../plan/plan.ts'
import { unique } from '../../plan/splice.ts'

/** Several answers may replay one body: it is one site, which changes with all of them or stays. */
export function joinMocks(sites: readonly PlannedSite[]): readonly PlannedSite[] {
  const byPlace = new Map<string, readonly PlannedSite[]>()
  for (const site of sites) {
    const place = `${site.file}:${site.line}:${site.column}`
    byPlace.set(place, [...(byPlace.get(place) ?? []), site])
  }
  return [...byPlace.values()].flatMap(joined)
}

function joined(sites: readonly PlannedSite[]): readonly PlannedSite[] {
  const [first] = sites
  if (first === undefined) return []
  const kept = sites.find(site => site.outcome !== 'rewrite')
  if (kept !== undefined) return [kept]
  const splices = unique(sites.flatMap(site => site.splices))
  const isOne = sites.every(site => site.after === first.after)
  return [isOne ? { ...first, splices } : keepSite(first, 'mock-used-elsewhere')]
}
