/** A row, how often it came, and when it first and last did. */
export interface Counted<Row> {
  readonly row: Row
  count: number
  readonly first: number
  last: number
}

/** Counts rows by key. Beyond the limit nothing new is held, only counted. */
export class CountedRows<Row> {
  readonly #limit: number
  readonly #rows = new Map<string, Counted<Row>>()
  total = 0
  beyond = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  /** Counts one; `make` is called only for a key that is new. */
  count(key: string, make: () => Row): void {
    this.total += 1
    const known = this.#rows.get(key)
    if (known !== undefined) {
      known.count += 1
      known.last = Date.now()
      return
    }
    if (this.#rows.size >= this.#limit) {
      this.beyond += 1
      return
    }
    const now = Date.now()
    this.#rows.set(key, { row: make(), count: 1, first: now, last: now })
  }

  /** Most frequent first. */
  rows(): readonly Counted<Row>[] {
    return [...this.#rows.values()].sort((a, b) => b.count - a.count)
  }
}
