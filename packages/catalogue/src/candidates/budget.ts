import { Undecided } from './undecided.ts'

/** What one question may cost, in steps of some 50 to 200 nanoseconds: two seconds at the very worst. */
export const QUESTION_BUDGET = 10_000_000

/** What the test itself may cost: the rest is for the signs, so that a wild test still leaves the simple ones decided. */
export const TEST_BUDGET = 4_000_000

/** States of one machine; each may hold a row of transitions, so this is the bound on memory. */
export const STATE_BUDGET = 30_000

/** What one sign may cost. */
export const SIGN_BUDGET = 200_000

/** Counts work down and throws when none is left. A part of it may be given out as a budget of its own. */
export class Budget {
  readonly #limit: number
  readonly #parent: Budget | null
  #spent = 0

  constructor(limit: number, parent: Budget | null = null) {
    this.#limit = limit
    this.#parent = parent
  }

  spend(amount: number): void {
    this.#spent += amount
    if (this.#spent > this.#limit) throw new Undecided({ code: 'budget', spent: this.#limit })
    this.#parent?.spend(amount)
  }

  part(limit: number): Budget {
    return new Budget(limit, this)
  }
}
