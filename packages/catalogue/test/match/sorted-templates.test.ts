import fc from 'fast-check'
import { expect, test } from 'vitest'
import { endsHere, type KeyRange, narrow, narrowings, sharedLength } from '../../src/match/sorted-templates.ts'

const aKey = fc.array(fc.constantFrom('a', 'b', 'c', '\0'), { maxLength: 6 }).map(units => units.join(''))

/** Sorted keys, and a range of them that begin alike. */
const aRange = fc
  .tuple(fc.uniqueArray(aKey, { minLength: 1, maxLength: 12 }), fc.nat(), fc.nat())
  .map(([some, which, long]) => {
    const keys = some.toSorted()
    const key = keys[which % keys.length] ?? ''
    const depth = long % (key.length + 1)
    return { keys, range: rangeOf(keys, key.slice(0, depth)) }
  })

function rangeOf(keys: readonly string[], beginning: string): KeyRange {
  const low = keys.findIndex(key => key.startsWith(beginning))
  return { low, high: low + keys.filter(key => key.startsWith(beginning)).length, depth: beginning.length }
}

test('a range is parted by the next unit of its keys', () => {
  fc.assert(
    fc.property(aRange, ({ keys, range }) => {
      const within = keys.slice(range.low, range.high)
      const beginning = within[0]?.slice(0, range.depth) ?? ''
      const units = [...new Set(within.flatMap(key => key.slice(range.depth, range.depth + 1) || []))]
      expect(narrowings(keys, range)).toEqual(
        units.map(unit => ({ unit: unit.charCodeAt(0), range: rangeOf(keys, beginning + unit) })),
      )
      for (const unit of units) expect(narrow(keys, range, unit.charCodeAt(0))).toEqual(rangeOf(keys, beginning + unit))
      for (const unit of ['\0', 'a', 'b', 'c', 'd'].filter(one => !units.includes(one))) {
        const { low, high } = narrow(keys, range, unit.charCodeAt(0))
        expect(high - low).toBe(0)
      }
      expect(endsHere(keys, range)).toBe(within.includes(beginning))
    }),
    { numRuns: 500 },
  )
})

test('what all keys of a range share is as long as it can be', () => {
  fc.assert(
    fc.property(aRange, ({ keys, range }) => {
      const within = keys.slice(range.low, range.high)
      const shared = range.depth + sharedLength(keys, range)
      const beginning = within[0]?.slice(0, shared) ?? ''
      expect(within.every(key => key.startsWith(beginning))).toBe(true)
      expect(new Set(within.map(key => key.charAt(shared))).size > 1 || within[0]?.length === shared).toBe(true)
    }),
    { numRuns: 500 },
  )
})
