import type { Match } from '../decide/decide.ts'
import type { Reason } from '../decide/reasons.ts'

export interface Step {
  readonly file: string
  readonly line: number
  readonly step: string
  /** The line as it is written; for people, the JSON report leaves it out. */
  readonly text?: string
}

/** Bytes that change for a site. Lines and columns count from 1, in UTF-16 units; the end is behind the last. */
export interface SiteEdit {
  readonly file: string
  readonly startLine: number
  readonly startColumn: number
  readonly endLine: number
  readonly endColumn: number
  readonly text: string
}

/** Whole lines that change beside the test itself. */
export interface SiteHunk {
  readonly file: string
  readonly line: number
  readonly before: string
  readonly after: string
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
  /** How it is written by hand, where that depends on the place. */
  readonly recipe?: string
  /** What the compiler said of the rewrite that was taken back; the JSON report leaves it out. */
  readonly fault?: string
  /** All that changes for it, as bytes and as lines; the JSON report leaves both out. */
  readonly edits?: readonly SiteEdit[]
  readonly hunks?: readonly SiteHunk[]
}
