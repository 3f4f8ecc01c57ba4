import type { Budget } from './budget.ts'
import type { Claims } from './claims.ts'
import type { Sides } from './decide-sign.ts'
import { type Machine, NO, YES } from './machine.ts'
import { MAX_UNIT, meet, type Partition, partitionOfSets } from './partition.ts'
import { NICE_UNITS } from './representative-units.ts'

/** Asks a machine about all texts that no claim matches: what an entry without wordings may say. */
export function decideUnclaimed(machine: Machine, claims: Claims, budget: Budget): Sides {
  return new UnclaimedWalk(machine, claims, budget).sides()
}

interface Place {
  readonly state: number
  /** The places that the claims have reached, and their number. */
  readonly claimed: readonly number[]
  readonly before: Place | null
  readonly unit: number
}

class UnclaimedWalk {
  readonly #machine: Machine
  readonly #claims: Claims
  readonly #budget: Budget
  readonly #partition: Partition
  readonly #runs: readonly (readonly { min: number; max: number }[])[]
  readonly #seen = new Set<string>()
  readonly #alphabets = new Map<string, readonly number[]>()
  #queue: Place[] = []
  #holds: string | null = null
  #fails: string | null = null

  constructor(machine: Machine, claims: Claims, budget: Budget) {
    this.#machine = machine
    this.#claims = claims
    this.#budget = budget
    this.#partition = meet(machine.partition, partitionOfSets(MAX_UNIT, claims.sets))
    this.#runs = runsByClass(this.#partition)
  }

  sides(): Sides {
    this.#visit({ state: this.#machine.start, claimed: this.#claims.start, before: null, unit: -1 })
    for (let level = this.#queue; level.length > 0 && !this.#isDone(); level = this.#queue) {
      this.#queue = []
      for (const place of level) {
        for (const unit of this.#alphabetAt(place.claimed)) this.#go(place, unit)
        if (this.#isDone()) break
      }
    }
    return { holds: this.#holds, fails: this.#fails }
  }

  #isDone(): boolean {
    return this.#holds !== null && this.#fails !== null
  }

  #go(before: Place, unit: number): void {
    this.#budget.spend(1 + before.claimed.length)
    const state = this.#machine.step(before.state, this.#machine.partition.classOf(unit))
    this.#visit({ state, claimed: this.#claims.step(before.claimed, unit), before, unit })
  }

  #visit(place: Place): void {
    const { state, claimed } = place
    if (state === YES && this.#holds !== null) return
    if (state === NO && this.#fails !== null) return
    const key = `${state} ${claimed.join()}`
    if (this.#seen.has(key)) return
    this.#seen.add(key)
    this.#queue.push(place)
    if (this.#claims.accepts(claimed)) return
    if (this.#machine.accepts(state)) this.#holds ??= textOf(place)
    else this.#fails ??= textOf(place)
  }

  /** The characters to try: those that a claim names, and of each class one that none of them names. */
  #alphabetAt(claimed: readonly number[]): readonly number[] {
    const key = claimed.join()
    const known = this.#alphabets.get(key)
    if (known !== undefined) return known
    const named = this.#claims.unitsAt(claimed)
    const others = this.#runs.map(runs => unnamedIn(runs, named)).filter(unit => unit !== -1)
    const alphabet = [...others, ...named]
    this.#alphabets.set(key, alphabet)
    return alphabet
  }
}

function runsByClass(partition: Partition): { min: number; max: number }[][] {
  const runs: { min: number; max: number }[][] = Array.from({ length: partition.count }, () => [])
  for (const { min, max, cls } of partition.runs()) runs[cls]?.push({ min, max })
  return runs
}

function unnamedIn(runs: readonly { min: number; max: number }[], named: ReadonlySet<number>): number {
  const nice = NICE_UNITS.find(unit => !named.has(unit) && runs.some(run => run.min <= unit && unit <= run.max))
  if (nice !== undefined) return nice
  for (const { min, max } of runs) {
    for (let unit = min; unit <= max; unit++) if (!named.has(unit)) return unit
  }
  return -1
}

function textOf(place: Place): string {
  const units: number[] = []
  for (let at: Place | null = place; at !== null && at.unit !== -1; at = at.before) units.push(at.unit)
  return units
    .reverse()
    .map(unit => String.fromCharCode(unit))
    .join('')
}
