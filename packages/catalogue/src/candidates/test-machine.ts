import type { TextStep, TextTest } from '../text-test.ts'
import { joinMachines, notMachine } from './boolean-machine.ts'
import type { Budget } from './budget.ts'
import { caseMachine } from './case-machine.ts'
import { containsMachine, endsMachine, oneOfMachine, startsMachine } from './literal-machine.ts'
import { type Machine, runFrom } from './machine.ts'
import { regexMachine } from './regex-machine.ts'
import { normaliseSpaceMachine, trimEndMachine, trimStartMachine } from './space-machine.ts'
import { Undecided } from './undecided.ts'

/** Tests in each other: each is a machine that asks the next. */
export const DEPTH_LIMIT = 200

/** The messages that pass a test, as a machine over UTF-16 code units. Throws `Undecided`. */
export function testMachine(test: TextTest, budget: Budget, depth = 0): Machine {
  if (depth > DEPTH_LIMIT) throw new Undecided({ code: 'budget', steps: DEPTH_LIMIT })
  switch (test.kind) {
    case 'equals':
      return oneOfMachine([test.text], budget)
    case 'one-of':
      return oneOfMachine(test.texts, budget)
    case 'contains':
      return containsMachine(test.text, budget)
    case 'starts':
      return startsMachine(test.text, budget)
    case 'ends':
      return endsMachine(test.text, budget)
    case 'regex':
      return regexMachine(test.source, test.flags, budget)
    case 'after':
      // The last step is the nearest to the test.
      return test.steps.reduceRight(
        (machine, step) => beforeStep(step, machine, budget),
        testMachine(test.test, budget, depth + 1),
      )
    case 'not':
      return notMachine(testMachine(test.test, budget, depth + 1))
    case 'and':
    case 'or': {
      const machines = test.tests.map(each => testMachine(each, budget, depth + 1))
      // No tests at all: `every` is true and `some` is false.
      return joinMachines(test.kind, machines, budget) ?? emptyJoint(test.kind, budget)
    }
    default:
      return test satisfies never
  }
}

function emptyJoint(kind: 'and' | 'or', budget: Budget): Machine {
  return kind === 'and' ? startsMachine('', budget) : oneOfMachine([], budget)
}

/** The texts that the step turns into one that the machine accepts. */
function beforeStep(step: TextStep, machine: Machine, budget: Budget): Machine {
  switch (step.kind) {
    case 'trim':
      return trimStartMachine(trimEndMachine(machine, budget), budget)
    case 'trim-start':
      return trimStartMachine(machine, budget)
    case 'trim-end':
      return trimEndMachine(machine, budget)
    case 'lower-case':
    case 'upper-case':
      return caseMachine(step.kind, machine, budget)
    case 'normalise-space':
      return normaliseSpaceMachine(machine, budget)
    case 'prepend':
      return { ...machine, start: runFrom(machine, machine.start, step.text) }
    case 'append':
      return { ...machine, accepts: state => machine.accepts(runFrom(machine, state, step.text)) }
    default:
      return step satisfies never
  }
}
