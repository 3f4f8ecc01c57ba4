/** What a team asks to be played: their own functions, and the v1 answers that these are to meet. */
export interface Verification {
  /** The file it was read from; a call with a `run` of its own lies there. */
  readonly file: string
  /** The client as it was: a folder, or a revision of git. */
  readonly before: string
  readonly answers: readonly RecordedAnswer[]
  /** Requests to there go to the server of the replay. */
  readonly baseUrls: readonly string[]
  /** What the environment of the client has; `{server}` is the address of the server. */
  readonly env: Readonly<Record<string, string>>
  /** A module that runs before the client, from the work tree on both sides. */
  readonly setup: string | null
  readonly timeoutMs: number
  readonly calls: readonly Call[]
}

/** A function of the client, and what it is called with. */
export interface Call {
  readonly name: string
  /** `null`: the call has a `run` of its own. */
  readonly target: { readonly module: string; readonly function: string } | null
  /** `{server}` in a text is the address of the server. */
  readonly given: readonly unknown[]
}

/** A v1 answer as it was recorded. */
export interface RecordedAnswer {
  readonly name: string
  readonly status: number
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** The requests that get it: `GET /loans/:id`. All when left out. */
  readonly route: Route | null
}

export interface Route {
  readonly method: string
  readonly path: string
}

/** Puts the address of the server where a value has a place for it. */
export function withServer(value: unknown, server: string): unknown {
  if (typeof value === 'string') return value.replaceAll('{server}', server)
  if (Array.isArray(value)) return value.map(item => withServer(item, server))
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withServer(member, server)]))
}
