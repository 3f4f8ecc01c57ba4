import type { Draft, DraftEntry } from '../definition/draft.ts'
import type { Finding } from '../definition/finding.ts'
import { atKey } from './law.ts'

/** No two codes differ in letter case alone: they would be one name to people, in file names and in constants. */
export function* uniqueCodes(draft: Draft): Iterable<Finding> {
  yield* uniqueAmong(draft.problems)
  yield* uniqueAmong(draft.fields)
}

function* uniqueAmong(entries: readonly DraftEntry[]): Iterable<Finding> {
  const first = new Map<string, DraftEntry>()
  for (const entry of entries) {
    const key = entry.code.toLowerCase()
    const other = first.get(key)
    if (other === undefined) first.set(key, entry)
    else yield atKey(entry.path, { code: 'code-taken', name: other.code }, other.path)
  }
}
