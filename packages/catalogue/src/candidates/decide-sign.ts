import type { Budget } from './budget.ts'
import { type Machine, NO, runFrom, YES } from './machine.ts'
import type { RepresentativeUnits } from './representative-units.ts'
import type { SignAutomaton } from './sign-automaton.ts'

/** A wording for which the test holds, and one for which it fails; `null` is a proof that there is none. */
export interface Sides {
  readonly holds: string | null
  readonly fails: string | null
}

/** Asks a machine about all wordings of a sign: a breadth-first walk over both, so that witnesses are short. */
export function decideSign(machine: Machine, sign: SignAutomaton, units: RepresentativeUnits, budget: Budget): Sides {
  const literal = sign.literal
  if (literal !== null) return decideText(machine, literal, budget)
  return new Walk(machine, sign, units, budget).sides()
}

function decideText(machine: Machine, text: string, budget: Budget): Sides {
  budget.spend(1 + (text.length >> 4))
  const holds = machine.accepts(runFrom(machine, machine.start, text))
  return holds ? { holds: text, fails: null } : { holds: null, fails: text }
}

/** A place in the sign and a state of the test, and the step that led there. */
interface Place {
  readonly at: number
  readonly state: number
  readonly before: Place | null
  readonly unit: number
}

class Walk {
  readonly #machine: Machine
  readonly #sign: SignAutomaton
  readonly #units: RepresentativeUnits
  readonly #budget: Budget
  readonly #seen = new Set<number>()
  #queue: Place[] = []
  #holds: string | null = null
  #fails: string | null = null

  constructor(machine: Machine, sign: SignAutomaton, units: RepresentativeUnits, budget: Budget) {
    this.#machine = machine
    this.#sign = sign
    this.#units = units
    this.#budget = budget
  }

  sides(): Sides {
    for (const at of this.#sign.start) this.#visit({ at, state: this.#machine.start, before: null, unit: -1 })
    for (let level = this.#queue; level.length > 0 && !this.#isDone(); level = this.#queue) {
      this.#queue = []
      for (const place of level) {
        this.#stepFrom(place)
        if (this.#isDone()) break
      }
    }
    return { holds: this.#holds, fails: this.#fails }
  }

  #isDone(): boolean {
    return this.#holds !== null && this.#fails !== null
  }

  #stepFrom(place: Place): void {
    for (const edge of this.#sign.edges(place.at)) {
      if ('unit' in edge) {
        this.#go(place, edge.unit, this.#machine.partition.classOf(edge.unit), edge.to)
        continue
      }
      for (const { unit, cls } of this.#units.of(edge.set)) this.#go(place, unit, cls, edge.to)
    }
  }

  #go(before: Place, unit: number, cls: number, targets: readonly number[]): void {
    const state = this.#machine.step(before.state, cls)
    for (const at of targets) this.#visit({ at, state, before, unit })
  }

  #visit(place: Place): void {
    const { at, state } = place
    // An answer that is settled needs no more looking, once its side has a witness.
    if (state === YES && this.#holds !== null) return
    if (state === NO && this.#fails !== null) return
    // Below 2 to the 53rd: a sign has fewer than 2 to the 33rd places, a machine fewer than 2 to the 20th states.
    const key = at * 0x100000 + state
    if (this.#seen.has(key)) return
    this.#seen.add(key)
    this.#budget.spend(1)
    // Where the answer is settled, any rest of the wording will do.
    const rest = at === this.#sign.end ? '' : state <= YES ? this.#sign.restFrom(at) : null
    if (rest !== null) {
      if (this.#machine.accepts(state)) this.#holds ??= textOf(place) + rest
      else this.#fails ??= textOf(place) + rest
    } else if (state > YES) this.#queue.push(place)
  }
}

function textOf(place: Place): string {
  const units: number[] = []
  for (let at: Place | null = place; at !== null && at.unit !== -1; at = at.before) units.push(at.unit)
  let text = ''
  for (const unit of units.reverse()) text += String.fromCharCode(unit)
  return text
}
