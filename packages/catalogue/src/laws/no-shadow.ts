import type { Draft, DraftEntry } from '../definition/draft.ts'
import type { Finding } from '../definition/finding.ts'
import { areCompatible, type PlacedClaim, claimsOf, groupClaims, isNarrower, wordingOf } from './claims.ts'
import { at } from './law.ts'

/** No sign stands behind a broader one of its own entry: without it, nothing would be told otherwise. */
export function* noShadow(draft: Draft): Iterable<Finding> {
  yield* shadowsAmong(draft.problems)
  yield* shadowsAmong(draft.fields)
}

function* shadowsAmong(entries: readonly DraftEntry[]): Iterable<Finding> {
  for (const group of groupClaims(claimsOf(entries), claim => wordingOf(claim.sign))) {
    for (const own of groupClaims(group, claim => claim.sign.entry)) {
      if (own.length > 1) yield* shadowsIn(own, group)
    }
  }
}

function* shadowsIn(own: readonly PlacedClaim[], group: readonly PlacedClaim[]): Iterable<Finding> {
  for (const narrow of own) {
    const broad = own.find(other => isBehind(narrow, other) && !isBetween(group, narrow, other))
    if (broad !== undefined) yield at(narrow.path, { code: 'sign-shadowed', by: broad.sign.id }, broad.path)
  }
}

function isBehind(narrow: PlacedClaim, broad: PlacedClaim): boolean {
  return (
    narrow.asked.language === broad.asked.language &&
    isNarrower(narrow.asked, broad.asked) &&
    areCompatible(narrow.asked, broad.asked)
  )
}

// Another entry that takes a part of the broad sign gives the narrow one a reason: it takes a part back.
function isBetween(group: readonly PlacedClaim[], narrow: PlacedClaim, broad: PlacedClaim): boolean {
  return group.some(
    other =>
      other.sign.entry !== narrow.sign.entry &&
      isNarrower(other.asked, broad.asked) &&
      areCompatible(other.asked, narrow.asked),
  )
}
