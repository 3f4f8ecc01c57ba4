import { Undecided } from './undecided.ts'

/**
 * What a question may cost, in steps: some 100 to 500 nanoseconds each. A usual sign takes about 100 of them, the worst
 * question to 10,000 signs some seconds.
 */
const QUESTION_STEPS = 3_000_000
const STEPS_PER_SIGN = 400

/** What each sign may cost at least, however many there are. */
const LEAST_STEPS = 2_000

/** What learning the test's machine may cost before the signs pay for it, and what deciding the unclaimed texts may. */
export const LARGE_TURN = 2_000_000

/** States of one machine, and transitions in its table: the bound on memory, some 100 megabytes at the very worst. */
export const STATE_LIMIT = 50_000
export const CELL_LIMIT = 8_000_000

/** Counts the steps of one question, and shares them fairly: an entry with a wild template must not starve the next. */
export class Budget {
  #left: number
  #turn: number
  #given: number
  #signs: number
  #lessons = LARGE_TURN

  constructor(signs: number) {
    this.#left = QUESTION_STEPS + STEPS_PER_SIGN * signs
    this.#signs = signs
    this.#given = LARGE_TURN
    this.#turn = LARGE_TURN
  }

  /** A budget of a fixed size, for work that belongs to no question. */
  static of(steps: number): Budget {
    const budget = new Budget(0)
    budget.#left = steps
    budget.#lessons = 0
    budget.#begin(steps)
    return budget
  }

  /** Begins the work on the next sign; it may spend its share of what is left. */
  beginSign(): void {
    const share = this.#left / Math.max(this.#signs, 8)
    this.#signs -= 1
    this.#begin(Math.max(LEAST_STEPS, Math.floor(share)))
  }

  beginLarge(): void {
    this.#begin(LARGE_TURN)
  }

  spend(steps: number): void {
    this.#left -= steps
    this.#turn -= steps
    if (this.#turn < 0) throw new Undecided({ code: 'budget', steps: this.#given })
    if (this.#left < 0) throw new Undecided({ code: 'budget', steps: QUESTION_STEPS })
  }

  /** What the first sign learns serves all others, so it does not pay for it. */
  learn(steps: number): void {
    if (this.#lessons < steps) this.spend(steps)
    else this.#lessons -= steps
  }

  #begin(steps: number): void {
    this.#given = steps
    this.#turn = steps
  }
}
