import type { Draft } from './definition/draft.ts'
import type { Finding } from './definition/finding.ts'
import { completeLanguages } from './laws/complete-languages.ts'
import { errorStatus } from './laws/error-status.ts'
import { freeMembers } from './laws/free-members.ts'
import { genericCodes } from './laws/generic-codes.ts'
import { knownDialects } from './laws/known-dialects.ts'
import { knownHoles } from './laws/known-holes.ts'
import type { Law } from './laws/law.ts'
import { noOverlap } from './laws/no-overlap.ts'
import { noShadow } from './laws/no-shadow.ts'
import { oneClaim } from './laws/one-claim.ts'
import { uniqueCodes } from './laws/unique-codes.ts'
import { uniqueTypes } from './laws/unique-types.ts'

const LAWS: readonly Law[] = [
  uniqueCodes,
  uniqueTypes,
  genericCodes,
  knownDialects,
  completeLanguages,
  freeMembers,
  knownHoles,
  errorStatus,
  oneClaim,
  noShadow,
  noOverlap,
]

/** Holds a draft against every law between its entries. */
export function checkCatalogue(draft: Draft): readonly Finding[] {
  return LAWS.flatMap(law => [...law(draft)])
}
