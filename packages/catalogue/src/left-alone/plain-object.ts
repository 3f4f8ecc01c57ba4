/** An object of JSON, by its members. */
export type Members = Readonly<Record<string, unknown>>

/** Whether a value is an object with members: no list, no null. */
export function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** An own member; names like `constructor` find nothing that was not sent. */
export function memberOf(value: Members, name: string): unknown {
  return Object.hasOwn(value, name) ? value[name] : undefined
}

/** Whether all names of an object are in a set. */
export function hasOnly(value: Members, names: ReadonlySet<string>): boolean {
  return Object.keys(value).every(name => names.has(name))
}
