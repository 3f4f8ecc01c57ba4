import type { CharSet } from 'refa'
import type { Partition } from './partition.ts'

export interface Representative {
  readonly unit: number
  readonly cls: number
}

/** What people like to read in an example, best first. */
const NICE = 'x1aAbcdefghijklmnopqrstuvwyzBCDEFGHIJKLMNOPQRSTUVWXYZ234567890 -_.,:;!?\'"()/@#%&*+=<>$[]{}^`|~\\'
export const NICE_UNITS = Array.from(NICE, char => char.charCodeAt(0))

/** One character of a set for each class of a partition, the most readable one; made once per set. */
export class RepresentativeUnits {
  readonly #partition: Partition
  readonly #bySet = new Map<CharSet, readonly Representative[]>()

  constructor(partition: Partition) {
    this.#partition = partition
  }

  of(set: CharSet): readonly Representative[] {
    const known = this.#bySet.get(set)
    if (known !== undefined) return known
    const made = this.#make(set)
    this.#bySet.set(set, made)
    return made
  }

  #make(set: CharSet): readonly Representative[] {
    const chosen = new Map<number, number>()
    for (const unit of NICE_UNITS) {
      const cls = this.#partition.classOf(unit)
      if (!chosen.has(cls) && set.has(unit)) chosen.set(cls, unit)
    }
    for (const { min, max, cls } of commonRuns(set, this.#partition)) {
      const before = chosen.get(cls)
      const unit = readableIn(min, max)
      if (before === undefined || ugliness(unit) < ugliness(before)) chosen.set(cls, unit)
    }
    return [...chosen].map(([cls, unit]) => ({ unit, cls }))
  }
}

function* commonRuns(set: CharSet, partition: Partition): Generator<{ min: number; max: number; cls: number }> {
  const { ranges } = set
  let index = 0
  for (const run of partition.runs()) {
    for (; index < ranges.length; index++) {
      const range = ranges[index]
      if (range === undefined || range.min > run.max) break
      const min = Math.max(range.min, run.min)
      const max = Math.min(range.max, run.max)
      if (min <= max) yield { min, max, cls: run.cls }
      // It reaches into the next run.
      if (range.max > run.max) break
    }
  }
}

// Printable Latin letters, then any other that is no control and no half of a pair, then the rest.
function readableIn(min: number, max: number): number {
  if (min <= 0xe9 && max >= 0xe9) return 0xe9
  if (min < 0xa1 && max >= 0xa1) return 0xa1
  if (min >= 0xd800 && min < 0xe000 && max >= 0xfffd) return 0xfffd
  return min
}

function ugliness(unit: number): number {
  if (unit > 0x20 && unit < 0x7f) return 0
  if (unit < 0x20 || (unit >= 0x7f && unit < 0xa0)) return 2
  return unit >= 0xd800 && unit < 0xe000 ? 3 : 1
}
