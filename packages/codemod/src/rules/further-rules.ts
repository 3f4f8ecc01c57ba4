import type { Catalogue } from '@problemshift/catalogue'
import type { Tracer } from '../detect/tracer.ts'
import type { ApiScope } from '../migrate.ts'
import type { PlannedSite } from '../plan/plan.ts'
import { siteIds } from '../plan/site-id.ts'
import { filesNearRequests } from './read/where-to-look.ts'
import { isWanted } from './rule-names.ts'
import { planStatus } from './status/status.ts'

interface FurtherOptions {
  readonly catalogue: Catalogue
  readonly api: ApiScope | null
  readonly only: readonly string[]
  /** Files whose sites are wanted. */
  readonly wanted: ReadonlySet<string>
}

/** The rules that look at what a client does with an answer beside its body. */
const RULES = { status: planStatus }

/** The sites of those of them that are asked for. */
export function planFurtherRules(t: Tracer, options: FurtherOptions): readonly PlannedSite[] {
  const rules = Object.entries(RULES).filter(([name]) => isWanted(name, options.only))
  if (rules.length === 0) return []
  const files = filesNearRequests(t.project, t.sources).filter(file => options.wanted.has(file))
  const sites = rules.flatMap(([, plan]) => plan(t, files, options))
  const ids = siteIds(sites)
  return sites.map((site, index) => ({ ...site, id: ids[index] ?? '' }))
}
