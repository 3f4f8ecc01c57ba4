/** What went over the wire for one request. */
export interface Exchange {
  readonly method: string
  readonly path: string
  readonly body: string
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly answer: string
  /** Whether this is an answer that is compared, and not one beside it. */
  readonly isAsked: boolean
  readonly startedAt: number
  readonly endedAt: number
}
