/** A value as it can be printed and compared: errors, dates and functions have become data. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [name: string]: Plain }

/** How a call ended. */
export type Outcome =
  | { readonly kind: 'returned'; readonly value: Plain }
  | { readonly kind: 'threw'; readonly name: string; readonly message: string; readonly own: Plain }
  | { readonly kind: 'never-ended' }

/** One request as the server saw it. */
export interface SeenRequest {
  readonly method: string
  readonly path: string
  readonly body: string
  /** `kept` when the client waited as long as the answer before it had asked for, `ignored` when it did not. */
  readonly retryAfter: 'none' | 'kept' | 'ignored'
}

/** Makes a value plain; what JSON would drop is kept in words. */
export function plain(value: unknown): Plain {
  return plainWithin(value, [])
}

/** The outcome of what was thrown. Objects that a library hangs on its errors are no fact about the client. */
export function thrown(value: unknown): Outcome {
  if (!(value instanceof Error)) return { kind: 'threw', name: typeof value, message: '', own: plain(value) }
  return { kind: 'threw', name: value.name, message: value.message, own: ownFacts(value) }
}

function plainWithin(value: unknown, holders: readonly object[]): Plain {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  if (typeof value === 'bigint') return `${value}n`
  if (typeof value !== 'object') return `(${typeof value})`
  if (holders.includes(value)) return '(circular)'
  const within = (member: unknown) => plainWithin(member, [...holders, value])
  if (Array.isArray(value)) return value.map(within)
  if (value instanceof Error) return { error: value.name, message: value.message, own: ownFacts(value) }
  if (value instanceof Date) return String(value)
  if (value instanceof Map || value instanceof Set) return { [value.constructor.name]: within([...value]) }
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, within(member)]))
}

function ownFacts(error: Error): Plain {
  const facts = Object.entries(error).filter(([, value]) => value === null || typeof value !== 'object')
  return Object.fromEntries(
    facts.filter(([name]) => name !== 'message' && name !== 'name').map(([name, value]) => [name, plain(value)]),
  )
}
