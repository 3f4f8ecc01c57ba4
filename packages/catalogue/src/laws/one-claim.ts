import type { Draft, DraftEntry } from '../definition/draft.ts'
import type { Finding } from '../definition/finding.ts'
import { type PlacedClaim, claimsOf, wordingOf } from './claims.ts'
import { at } from './law.ts'

/** A sign stands once: not in two entries, and not twice in one. */
export function* oneClaim(draft: Draft): Iterable<Finding> {
  yield* oneClaimAmong(draft.problems)
  yield* oneClaimAmong(draft.fields)
}

function* oneClaimAmong(entries: readonly DraftEntry[]): Iterable<Finding> {
  const first = new Map<string, PlacedClaim>()
  for (const claim of claimsOf(entries)) {
    const { sign, path, asked } = claim
    const name = JSON.stringify([wordingOf(sign), { ...asked, language: null }])
    const other = first.get(name)
    if (other === undefined) first.set(name, claim)
    // One wording may serve two languages of one entry.
    else if (other.sign.entry !== sign.entry || other.asked.language === asked.language) {
      yield at(path, { code: 'sign-claimed-twice', codes: [other.sign.entry, sign.entry] }, other.path)
    }
  }
}
