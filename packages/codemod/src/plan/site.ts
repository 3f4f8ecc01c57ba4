import type { Match } from '../decide/decide.ts'
import type { Reason } from '../decide/reasons.ts'

export interface Step {
  readonly file: string
  readonly line: number
  readonly step: string
}

/** A test of an error's wording and what became of it: one entry of the report. */
export interface Site {
  /** Stable across runs: of the file, the form and the text of the test, not of its line. */
  readonly id: string
  /** Relative, with `/`. */
  readonly file: string
  /** From 1; the start of the tested expression. */
  readonly line: number
  readonly column: number
  readonly form: string
  readonly client: string | null
  readonly outcome: 'rewrite' | 'keep' | 'fail'
  readonly reason: Reason | null
  readonly codes: readonly string[]
  readonly fields: readonly string[]
  readonly before: string
  readonly after: string | null
  readonly origin: readonly Step[]
  readonly matches: readonly Match[]
}
