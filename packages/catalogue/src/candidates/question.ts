import type { MessageTemplate } from '../message-template.ts'
import type { TextTest } from '../text-test.ts'
import { Budget, QUESTION_BUDGET, SIGN_BUDGET, TEST_BUDGET } from './budget.ts'
import type { Claims } from './claims.ts'
import { decideSign, type Sides } from './decide-sign.ts'
import { decideUnclaimed } from './decide-unclaimed.ts'
import { holeAccepts, holeAutomaton } from './hole-automaton.ts'
import { accepts, type Machine } from './machine.ts'
import { RepresentativeUnits } from './representative-units.ts'
import { type HoleLimits, SignAutomaton } from './sign-automaton.ts'
import { testMachine } from './test-machine.ts'
import { Undecided, type UndecidedCause } from './undecided.ts'

export type Decision =
  | { readonly kind: 'sides'; readonly sides: Sides }
  | { readonly kind: 'undecided'; readonly cause: UndecidedCause }

// A template does not change, so its automaton is made once; those with limits are made anew.
const automata = new WeakMap<MessageTemplate, SignAutomaton>()

/** One test, asked about many signs: the machine is made once and what it learns is kept. */
export class Question {
  readonly #budget = new Budget(QUESTION_BUDGET)
  readonly #machine: Machine | UndecidedCause
  readonly #units: RepresentativeUnits | null

  constructor(test: TextTest) {
    this.#machine = machineOrCause(test, this.#budget.part(TEST_BUDGET))
    this.#units = 'code' in this.#machine ? null : new RepresentativeUnits(this.#machine.partition)
  }

  /** Whether the test holds for the wordings of a template, with what is known of its holes. */
  askTemplate(template: MessageTemplate, limits: HoleLimits): Decision {
    return this.#decide(SIGN_BUDGET, (machine, units, budget) => {
      return decideSign(machine, automatonOf(template, limits, budget), units, budget)
    })
  }

  /** Whether the test holds for the texts that no claim matches. */
  askUnclaimed(claims: Claims): Decision {
    return this.#decide(TEST_BUDGET, (machine, _, budget) => decideUnclaimed(machine, claims, budget))
  }

  /** Whether the test holds for one text; `null` where that is not known. */
  askText(text: string): boolean | null {
    const decision = this.#decide(SIGN_BUDGET, machine => {
      return accepts(machine, text) ? { holds: text, fails: null } : { holds: null, fails: text }
    })
    return decision.kind === 'sides' ? decision.sides.holds !== null : null
  }

  #decide(limit: number, ask: (machine: Machine, units: RepresentativeUnits, budget: Budget) => Sides): Decision {
    if ('code' in this.#machine) return { kind: 'undecided', cause: this.#machine }
    if (this.#units === null) return { kind: 'undecided', cause: { code: 'budget', spent: 0 } }
    try {
      return { kind: 'sides', sides: ask(this.#machine, this.#units, this.#budget.part(limit)) }
    } catch (fault) {
      return { kind: 'undecided', cause: causeOf(fault) }
    }
  }
}

/** Whether the known values may stand in the holes of a template. Throws `Undecided`. */
export function admits(template: MessageTemplate, limits: HoleLimits): boolean {
  return template.parts.every(part => {
    if (part.kind === 'text' || !Object.hasOwn(limits, part.name)) return true
    const limit = limits[part.name]
    return limit?.kind !== 'is' || holeAccepts(holeAutomaton(part.pattern, [], new Budget(SIGN_BUDGET)), limit.value)
  })
}

function automatonOf(template: MessageTemplate, limits: HoleLimits, budget: Budget): SignAutomaton {
  const limited = template.parts.some(part => part.kind === 'hole' && Object.hasOwn(limits, part.name))
  if (limited) return new SignAutomaton(template, limits, budget)
  const automaton = automata.get(template) ?? new SignAutomaton(template, {}, budget)
  automata.set(template, automaton)
  return automaton
}

function machineOrCause(test: TextTest, budget: Budget): Machine | UndecidedCause {
  try {
    return testMachine(test, budget)
  } catch (fault) {
    return causeOf(fault)
  }
}

/** The cause that was thrown; what is no cause goes on up. */
export function causeOf(fault: unknown): UndecidedCause {
  if (fault instanceof Undecided) return fault.why
  throw fault
}
