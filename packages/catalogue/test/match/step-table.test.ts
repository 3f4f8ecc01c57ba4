import fc from 'fast-check'
import { expect, test } from 'vitest'
import { StepTable } from '../../src/match/step-table.ts'

test('a step that was set is found, and one that was not is 0', () => {
  const aNumber = fc.integer({ min: 1, max: 2 ** 31 - 1 })
  // Keys that are near each other and keys that are not: some share a slot, some a mask.
  const aKey = fc.oneof(fc.integer({ min: 1, max: 3000 }), aNumber)
  fc.assert(
    fc.property(fc.array(fc.tuple(aKey, aNumber), { maxLength: 1500 }), fc.array(aKey), (steps, others) => {
      const expected = new Map(steps)
      const table = new StepTable()
      for (const [key, value] of expected) expect(table.set(key, value)).toBe(true)
      for (const key of [...expected.keys(), ...others]) expect(table.get(key)).toBe(expected.get(key) ?? 0)
      table.clear()
      for (const key of expected.keys()) expect(table.get(key)).toBe(0)
      for (const [key, value] of expected) expect(table.set(key, value)).toBe(true)
      for (const [key, value] of expected) expect(table.get(key)).toBe(value)
    }),
  )
})

test('a full table refuses, keeps what it has, and takes new steps when it was cleared', () => {
  const table = new StepTable()
  let kept = 0
  while (table.set(kept + 1, kept + 7)) kept++
  expect(kept).toBe(2 ** 17)
  for (const key of [1, 2, kept / 2, kept]) expect(table.get(key)).toBe(key + 6)
  expect(table.get(kept + 1)).toBe(0)
  table.clear()
  expect(table.set(kept + 1, 5)).toBe(true)
  expect([table.get(kept + 1), table.get(1)]).toEqual([5, 0])
})
