/**
 * The names and shapes of the v2 body. `kordiam` and `contraforce` are two values of it; a catalogue may write its own.
 */
export interface Contract {
  readonly name: 'kordiam' | 'contraforce' | 'custom'
  /** The member that holds the correlation id. */
  readonly trace: string
  /** The member that holds the machine code; `null` where only `type` tells problems apart. */
  readonly code: string | null
  /** The member and the shape of field errors: a list of `{scope, path, code, message}`, or path → messages. */
  readonly errors: { readonly member: string; readonly shape: 'list' | 'map' }
  /** The member that says when, or `null` for none. */
  readonly timestamp: string | null
  /** The member that names the one field or identifier that the error refers to, or `null` for none. */
  readonly target: string | null
  /** The member for the v1 hint, or `null` for none. */
  readonly hint: string | null
  /** `per-code`: the catalogue's `type` with the code in it. `fixed`: the same page for all. */
  readonly type: 'per-code' | 'fixed'
  /** Whether a JSON Pointer stands beside each path of the list shape. */
  readonly pointer: boolean
  /** The letter case of the generic codes (`not_found` or `NOT_FOUND`). */
  readonly genericCase: 'snake' | 'screaming'
  /** The generic codes that the contract names itself, by status; all others are made from the status phrase. */
  readonly genericCodes?: Readonly<Record<number, string>>
  /** The generic code of a 400 that lists field errors, where the contract tells it from any other 400. */
  readonly validationCode?: string | null
  /** The order of the members that come first; all others follow in the order in which they were set. */
  readonly order: readonly string[]
}

const KORDIAM: Contract = {
  name: 'kordiam',
  trace: 'traceId',
  code: 'code',
  errors: { member: 'errors', shape: 'list' },
  timestamp: null,
  target: null,
  hint: 'hint',
  type: 'per-code',
  pointer: false,
  genericCase: 'snake',
  order: ['type', 'title', 'status', 'detail', 'instance', 'code', 'traceId', 'errors'],
}

const CONTRAFORCE: Contract = {
  name: 'contraforce',
  trace: 'requestId',
  code: 'code',
  errors: { member: 'errors', shape: 'map' },
  timestamp: 'timestamp',
  target: 'target',
  hint: 'hint',
  type: 'fixed',
  pointer: false,
  genericCase: 'screaming',
  genericCodes: { 429: 'RATE_LIMITED', 502: 'UPSTREAM_ERROR', 504: 'TIMEOUT' },
  validationCode: 'VALIDATION_ERROR',
  order: ['type', 'title', 'status', 'detail', 'instance', 'code', 'requestId', 'timestamp', 'target', 'errors'],
}

/** The contracts that a catalogue can ask for by name. */
export const CONTRACTS: { readonly kordiam: Contract; readonly contraforce: Contract } = {
  kordiam: KORDIAM,
  contraforce: CONTRAFORCE,
}
