import type { Draft } from '../definition/draft.ts'
import { DIALECT_NAMES } from '../definition/dialect-names.ts'
import type { Finding } from '../definition/finding.ts'
import { nearest } from '../definition/nearest.ts'
import { at } from './law.ts'

/** A sign names a dialect that is there and in use, and a dialect of one's own has a name of its own. */
export function* knownDialects(draft: Draft): Iterable<Finding> {
  const builtIn: readonly string[] = DIALECT_NAMES
  const own = new Map<string, readonly (string | number)[]>()
  for (const { dialect, path } of draft.ownDialects) {
    const other = own.get(dialect.name)
    if (other !== undefined || builtIn.includes(dialect.name)) {
      yield at([...path, 'name'], { code: 'dialect-taken', dialect: dialect.name }, other ?? null)
    }
    own.set(dialect.name, path)
  }
  const known = [...builtIn, ...own.keys()]
  const listed = new Set(draft.dialects)
  for (const entry of [...draft.problems, ...draft.fields]) {
    for (const { sign, path } of entry.signs) {
      if (sign.dialect === null || listed.has(sign.dialect)) continue
      const spot = [...path.slice(0, 4), 'dialect']
      if (known.includes(sign.dialect)) {
        yield at(spot, { code: 'dialect-unlisted', dialect: sign.dialect, known: draft.dialects })
      } else {
        const near = nearest(sign.dialect, known)
        yield at(spot, { code: 'dialect-unknown', dialect: sign.dialect, known, nearest: near })
      }
    }
  }
}
