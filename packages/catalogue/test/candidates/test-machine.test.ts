import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Budget } from '../../src/candidates/budget.ts'
import { accepts, type Machine } from '../../src/candidates/machine.ts'
import { testMachine } from '../../src/candidates/test-machine.ts'
import { Undecided } from '../../src/candidates/undecided.ts'
import type { TextTest } from '../../src/text-test.ts'
import { arbRegex, arbStep, arbText, arbTest } from './arbitraries.ts'
import { ask, take } from './oracle.ts'

// An empty match between the halves of a pair is left undecided; it is rare enough here to be passed over.
function machineOf(asked: TextTest): Machine | null {
  try {
    return testMachine(asked, Budget.of(10_000_000))
  } catch (fault) {
    if (fault instanceof Undecided && fault.why.code === 'engines-differ') return null
    throw fault
  }
}

test('a machine says of any text what JS says of it', () => {
  fc.assert(
    fc.property(arbTest, fc.array(arbText, { minLength: 1, maxLength: 8 }), (asked, messages) => {
      const machine = machineOf(asked)
      fc.pre(machine !== null)
      for (const message of messages)
        expect([message, accepts(machine, message)]).toEqual([message, ask(asked, message)])
    }),
    { numRuns: 1_500 },
  )
})

test('a regular expression with look-arounds, boundaries and flags is read as the engine reads it', () => {
  fc.assert(
    fc.property(arbRegex, fc.array(arbText, { minLength: 1, maxLength: 8 }), (asked, messages) => {
      const machine = machineOf(asked)
      fc.pre(machine !== null)
      for (const message of messages)
        expect([message, accepts(machine, message)]).toEqual([message, ask(asked, message)])
    }),
    { numRuns: 2_500 },
  )
})

test('case, space and known text before and after are undone exactly', () => {
  fc.assert(
    fc.property(fc.array(arbStep, { minLength: 1, maxLength: 3 }), arbText, arbText, (steps, message, other) => {
      const reached = steps.reduce((text, step) => take(step, text), message)
      const same: TextTest = { kind: 'after', steps, test: { kind: 'equals', text: reached } }
      const machine = testMachine(same, Budget.of(10_000_000))
      expect(accepts(machine, message)).toBe(true)
      expect(accepts(machine, other)).toBe(ask(same, other))
    }),
    { numRuns: 3_000 },
  )
})
