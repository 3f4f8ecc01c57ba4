import type { Draft, DraftEntry, DraftSign } from '../definition/draft.ts'
import type { Finding } from '../definition/finding.ts'
import { at } from './law.ts'
import { claimOf } from './sign-conditions.ts'

/** A sign stands once: not in two entries, and not twice in one. */
export function* oneClaim(draft: Draft): Iterable<Finding> {
  yield* oneClaimAmong(draft.problems)
  yield* oneClaimAmong(draft.fields)
}

function* oneClaimAmong(entries: readonly DraftEntry[]): Iterable<Finding> {
  const first = new Map<string, DraftSign>()
  for (const { sign, path } of entries.flatMap(entry => entry.signs)) {
    const claim = claimOf(sign)
    const other = first.get(claim)
    if (other === undefined) first.set(claim, { sign, path })
    // One wording may serve two languages of one entry.
    else if (other.sign.entry !== sign.entry || other.sign.language === sign.language) {
      yield at(path, { code: 'sign-claimed-twice', codes: [other.sign.entry, sign.entry] }, other.path)
    }
  }
}
