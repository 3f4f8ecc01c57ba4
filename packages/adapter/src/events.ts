/** One error that left as a problem, or would have in `observe`. */
export interface ConvertedEvent {
  readonly mode: string
  readonly method: string
  readonly route: string | null
  readonly status: number
  readonly code: string
  readonly source: ProblemSource
  readonly dialect: string
  readonly traceId: string | null
}

/** Where a problem's code came from: the catalogue, our own list of Fastify's errors, v1's own code, the status. */
export type ProblemSource = 'catalogue' | 'framework' | 'legacy-code' | 'generic' | 'thrown'

/** One error that was left as it was, and why. */
export interface KeptEvent {
  readonly mode: string
  readonly method: string
  readonly route: string | null
  readonly status: number
  readonly reason: string
}

/** One error that no entry of the catalogue matched. */
export interface UnmatchedEvent extends ConvertedEvent {
  /** The wording with everything that varies taken out. */
  readonly fingerprint: string | null
}

/** Our own code failed, and the v1 bytes went out. */
export interface FailedEvent {
  readonly method: string
  readonly route: string | null
  readonly cause: unknown
}

/** An error reply that never came through the hooks. */
export interface BypassEvent {
  readonly method: string
  readonly route: string | null
  readonly status: number
}
