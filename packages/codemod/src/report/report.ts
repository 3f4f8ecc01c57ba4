import type { Site } from '../plan/site.ts'

/** Everything a run found, as data; the printers make it readable. */
export interface Report {
  readonly summary: {
    /** Files that were looked at. */
    readonly files: number
    /** Files that were parsed. */
    readonly opened: number
    readonly sites: number
    readonly rewritten: number
    readonly kept: number
    readonly failed: number
    readonly ms: number
  }
  readonly sites: readonly Site[]
  /** Ignore comments without effect; they are no sites, so the JSON report leaves them out. */
  readonly idle: readonly IdleComment[]
}

/** A `problemshift-ignore` comment that keeps nothing. */
export interface IdleComment {
  readonly file: string
  readonly line: number
  readonly code: 'no-site' | 'no-reason'
}

/** A printer gives text, and never prints. */
export type Printer = (report: Report, options: PrintOptions) => string

export interface PrintOptions {
  readonly color: boolean
  readonly verbose: boolean
  /** Where the lines of a terminal end; nothing is broken when it is left out. */
  readonly width?: number
}
