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
}

/** A printer gives text, and never prints. */
export type Printer = (report: Report, options: PrintOptions) => string

export interface PrintOptions {
  readonly color: boolean
  readonly verbose: boolean
}
