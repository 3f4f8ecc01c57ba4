import type { Catalogue } from '@problemshift/catalogue'
import type { Asked } from '../../detect/api-scope.ts'
import type { MessageRead } from '../../detect/message-read.ts'
import type { Tracer } from '../../detect/tracer.ts'
import type { ApiScope } from '../../migrate.ts'
import { testedIn } from '../../plan/guards.ts'
import { keepApart, keepTogether, type Plan, type PlannedSite } from '../../plan/plan.ts'
import { siteIds } from '../../plan/site-id.ts'
import { movedTests } from '../read/read.ts'
import type { NearFiles } from '../near-requests.ts'
import { isWanted } from '../rule-names.ts'
import { whoseAnswer } from '../read/whose-answer.ts'
import { findHolders } from './find-holders.ts'
import { planFields } from './plan-fields.ts'
import { rootMembers } from './root-members.ts'

interface ValidationOptions {
  readonly catalogue: Catalogue
  readonly api: ApiScope | null
  /** Files whose sites are wanted. */
  readonly wanted: ReadonlySet<string>
  readonly near: NearFiles
  readonly only: readonly string[]
}

interface Branches {
  readonly plan: Plan
  readonly reads: readonly MessageRead[]
}

/** The rule `validation`: what reads the field errors of v1 reads `errors[]`. */
export function withFields(
  t: Tracer,
  { plan, reads }: Branches,
  { catalogue, api, wanted, near, only }: ValidationOptions,
): Plan {
  const files = (near.byRule.get('validation') ?? []).filter(file => wanted.has(file))
  const belonging = (asked: Asked) => whoseAnswer(t, catalogue, api, asked)
  const movesCodes = isWanted('read', only)
  const scope = { catalogue, belonging, tested: testedIn(t, reads), moved: movedTests(plan, reads), movesCodes }
  const planned = [...planFields(t, findHolders(t, files, catalogue), scope), ...rootMembers(t, files, scope)]
  const sites = planned.filter(site => !isCovered(site, plan.sites))
  const ids = siteIds(sites)
  const named = sites.map((site, index) => ({ ...site, id: ids[index] ?? '' }))
  return { sites: keepTogether(keepApart([...plan.sites, ...named])) }
}

// A test of a field's wording has moved this list already.
function isCovered(site: PlannedSite, branches: readonly PlannedSite[]): boolean {
  return branches.some(branch =>
    branch.splices.some(one =>
      site.splices.some(own => own.file === one.file && own.start < one.end && one.start < own.end),
    ),
  )
}
