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
  count(key: string, make: () => Row): Counted<Row> | null {
    const known = this.#rows.get(key)
    if (known !== undefined) {
      this.again(known)
      known.last = Date.now()
      return known
    }
    this.total += 1
    if (this.#rows.size >= this.#limit) {
      this.beyond += 1
      return null
    }
    const now = Date.now()
    const counted = { row: make(), count: 1, first: now, last: now }
    this.#rows.set(key, counted)
    return counted
  }

  /** Counts one more of a row that is at hand. */
  again(counted: Counted<Row>): void {
    this.total += 1
    counted.count += 1
  }

  /** Most frequent first. */
  rows(): readonly Counted<Row>[] {
    return [...this.#rows.values()].sort((a, b) => b.count - a.count)
  }
}
