import { expect, test } from 'vitest'
import { joinMachines, notMachine } from '../../src/candidates/boolean-machine.ts'
import { Budget } from '../../src/candidates/budget.ts'
import { accepts, buildMachine, NO, runFrom, settledAt, YES } from '../../src/candidates/machine.ts'
import { partitionBy, MAX_UNIT } from '../../src/candidates/partition.ts'

const budget = () => Budget.of(10_000_000)

/** Says yes from so many letters `a` on, and no for ever after a letter that is none. */
function counts(most: number) {
  const asked: string[] = []
  const partition = partitionBy(MAX_UNIT, [0, 0x61, 0x62], unit => String(unit === 0x61))
  const machine = buildMachine<number>(
    {
      partition,
      start: 0,
      key: at => at,
      step(at, cls) {
        asked.push(`${at} ${cls}`)
        return cls === partition.classOf(0x61) ? at + 1 : -1
      },
      accepts: at => at >= most,
      settled: at => (at === -1 ? false : at >= most ? true : null),
    },
    budget(),
  )
  return { machine, asked }
}

test('an answer that is settled is one of two states, and says so', () => {
  expect([settledAt(NO), settledAt(YES), settledAt(2), settledAt(3)]).toEqual([false, true, null, null])
  const { machine } = counts(2)
  expect(runFrom(machine, machine.start, 'aa')).toBe(YES)
  expect(runFrom(machine, machine.start, 'ab')).toBe(NO)
  expect(machine.step(YES, 0)).toBe(YES)
  expect(machine.step(NO, 0)).toBe(NO)
  expect([machine.accepts(YES), machine.accepts(NO), machine.accepts(machine.start)]).toEqual([true, false, false])
})

test('each transition is taken once', () => {
  const { machine, asked } = counts(4)
  for (const text of ['aaa', 'aaa', 'ab', 'aab', 'aaaa', 'b', 'b']) accepts(machine, text)
  expect(asked).toEqual([...new Set(asked)])
  expect(runFrom(machine, machine.start, 'a')).not.toBe(machine.start)
})

test('not, and, or of machines', () => {
  const [two, three] = [counts(2).machine, counts(3).machine]
  const both = joinMachines('and', [two, three], budget())
  const any = joinMachines('or', [two, three, counts(5).machine], budget())
  const none = notMachine(two)
  if (both === null || any === null) throw new Error('no machine')
  const told = (text: string) => [both, any, none].map(machine => accepts(machine, text))
  expect(told('a')).toEqual([false, false, true])
  expect(told('aa')).toEqual([false, true, false])
  expect(told('aaa')).toEqual([true, true, false])
  expect(told('ab')).toEqual([false, false, true])
  expect(runFrom(both, both.start, 'aaa')).toBe(YES)
  expect(runFrom(both, both.start, 'b')).toBe(NO)
  expect(runFrom(any, any.start, 'aa')).toBe(YES)
  expect(runFrom(any, any.start, 'b')).toBe(NO)
  expect(runFrom(none, none.start, 'b')).toBe(YES)
  expect(joinMachines('and', [two], budget())).toBe(two)
  expect(joinMachines('or', [], budget())).toBeNull()
})
