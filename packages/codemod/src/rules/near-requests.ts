import type { Catalogue } from '@problemshift/catalogue'
import { filesToRead } from './read/read-marks.ts'
import { isWanted, NEAR_REQUESTS } from './rule-names.ts'
import { filesWithStatuses } from './status/status-marks.ts'

/** The files that may hold the body of an answer. */
export interface NearFiles {
  readonly files: ReadonlySet<string>
  /** Those that each rule has to look into which looks there. */
  readonly byRule: ReadonlyMap<string, readonly string[]>
}

/** Which files near requests a rule has to look into, by their texts; asked before the compiler is loaded. */
export type LookNear = (
  catalogue: Catalogue,
  files: readonly string[],
  textOf: (file: string) => string,
) => readonly string[]

// A rule that says nothing of its own looks into all of them.
const LOOKS: Readonly<Record<string, LookNear>> = { read: filesToRead, status: filesWithStatuses }

/** Whether some rule that is asked for looks into every file near a request, whether it holds a wording or not. */
export function looksNear(only: readonly string[]): boolean {
  return NEAR_REQUESTS.some(rule => isWanted(rule, only))
}

/** Shares the files near requests out to the rules. */
export function shareOut(
  only: readonly string[],
  catalogue: Catalogue,
  files: readonly string[],
  textOf: (file: string) => string,
): NearFiles {
  const wanted = NEAR_REQUESTS.filter(rule => isWanted(rule, only))
  const byRule = new Map(wanted.map(rule => [rule, LOOKS[rule]?.(catalogue, files, textOf) ?? files]))
  return { files: new Set(files), byRule }
}
