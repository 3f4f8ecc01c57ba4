import { type Budget, CELL_LIMIT, STATE_LIMIT } from './budget.ts'
import type { Partition } from './partition.ts'
import { TableFull } from './undecided.ts'

/** From here on the answer is no, whatever follows. */
export const NO = 0

/** From here on the answer is yes, whatever follows. */
export const YES = 1

/**
 * A deterministic automaton whose states are made when somebody asks for them. States are numbers; `NO` and `YES`
 * are the same in every machine, so that an answer that is settled is seen at once.
 */
export interface Machine {
  readonly partition: Partition
  readonly start: number
  step(state: number, cls: number): number
  accepts(state: number): boolean
}

/** A machine over states of any kind, as its author thinks of it. */
export interface MachinePlan<S> {
  readonly partition: Partition
  readonly start: S
  key(state: S): string | number
  step(state: S, cls: number): S
  accepts(state: S): boolean
  /** The answer where it no longer depends on what follows; `null` where it does or where that is not known. */
  settled(state: S): boolean | null
}

/** Numbers the states of a plan as they turn up, and takes each transition once. */
export function buildMachine<S>(plan: MachinePlan<S>, budget: Budget): Machine {
  const width = plan.partition.count
  const ids = new Map<string | number, number>()
  const states: S[] = []
  const rows: Int32Array[] = []

  const idOf = (state: S): number => {
    const settled = plan.settled(state)
    if (settled !== null) return settled ? YES : NO
    const key = plan.key(state)
    const known = ids.get(key)
    if (known !== undefined) return known
    if (states.length >= STATE_LIMIT || states.length * width >= CELL_LIMIT) throw new TableFull()
    budget.learn(4 + (width >> 4))
    states.push(state)
    rows.push(new Int32Array(width))
    ids.set(key, states.length + 1)
    return states.length + 1
  }

  return {
    partition: plan.partition,
    start: idOf(plan.start),
    step(state, cls) {
      const row = rows[state - 2]
      const from = states[state - 2]
      if (row === undefined || from === undefined) return state
      // 0 says not yet taken, so a transition is stored plus one.
      const taken = row[cls] ?? 0
      if (taken !== 0) return taken - 1
      const to = idOf(plan.step(from, cls))
      row[cls] = to + 1
      return to
    },
    accepts(state) {
      const from = states[state - 2]
      return from === undefined ? state === YES : plan.accepts(from)
    },
  }
}

/** Whether the machine has said its last word, and which. */
export function settledAt(state: number): boolean | null {
  return state === NO ? false : state === YES ? true : null
}

/** The state after a text. */
export function runFrom(machine: Machine, start: number, text: string): number {
  let state = start
  for (let at = 0; at < text.length && state > YES; at++) {
    state = machine.step(state, machine.partition.classOf(text.charCodeAt(at)))
  }
  return state
}

/** Whether the machine says yes to a whole text. */
export function accepts(machine: Machine, text: string): boolean {
  return machine.accepts(runFrom(machine, machine.start, text))
}
