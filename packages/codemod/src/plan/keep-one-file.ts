import { keepSite, keepTogether, type Plan, type PlannedSite } from './plan.ts'

/** Keeps what changes together with another file: for a caller that hands over one file at a time. */
export function keepOneFile(plan: Plan): Plan {
  const files = new Map<string, Set<string>>()
  const rewritten = plan.sites.filter(site => site.outcome === 'rewrite')
  for (const site of rewritten) {
    for (const group of site.groups) files.set(group, new Set([...(files.get(group) ?? []), ...filesOf(site)]))
  }
  const isWide = (site: PlannedSite) =>
    filesOf(site).size > 1 || site.groups.some(group => (files.get(group)?.size ?? 0) > 1)
  const sites = plan.sites.map(site =>
    site.outcome === 'rewrite' && isWide(site) ? keepSite(site, 'other-file') : site,
  )
  return { sites: keepTogether(sites) }
}

function filesOf(site: PlannedSite): ReadonlySet<string> {
  return new Set([site.file, ...site.splices.map(splice => splice.file)])
}
