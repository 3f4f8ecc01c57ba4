/** What the adapter has seen, as data: `app.problemshift.report()`. */
export interface Report {
  readonly version: 1
  readonly mode: string | false
  readonly since: string
  readonly totals: {
    readonly converted: number
    readonly kept: number
    readonly unmatched: number
    readonly bypassed: number
    readonly failed: number
    /** Errors beyond the number of rows that are held: counted here and nowhere else. */
    readonly beyondLimit: number
  }
  readonly errors: readonly ErrorRow[]
  readonly kept: readonly KeptRow[]
  /** Errors that no entry of the catalogue knows, most frequent first. */
  readonly unmatched: readonly UnmatchedRow[]
  readonly bypassed: readonly BypassRow[]
  readonly failures: readonly FailureRow[]
  /** Entries to paste into the catalogue, as YAML; empty when every error is known. */
  readonly stub: string
  /** The same for people. */
  readonly summary: string
}

/** Errors that are alike, and how often they came. */
export interface ErrorRow {
  readonly mode: string
  readonly method: string
  readonly route: string | null
  /** The status of v1. */
  readonly status: number
  readonly dialect: string
  readonly code: string
  readonly source: string
  readonly count: number
}

/** Errors that were left as they were. */
export interface KeptRow {
  readonly mode: string
  readonly method: string
  readonly route: string | null
  readonly status: number
  readonly reason: string
  readonly count: number
}

/** Errors that no entry of the catalogue knows. */
export interface UnmatchedRow {
  readonly method: string
  readonly route: string | null
  readonly status: number
  readonly dialect: string
  /** The wording as a template of the catalogue; `null` when v1 sent no sentence. */
  readonly fingerprint: string | null
  readonly sample: string | null
  /** The machine code of v1. */
  readonly code: string | number | null
  readonly count: number
  readonly first: string
  readonly last: string
}

/** Error replies that never came through the hooks. */
export interface BypassRow {
  readonly method: string
  readonly route: string | null
  readonly status: number
  readonly count: number
}

/** Faults of our own, after which the v1 bytes went out. */
export interface FailureRow {
  readonly method: string
  readonly route: string | null
  readonly message: string
  readonly count: number
}
