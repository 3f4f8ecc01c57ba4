import { spread, StepTable } from './step-table.ts'
import type { UnitClasses } from './unit-classes.ts'

/**
 * An automaton whose state is a set of threads: sorted numbers, each once. A negative thread has nothing behind it; a
 * set of one such thread is its own number, so that thousands of ends need no states.
 */
export interface ThreadAutomaton<Note> {
  readonly classes: UnitClasses
  start(): readonly number[]
  step(threads: readonly number[], unit: number): readonly number[]
  /** What the walker has to know of a set; computed once per set. */
  note(threads: readonly number[]): Note
  /** Whether a walk stops where it meets this. */
  stops(note: Note): boolean
}

/** The number of the set without threads: nothing can follow. */
export const DEAD = 1

// Bounds of what is kept. A walk that meets more sets than this pays for each step again, so it stays linear.
const MOST_STATES = 1 << 15
const MOST_THREADS = 1 << 19

/** Makes the states of an automaton deterministic as they are met, and forgets them all when there are too many. */
export class LazyDfa<Note> {
  /** Where the last walk stopped. */
  at = 0
  readonly #automaton: ThreadAutomaton<Note>
  readonly #class: Uint16Array
  readonly #classes: number
  readonly #most: number
  readonly #steps = new StepTable()
  readonly #stops: Uint8Array
  #ids = new Map<string, number>()
  #threads: (readonly number[])[] = []
  #notes: Note[] = []
  #held = 0
  #start = 0

  constructor(automaton: ThreadAutomaton<Note>) {
    this.#automaton = automaton
    this.#class = automaton.classes.of
    // One more than there are: the last one is for steps that are no units.
    this.#classes = automaton.classes.count + 1
    // State and class share one positive 32-bit number.
    this.#most = Math.min(MOST_STATES, Math.floor((2 ** 31 - 1) / this.#classes) - 2)
    this.#stops = new Uint8Array(this.#most + 2)
    this.#forget()
  }

  /** The first state. State numbers hold until the next call of `start`, `walk` or `jump`. */
  start(): number {
    if (this.#start === 0) this.#start = this.#number(this.#automaton.start())
    return this.#start
  }

  /** The state after the units from `from` up to `to`, or the first one on the way that stops a walk. */
  walk(state: number, text: string, from: number, to: number): number {
    let current = state
    this.at = from
    while (this.at < to) {
      // The state to begin with may be one that stops: a step is taken from it all the same.
      const before = this.at
      current = this.#walkKnown(current, text, to)
      if (this.at === before) current = this.#discover(current, text.charCodeAt(this.at++))
      if (current <= DEAD || this.#stops[current] === 1) return current
    }
    return current
  }

  note(state: number): Note {
    return this.#notes[state] as Note // every number that was given out has its note
  }

  /** The state behind a run, where the walker has compared the text of it at once. */
  jump(state: number, threads: readonly number[]): number {
    const key = state * this.#classes + this.#classes - 1
    const known = this.#steps.get(key)
    return known === 0 ? this.#learn(key, threads) : known
  }

  // Along steps that are known, with all that is looked at in reach: this loop is where the time of a match goes.
  #walkKnown(state: number, text: string, to: number): number {
    const { cells } = this.#steps
    const mask = this.#steps.slots - 1
    const classes = this.#classes
    const classOf = this.#class
    const stops = this.#stops
    let current = state
    let at = this.at
    while (at < to) {
      const key = current * classes + (classOf[text.charCodeAt(at)] ?? 0)
      let slot = spread(key) & mask
      let found = cells[2 * slot]
      while (found !== key && found !== 0) {
        slot = (slot + 1) & mask
        found = cells[2 * slot]
      }
      if (found === 0) break
      at++
      current = cells[2 * slot + 1] ?? 0
      if (current <= DEAD || stops[current] === 1) break
    }
    this.at = at
    return current
  }

  #discover(state: number, unit: number): number {
    const key = state * this.#classes + (this.#class[unit] ?? 0)
    return this.#learn(key, this.#automaton.step(this.#threads[state] ?? [], unit))
  }

  #learn(key: number, threads: readonly number[]): number {
    if (this.#isFull()) {
      this.#forget()
      return this.#number(threads)
    }
    const next = this.#number(threads)
    if (this.#steps.set(key, next)) return next
    this.#forget()
    return this.#number(threads)
  }

  #number(threads: readonly number[]): number {
    const only = threads[0]
    if (only !== undefined && only < 0 && threads.length === 1) return only
    const name = threads.join()
    const known = this.#ids.get(name)
    if (known !== undefined) return known
    const made = this.#threads.length
    const note = this.#automaton.note(threads)
    this.#ids.set(name, made)
    this.#threads.push(threads)
    this.#notes.push(note)
    this.#stops[made] = this.#automaton.stops(note) ? 1 : 0
    this.#held += threads.length
    return made
  }

  #isFull(): boolean {
    return this.#threads.length >= this.#most || this.#held >= MOST_THREADS
  }

  #forget(): void {
    this.#steps.clear()
    this.#ids = new Map()
    this.#held = 0
    this.#start = 0
    // Number 0 is for "not known"; the empty set is number 1.
    this.#threads = [[]]
    this.#notes = [this.#automaton.note([])]
    this.#number([])
  }
}
