import type { Draft, DraftEntry } from '../definition/draft.ts'
import type { Finding } from '../definition/finding.ts'
import type { Sign } from '../entry.ts'
import { trimEnds } from '../match/trim-ends.ts'
import type { MessageTemplate } from '../message-template.ts'
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
  for (const pair of pairsAmong([...pathOf.keys()])) {
    const { first, second, witness } = pair
    // One sign in two entries has a fault of its own.
    if (areSame(claimOf(first), claimOf(second)) || !counts(pair)) continue
    const codes = [first.entry, second.entry] as const
    yield at(pathOf.get(second) ?? [], { code: 'signs-overlap', codes, witness }, pathOf.get(first) ?? null)
  }
}

/** Overlaps as the wordings stand, and those that show only without the white space at the ends: `match` asks in that order. */
function pairsAmong(signs: readonly Sign[]): readonly OverlappingPair[] {
  const pairs = overlappingPairs(signs)
  const trimmed = signs.map(sign => (sign.message === null ? sign : withTrimmedEnds(sign, sign.message)))
  if (trimmed.every((sign, at) => sign === signs[at])) return pairs
  const known = new Set(pairs.map(({ first, second }) => `${first.id} ${second.id}`))
  const byId = new Map(signs.map(sign => [sign.id, sign] as const))
  const more = overlappingPairs(trimmed).flatMap(({ first, second, witness }) => {
    const [one, other] = [byId.get(first.id), byId.get(second.id)]
    const isNew = !known.has(`${first.id} ${second.id}`)
    return isNew && one !== undefined && other !== undefined ? [{ first: one, second: other, witness }] : []
  })
  return [...pairs, ...more]
}

function withTrimmedEnds(sign: Sign, message: MessageTemplate): Sign {
  const trimmed = trimEnds(message)
  return trimmed === message ? sign : { ...sign, message: trimmed }
}

function isWithin({ first, second }: OverlappingPair): boolean {
  if (first.message === null || second.message === null) return true
  return shadows(first.message, second.message) || shadows(second.message, first.message)
}
