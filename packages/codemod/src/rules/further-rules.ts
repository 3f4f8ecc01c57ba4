import type { Catalogue } from '@problemshift/catalogue'
import type { Tracer } from '../detect/tracer.ts'
import type { ApiScope } from '../migrate.ts'
import type { PlannedSite } from '../plan/plan.ts'
import { siteIds } from '../plan/site-id.ts'
import type { Project } from '../source/project.ts'
import type { NearFiles } from './near-requests.ts'
import { isWanted } from './rule-names.ts'
import { planContentType } from './content-type/content-type.ts'
import { planRetry } from './retry/plan-retry.ts'
import { planStatus } from './status/status.ts'

interface FurtherOptions {
  readonly catalogue: Catalogue
  readonly api: ApiScope | null
  readonly only: readonly string[]
  /** Whether requests are to ask for problems. */
  readonly accept: boolean
  /** Files whose sites are wanted. */
  readonly wanted: ReadonlySet<string>
  readonly near: NearFiles
}

/** The rules that look at what a client does with an answer beside its body. */
const RULES = { status: planStatus, retry: planRetry, 'content-type': planContentType }

/** The sites of those of them that are asked for. */
export function planFurtherRules(t: Tracer, options: FurtherOptions): readonly PlannedSite[] {
  const rules = Object.entries(RULES).filter(([name]) => isWanted(name, options.only))
  if (rules.length === 0) return []
  const filesOf = (rule: string) => (options.near.byRule.get(rule) ?? []).filter(file => options.wanted.has(file))
  const sites = rules.flatMap(([name, plan]) => plan(t, filesOf(name), options))
  const ids = siteIds(sites)
  return sites.map((site, index) => ({ ...site, id: ids[index] ?? '' }))
}

/** Leaves out the kept reads that another rule moves: a site is told of once. */
export function withoutMoved(
  project: Project,
  sites: readonly PlannedSite[],
  further: readonly PlannedSite[],
): readonly PlannedSite[] {
  const moved = new Set(
    further.flatMap(({ splices }) =>
      splices.flatMap(({ file, start }) => {
        const at = project.open(file)?.tree.getLineAndCharacterOfPosition(start)
        return at === undefined ? [] : [`${file}:${at.line + 1}:${at.character + 1}`]
      }),
    ),
  )
  return sites.filter(
    ({ form, outcome, file, line, column }) =>
      form !== 'read' || outcome === 'rewrite' || !moved.has(`${file}:${line}:${column}`),
  )
}
