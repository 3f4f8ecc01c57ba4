import type { Draft, DraftEntry } from '../definition/draft.ts'
import type { Finding } from '../definition/finding.ts'
import { type OverlappingPair, overlappingPairs, shadows } from '../overlap.ts'
import { areSame, claimOf } from './claims.ts'
import { at } from './law.ts'

/**
 * No error fits two entries, unless one of them asks for more. A field error has no status and no route to ask for, and
 * `Missing {path}` and `{path} is too short` share a message that nobody writes: there a wording is refused only when
 * another entry has it whole.
 */
export function* noOverlap(draft: Draft): Iterable<Finding> {
  yield* overlapsAmong(draft.problems, () => true)
  yield* overlapsAmong(draft.fields, isWithin)
}

function* overlapsAmong(entries: readonly DraftEntry[], counts: (pair: OverlappingPair) => boolean): Iterable<Finding> {
  const pathOf = new Map(entries.flatMap(entry => entry.signs.map(({ sign, path }) => [sign, path] as const)))
  for (const pair of overlappingPairs([...pathOf.keys()])) {
    const { first, second, witness } = pair
    // One sign in two entries has a fault of its own.
    if (areSame(claimOf(first), claimOf(second)) || !counts(pair)) continue
    const codes = [first.entry, second.entry] as const
    yield at(pathOf.get(second) ?? [], { code: 'signs-overlap', codes, witness }, pathOf.get(first) ?? null)
  }
}

function isWithin({ first, second }: OverlappingPair): boolean {
  if (first.message === null || second.message === null) return true
  return shadows(first.message, second.message) || shadows(second.message, first.message)
}
