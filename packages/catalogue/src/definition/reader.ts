import { checkPattern, type PatternFault } from '../check-pattern.ts'
import type { DraftText } from './draft.ts'
import type { Finding } from './finding.ts'

/** What is carried along while a definition is read. */
export interface Reader {
  readonly findings: Finding[]
  readonly texts: DraftText[]
  readonly typeOf: (code: string) => string
  readonly checkPattern: (pattern: string) => PatternFault | null
  /** Whether something was left out of a value because it was faulty. */
  readonly isMarred: (value: unknown) => boolean
}

/** Checks each pattern once: catalogues write the same few again and again. */
export function patternCheck(): (pattern: string) => PatternFault | null {
  const known = new Map<string, PatternFault | null>()
  return pattern => {
    const found = known.get(pattern) ?? (known.has(pattern) ? null : checkPattern(pattern))
    known.set(pattern, found)
    return found
  }
}
