import type { CharSet } from 'refa'

/** The greatest UTF-16 code unit. */
export const MAX_UNIT = 0xffff

/** The greatest code point. */
export const MAX_POINT = 0x10ffff

/**
 * An alphabet cut into classes whose members no machine tells apart. `samples` holds one member of each class.
 * Ranges, not tables: a test names some ten characters, and the alphabet has 65,536.
 */
export class Partition {
  readonly max: number
  readonly starts: readonly number[]
  readonly samples: readonly number[]
  readonly #classes: readonly number[]
  readonly #ascii: Uint32Array

  constructor(max: number, starts: readonly number[], classes: readonly number[], samples: readonly number[]) {
    this.max = max
    this.starts = starts
    this.samples = samples
    this.#classes = classes
    this.#ascii = new Uint32Array(128).map((_, unit) => this.#search(unit))
  }

  get count(): number {
    return this.samples.length
  }

  classOf(unit: number): number {
    return unit < 128 ? (this.#ascii[unit] ?? 0) : this.#search(unit)
  }

  /** The runs of neighbours in one class, from the first character to the last. */
  *runs(): Generator<{ min: number; max: number; cls: number }> {
    for (const [index, min] of this.starts.entries()) {
      yield { min, max: (this.starts[index + 1] ?? this.max + 1) - 1, cls: this.#classes[index] ?? 0 }
    }
  }

  #search(unit: number): number {
    let low = 0
    let high = this.starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.starts[middle] ?? 0) <= unit) low = middle
      else high = middle - 1
    }
    return this.#classes[low] ?? 0
  }
}

/** Cuts the alphabet at `cuts`, and joins the pieces for whose first character `keyAt` says the same. */
export function partitionBy(max: number, cuts: Iterable<number>, keyAt: (unit: number) => string | number): Partition {
  const sorted = [...new Set([0, ...cuts])].filter(cut => cut <= max).sort((a, b) => a - b)
  const ids = new Map<string | number, number>()
  const starts: number[] = []
  const classes: number[] = []
  const samples: number[] = []
  for (const cut of sorted) {
    const key = keyAt(cut)
    let id = ids.get(key)
    if (id === undefined) {
      id = samples.length
      ids.set(key, id)
      samples.push(cut)
    }
    if (classes.at(-1) === id) continue
    starts.push(cut)
    classes.push(id)
  }
  return new Partition(max, starts, classes, samples)
}

/** Where a set begins and where it has ended. */
function cutsOf(set: CharSet): number[] {
  return set.ranges.flatMap(range => [range.min, range.max + 1])
}

/** The coarsest partition in which every class lies wholly inside or outside of each set. */
export function partitionOfSets(max: number, sets: readonly CharSet[]): Partition {
  const cuts = sets.flatMap(cutsOf)
  return partitionBy(max, cuts, unit => sets.map(set => (set.has(unit) ? '1' : '0')).join(''))
}

/** Each of the given units alone, and all others together. */
export function partitionOfUnits(units: ReadonlySet<number>): Partition {
  const cuts = [...units].flatMap(unit => [unit, unit + 1])
  return partitionBy(MAX_UNIT, cuts, unit => (units.has(unit) ? unit : -1))
}

/** The coarsest partition that is finer than both. */
export function meet(a: Partition, b: Partition): Partition {
  return partitionBy(a.max, [...a.starts, ...b.starts], unit => `${a.classOf(unit)},${b.classOf(unit)}`)
}
