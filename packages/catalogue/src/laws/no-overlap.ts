import type { Draft, DraftEntry } from '../definition/draft.ts'
import type { Finding } from '../definition/finding.ts'
import type { Sign } from '../entry.ts'
import { at } from './law.ts'
import { sameWordings } from './no-shadow.ts'
import { areDisjoint, claimOf, conditionsOf, includes } from './sign-conditions.ts'

/** No response fits two entries, unless one of them asks for more. */
export function* noOverlap(draft: Draft): Iterable<Finding> {
  yield* overlapsAmong(draft.problems)
  yield* overlapsAmong(draft.fields)
}

function* overlapsAmong(entries: readonly DraftEntry[]): Iterable<Finding> {
  for (const group of sameWordings(entries)) {
    for (const [index, one] of group.entries()) {
      const two = group.slice(0, index).find(other => areAmbiguous(other.sign, one.sign))
      if (two === undefined) continue
      const witness = one.sign.message?.source ?? String(one.sign.legacyCode ?? '')
      yield at(one.path, { code: 'signs-overlap', codes: [two.sign.entry, one.sign.entry], witness }, two.path)
    }
  }
}

/** Whether neither of two signs of different entries is narrower, though both may hold. */
function areAmbiguous(a: Sign, b: Sign): boolean {
  if (a.entry === b.entry || claimOf(a) === claimOf(b)) return false
  const [one, two] = [conditionsOf(a), conditionsOf(b)]
  return !areDisjoint(one, two) && !includes(one, two) && !includes(two, one)
}
