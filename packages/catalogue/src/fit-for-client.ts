import { scrub } from './leaks.ts'
import type { Findings } from './dialects/findings.ts'

/** Sentences with which a server excuses itself: the only ones that a thrown thing may leave behind. */
const EXCUSE =
  /\b(?:unexpected|internal|went wrong|try again|retry|later|server error|error (?:has )?occurr?ed|unable to (?:process|complete|handle)|could not be (?:processed|completed|handled)|unavailable|sorry|oops|contact|maintenance|overloaded|temporar)/i

/** Codes of runtimes, drivers and frameworks: what stands beside them was written for developers. */
const INTERNAL_CODE = /^(?:FST_|P\d{4}$|ER_|ERR_|E[A-Z]{4,}$|[0-9A-Z]{2}[0-9]{3}$|SQLSTATE|ORA-|MODULE_)/

/** The sentence as a client may see it; `null` where it is missing, unsafe, or the text of something thrown. */
export function fitForClient({ sentence, status, code }: Findings, isThrown: boolean): string | null {
  if (sentence === null) return null
  const kept = scrub(sentence)
  if (kept === null || status < 500) return kept
  const isProgram = isThrown || (typeof code === 'string' && INTERNAL_CODE.test(code))
  // Only of what is kept: a stack has words like `internal` in its paths.
  return isProgram && !EXCUSE.test(kept) ? null : kept
}
