import type { Draft } from '../definition/draft.ts'
import type { Finding, Path } from '../definition/finding.ts'
import type { LawFacts } from '../fault.ts'

/** A law looks at the whole draft and yields what breaks it. */
export type Law = (draft: Draft) => Iterable<Finding>

/** A finding at a value, with the other place where there is one. */
export function at(path: Path, facts: LawFacts, also: Path | null = null): Finding {
  return { facts, spot: { path, part: 'value' }, also: also === null ? null : { path: also, part: 'value' } }
}

/** A finding at a key, for what is wrong with an entry as a whole. */
export function atKey(path: Path, facts: LawFacts, also: Path | null = null): Finding {
  return { facts, spot: { path, part: 'key' }, also: also === null ? null : { path: also, part: 'key' } }
}
