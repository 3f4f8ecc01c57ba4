import type { Catalogue } from '@problemshift/catalogue'
import type { ClientModel } from '../clients/client.ts'
import { mayTrip } from './content-type/may-trip.ts'
import { namesBodies } from './mocks/where-bodies-are-named.ts'
import { filesToRead } from './read/read-marks.ts'
import { isWanted, NEAR_REQUESTS } from './rule-names.ts'
import { mayAskAgain } from './retry/retry-marks.ts'
import { filesWithStatuses } from './status/status-marks.ts'
import { filesWithFields } from './validation/field-marks.ts'

/** The files that may hold the body of an answer. */
export interface NearFiles {
  readonly files: ReadonlySet<string>
  /** Those that each rule has to look into which looks there. */
  readonly byRule: ReadonlyMap<string, readonly string[]>
}

/** Which files near requests a rule has to look into, by their texts; asked before the compiler is loaded. */
export type LookNear = (
  scope: NearScope,
  files: readonly string[],
  textOf: (file: string) => string,
) => readonly string[]

/** What a rule has to know to choose its files. */
export interface NearScope {
  readonly catalogue: Catalogue
  readonly models: readonly ClientModel[]
  /** Whether requests are to ask for problems. */
  readonly accept: boolean
  /** What the files near requests import beside them. */
  readonly others: readonly string[]
}

// A rule that says nothing of its own looks into all of them.
const LOOKS: Readonly<Record<string, LookNear>> = {
  read: filesToRead,
  validation: filesWithFields,
  mocks: (_, files, textOf) => files.filter(file => namesBodies(file, textOf(file))),
  status: filesWithStatuses,
  retry: (_, files, textOf) => files.filter(file => mayAskAgain(textOf(file))),
  'content-type': ({ models, accept }, files, textOf) =>
    files.filter(file => accept || /content-type/i.test(textOf(file)) || mayTrip(models, textOf(file))),
}

/** Whether some rule that is asked for looks into every file near a request, whether it holds a wording or not. */
export function looksNear(only: readonly string[]): boolean {
  return NEAR_REQUESTS.some(rule => isWanted(rule, only))
}

/** The files near requests, and what these import beside them. */
interface Near {
  readonly nearby: readonly string[]
  readonly helpers: readonly string[]
}

/** Shares the files near requests out to the rules. */
export function shareOut(
  only: readonly string[],
  known: Omit<NearScope, 'others'>,
  { nearby, helpers }: Near,
  textOf: (file: string) => string,
): NearFiles {
  const scope = { ...known, others: helpers }
  const wanted = NEAR_REQUESTS.filter(rule => isWanted(rule, only))
  const filesFor = (rule: string) => (rule === 'read' ? [...nearby, ...helpers] : nearby)
  const byRule = new Map(wanted.map(rule => [rule, LOOKS[rule]?.(scope, filesFor(rule), textOf) ?? nearby]))
  return { files: new Set([...nearby, ...helpers]), byRule }
}
