import { StepTable } from './step-table.ts'
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
}

/** The number of the set without threads: nothing can follow. */
export const DEAD = 1

// Bounds of what is kept. A walk that meets more sets than this pays for each step again, so it stays linear.
const MOST_STATES = 1 << 15
const MOST_THREADS = 1 << 19

/** Makes the states of an automaton deterministic as they are met, and forgets them all when there are too many. */
export class LazyDfa<Note> {
  readonly #automaton: ThreadAutomaton<Note>
  readonly #class: Uint16Array
  readonly #classes: number
  readonly #most: number
  readonly #steps = new StepTable()
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
    this.#forget()
  }

  /** The first state. State numbers hold until the next call of `start`, `next` or `jump`. */
  start(): number {
    if (this.#start === 0) this.#start = this.#number(this.#automaton.start())
    return this.#start
  }

  next(state: number, unit: number): number {
    const key = state * this.#classes + (this.#class[unit] ?? 0)
    const known = this.#steps.get(key)
    return known === 0 ? this.#discover(state, unit, key) : known
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

  #discover(state: number, unit: number, key: number): number {
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
    this.#ids.set(name, made)
    this.#threads.push(threads)
    this.#notes.push(this.#automaton.note(threads))
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
