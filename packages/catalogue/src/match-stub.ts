import type { Catalogue, FieldEntry, ProblemEntry, Sign } from './entry.ts'

/** What a v1 error was found to be. */
export type MatchResult =
  | { outcome: 'match'; entry: ProblemEntry; sign: Sign; holes: Readonly<Record<string, string>> }
  | { outcome: 'ambiguous'; signs: readonly Sign[] }
  | { outcome: 'unmatched' }

/** Finds the entry of a field error by its exact wording or code. */
export function matchField(
  catalogue: Catalogue,
  query: { wording: string | null; code: string | number | null; dialect: string | null },
): { outcome: 'match'; entry: FieldEntry } | { outcome: 'unmatched' } {
  const entry = catalogue.fields.find(one =>
    one.signs.some(
      sign =>
        (sign.message !== null && sign.message.source === query.wording) ||
        (sign.legacyCode !== null && sign.legacyCode === query.code),
    ),
  )
  return entry === undefined ? { outcome: 'unmatched' } : { outcome: 'match', entry }
}
