import type { Difference } from './compare.ts'
import type { Seen } from './play-call.ts'
import type { JobFault } from './player/job.ts'

/** Why a pair could not be compared: something to be mended. */
export type FailedReason = JobFault['code'] | 'no-entry' | 'no-request' | 'never-ended' | 'not-repeatable'

/** Why a pair has nothing to compare. */
export type LeftOutReason = 'not-asked' | 'crashed-before'

/** One call with one answer, on both sides. */
export interface Comparison {
  readonly call: string
  readonly answer: string
  /** The entry of the answer; `null` for what is no error or has none. */
  readonly code: string | null
  readonly outcome: 'equal' | 'different' | 'failed' | 'left-out'
  readonly reason: FailedReason | LeftOutReason | null
  readonly detail: string | null
  readonly differences: readonly Difference<keyof Seen>[]
  readonly before: Seen | null
  readonly after: Seen | null
}

/** Everything that was played. */
export interface VerifyReport {
  readonly comparisons: readonly Comparison[]
  /** Codes of the catalogue that no recorded answer has. */
  readonly unplayed: readonly string[]
  readonly ms: number
}

/** What each reason says, and what to do. */
export const VERIFY_REASONS: Readonly<Record<FailedReason | LeftOutReason, string>> = {
  'no-such-module': 'The module is not in this revision of the client. Name one that is there before and after.',
  'module-fails': 'The module does not load. Give what it needs in `setup` or `env`.',
  'no-such-function': 'The module has no such function in this revision. Name it as it is exported.',
  'setup-fails': 'The setup did not run. Mend it first.',
  'no-entry':
    'No entry of the catalogue knows this answer, so nothing is promised of it. Add it to the catalogue; if its sign names a route, give the answer the same `route`.',
  'no-request':
    'The function sent nothing to the server of the replay. List the address that it uses under `baseUrls`, or give it `{server}`.',
  'never-ended':
    'The old function did not end, so there is nothing to hold the new one to. Raise `timeout`, or shorten its pauses in `setup`.',
  'not-repeatable':
    'What differs is another each time the old function runs. Hold clocks and random values still in `setup`.',
  'not-asked': 'The function sends no request for the route of this answer.',
  'crashed-before': 'The old function crashed on this answer (a TypeError), and nobody relies on that.',
}

export interface VerifySummary {
  readonly compared: number
  readonly equal: number
  readonly different: number
  readonly failed: number
  readonly leftOut: number
}

/** Counts the pairs by what came of them. */
export function summariseVerify({ comparisons }: VerifyReport): VerifySummary {
  const count = (outcome: Comparison['outcome']) => comparisons.filter(one => one.outcome === outcome).length
  const [equal, different] = [count('equal'), count('different')]
  return { compared: equal + different, equal, different, failed: count('failed'), leftOut: count('left-out') }
}
