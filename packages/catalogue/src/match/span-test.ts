import { type HoleAutomaton, isWithin } from './hole-automaton.ts'
import { DEAD, LazyDfa, type ThreadAutomaton } from './lazy-dfa.ts'
import type { UnitClasses } from './unit-classes.ts'

/** Whether a piece of text is a value of a hole, in one pass over it. */
export class SpanTest {
  readonly #dfa: LazyDfa<boolean>

  /** The classes may be finer than the hole needs: all holes of a set share one table. */
  constructor(automaton: HoleAutomaton, classes: UnitClasses) {
    this.#dfa = new LazyDfa(new HoleThreads(automaton, classes))
  }

  holds(text: string, from: number, to: number): boolean {
    const state = this.#dfa.walk(this.#dfa.start(), text, from, to)
    return state !== DEAD && this.#dfa.note(state)
  }

  /** The first end of a value that begins at `from` for which `fits` holds, or -1. */
  firstEnd(text: string, from: number, fits: (end: number) => boolean): number {
    const dfa = this.#dfa
    let state = dfa.start()
    for (let at = from; at < text.length; at++) {
      state = dfa.walk(state, text, at, at + 1)
      if (state === DEAD) return -1
      if (dfa.note(state) && fits(at + 1)) return at + 1
    }
    return -1
  }
}

class HoleThreads implements ThreadAutomaton<boolean> {
  readonly #automaton: HoleAutomaton
  readonly classes: UnitClasses

  constructor(automaton: HoleAutomaton, classes: UnitClasses) {
    this.#automaton = automaton
    this.classes = classes
  }

  start(): readonly number[] {
    return [0]
  }

  step(threads: readonly number[], unit: number): readonly number[] {
    const next = new Set<number>()
    for (const state of threads) {
      for (const edge of this.#automaton.edges[state] ?? []) if (isWithin(edge.ranges, unit)) next.add(edge.to)
    }
    return [...next].sort((a, b) => a - b)
  }

  note(threads: readonly number[]): boolean {
    return threads.some(state => this.#automaton.finals[state])
  }

  stops(): boolean {
    return false
  }
}
