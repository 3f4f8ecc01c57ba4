// 2^17 steps of two 32-bit numbers at half load: 2 MB at most.
const MOST_SLOTS = 1 << 18
const FIRST_SLOTS = 1 << 8

/** A map from positive numbers to positive numbers that holds the steps found so far; 0 means not known. */
export class StepTable {
  /** A power of two. */
  slots = FIRST_SLOTS
  /** A key and its value for each slot. Read by hand where a call is too much. */
  cells = new Int32Array(2 * FIRST_SLOTS)
  #size = 0

  get(key: number): number {
    const cells = this.cells
    const mask = this.slots - 1
    let slot = spread(key) & mask
    for (;;) {
      const found = cells[2 * slot]
      if (found === key) return cells[2 * slot + 1] ?? 0
      if (found === 0) return 0
      slot = (slot + 1) & mask
    }
  }

  /** False when the table is full: the step is not kept. */
  set(key: number, value: number): boolean {
    if (2 * this.#size >= this.slots && !this.#grow()) return false
    this.#put(key, value)
    this.#size++
    return true
  }

  clear(): void {
    this.cells.fill(0)
    this.#size = 0
  }

  #put(key: number, value: number): void {
    const mask = this.slots - 1
    let slot = spread(key) & mask
    while (this.cells[2 * slot] !== 0) slot = (slot + 1) & mask
    this.cells[2 * slot] = key
    this.cells[2 * slot + 1] = value
  }

  #grow(): boolean {
    if (this.slots >= MOST_SLOTS) return false
    const old = this.cells
    this.slots *= 4
    this.cells = new Int32Array(2 * this.slots)
    for (let at = 0; at < old.length; at += 2) {
      const key = old[at] ?? 0
      if (key !== 0) this.#put(key, old[at + 1] ?? 0)
    }
    return true
  }
}

/** Fibonacci hashing, with the high bits brought down because the mask takes the low ones. */
export function spread(key: number): number {
  const product = Math.imul(key, 0x9e3779b1)
  return product ^ (product >>> 15)
}
