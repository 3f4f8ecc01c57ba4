import type { MessageTemplate } from '../message-template.ts'
import type { TextTest } from '../text-test.ts'
import { Budget, LARGE_TURN, STATE_LIMIT } from './budget.ts'
import type { Claims } from './claims.ts'
import { decideSign, type Sides } from './decide-sign.ts'
import { decideUnclaimed } from './decide-unclaimed.ts'
import { evaluate } from './evaluate-test.ts'
import { holeAccepts, holeAutomaton } from './hole-automaton.ts'
import { accepts, type Machine } from './machine.ts'
import { RepresentativeUnits } from './representative-units.ts'
import { type HoleLimits, SignAutomaton } from './sign-automaton.ts'
import { DEPTH_LIMIT, testMachine } from './test-machine.ts'
import { TableFull, Undecided, type UndecidedCause } from './undecided.ts'

export type Decision =
  | { readonly kind: 'sides'; readonly sides: Sides }
  | { readonly kind: 'undecided'; readonly cause: UndecidedCause }

// A template does not change, so its automaton is made once; those with limits are made anew.
const automata = new WeakMap<MessageTemplate, SignAutomaton>()

/** One test, asked about many signs: the machine is made once and what it learns is kept. */
export class Question {
  readonly #test: TextTest
  readonly #isPlain: boolean
  readonly #budget: Budget
  #machine: Machine | UndecidedCause
  #units: RepresentativeUnits | null

  constructor(test: TextTest, signs: number) {
    this.#test = test
    this.#budget = new Budget(signs)
    this.#isPlain = isPlain(test, 0)
    this.#machine = this.#makeMachine()
    this.#units = unitsOf(this.#machine)
  }

  /** Whether the test holds for the wordings of a template, with what is known of its holes. */
  askTemplate(template: MessageTemplate, limits: HoleLimits): Decision {
    this.#budget.beginSign()
    const decision = this.#decide((machine, units) => {
      return decideSign(machine, automatonOf(template, limits, this.#budget), units, this.#budget)
    })
    const text = template.parts.length === 1 && template.parts[0]?.kind === 'text' ? template.parts[0].text : null
    if (decision.kind === 'sides' || text === null || !this.#isPlain) return decision
    return { kind: 'sides', sides: oneSide(text, evaluate(this.#test, text)) }
  }

  /** Whether the test holds for the texts that no claim matches. */
  askUnclaimed(claims: Claims): Decision {
    this.#budget.beginLarge()
    return this.#decide(machine => decideUnclaimed(machine, claims, this.#budget))
  }

  /** Whether the test holds for one text; `null` where that is not known. */
  askText(text: string): boolean | null {
    if (this.#isPlain) return evaluate(this.#test, text)
    this.#budget.beginSign()
    const decision = this.#decide(machine => oneSide(text, accepts(machine, text)))
    return decision.kind === 'sides' ? decision.sides.holds !== null : null
  }

  #decide(ask: (machine: Machine, units: RepresentativeUnits) => Sides): Decision {
    try {
      return this.#ask(ask)
    } catch (fault) {
      if (!(fault instanceof TableFull)) return { kind: 'undecided', cause: causeOf(fault) }
    }
    // What was learnt so far is in the way: once more, with an empty table.
    this.#machine = this.#makeMachine()
    this.#units = unitsOf(this.#machine)
    try {
      return this.#ask(ask)
    } catch (fault) {
      return { kind: 'undecided', cause: causeOf(fault) }
    }
  }

  #ask(ask: (machine: Machine, units: RepresentativeUnits) => Sides): Decision {
    if ('code' in this.#machine || this.#units === null) {
      return { kind: 'undecided', cause: 'code' in this.#machine ? this.#machine : { code: 'budget', steps: 0 } }
    }
    return { kind: 'sides', sides: ask(this.#machine, this.#units) }
  }

  #makeMachine(): Machine | UndecidedCause {
    try {
      return testMachine(this.#test, this.#budget)
    } catch (fault) {
      return causeOf(fault)
    }
  }
}

function oneSide(text: string, holds: boolean): Sides {
  return holds ? { holds: text, fails: null } : { holds: null, fails: text }
}

// Without a regular expression an evaluation is linear, whatever the text; a regular expression may backtrack for ever.
function isPlain(test: TextTest, depth: number): boolean {
  if (depth > DEPTH_LIMIT) return false
  if (test.kind === 'and' || test.kind === 'or') return test.tests.every(each => isPlain(each, depth + 1))
  if (test.kind === 'not' || test.kind === 'after') return isPlain(test.test, depth + 1)
  return test.kind !== 'regex'
}

function unitsOf(machine: Machine | UndecidedCause): RepresentativeUnits | null {
  return 'code' in machine ? null : new RepresentativeUnits(machine.partition)
}

/** Whether the known values may stand in the holes of a template. Throws `Undecided`. */
export function admits(template: MessageTemplate, limits: HoleLimits): boolean {
  return template.parts.every(part => {
    if (part.kind === 'text' || !Object.hasOwn(limits, part.name)) return true
    const limit = limits[part.name]
    return limit?.kind !== 'is' || holeAccepts(holeAutomaton(part.pattern, [], Budget.of(LARGE_TURN)), limit.value)
  })
}

function automatonOf(template: MessageTemplate, limits: HoleLimits, budget: Budget): SignAutomaton {
  const limited = template.parts.some(part => part.kind === 'hole' && Object.hasOwn(limits, part.name))
  if (limited) return new SignAutomaton(template, limits, budget)
  const automaton = automata.get(template) ?? new SignAutomaton(template, {}, budget)
  automata.set(template, automaton)
  return automaton
}

/** The cause that was thrown; what is no cause goes on up. */
export function causeOf(fault: unknown): UndecidedCause {
  if (fault instanceof Undecided) return fault.why
  if (fault instanceof TableFull) return { code: 'budget', steps: STATE_LIMIT }
  throw fault
}
