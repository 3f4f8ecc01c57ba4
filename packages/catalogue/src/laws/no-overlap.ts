import type { Draft, DraftEntry } from '../definition/draft.ts'
import type { Finding } from '../definition/finding.ts'
import { keyOf } from '../match/conditions.ts'
import { areRivals, areSame, type Claim, claimsOf, groupClaims, wordingOf } from './claims.ts'
import { at } from './law.ts'

/** No response fits two entries, unless one of them asks for more. */
export function* noOverlap(draft: Draft): Iterable<Finding> {
  yield* overlapsAmong(draft.problems)
  yield* overlapsAmong(draft.fields)
}

function* overlapsAmong(entries: readonly DraftEntry[]): Iterable<Finding> {
  for (const group of groupClaims(claimsOf(entries), claim => wordingOf(claim.sign))) {
    for (const [one, two] of rivalsIn(group)) {
      const witness = one.sign.message?.source ?? String(one.sign.legacyCode ?? '')
      yield at(two.path, { code: 'signs-overlap', codes: [one.sign.entry, two.sign.entry], witness }, one.path)
    }
  }
}

/**
 * Rivals among signs with one wording. Each pair of shapes is joined on what both ask for: comparing every pair of
 * signs would take minutes for 10,000 signs that ask for nothing but a route and a status.
 */
function* rivalsIn(group: readonly Claim[]): Iterable<readonly [Claim, Claim]> {
  if (group.length < 2) return
  const shapes = groupClaims(group, claim => String(claim.shape))
  for (const [index, left] of shapes.entries()) {
    for (const right of shapes.slice(index + 1)) yield* rivalsBetween(left, right)
  }
}

function* rivalsBetween(left: readonly Claim[], right: readonly Claim[]): Iterable<readonly [Claim, Claim]> {
  const common = (left[0]?.shape ?? 0) & (right[0]?.shape ?? 0)
  const byKey = new Map(
    groupClaims(left, claim => keyOf(claim.asked, common) ?? '').map(same => [keyIn(same, common), same]),
  )
  for (const two of right) {
    const one = byKey.get(keyOf(two.asked, common) ?? '')?.find(other => areRivals(other, two) && !areSame(other, two))
    if (one !== undefined) yield [one, two]
  }
}

function keyIn(same: readonly Claim[], common: number): string {
  return same[0] === undefined ? '' : (keyOf(same[0].asked, common) ?? '')
}
