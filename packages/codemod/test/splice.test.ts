import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applySplices, clash, inOrder, isSame, oldPlace, type Splice, unique, writtenBy } from '../src/plan/splice.ts'

const splice = (start: number, end: number, text = 'new', file = 'loans.js'): Splice => ({ file, start, end, text })

describe('two splices clash', () => {
  it.each<[string, Splice, Splice]>([
    ['when they change the same unit', splice(0, 4), splice(3, 6)],
    ['when one holds the other', splice(0, 9), splice(3, 6)],
    ['when they say otherwise of the same place', splice(3, 6, 'a'), splice(3, 6, 'b')],
    ['when one inserts inside of what the other changes', splice(4, 4), splice(3, 6)],
  ])('%s', (_, a, b) => {
    expect([clash(a, b), clash(b, a)]).toEqual([true, true])
  })

  it.each<[string, Splice, Splice]>([
    ['in two files', splice(0, 4), splice(0, 4, 'new', 'desk.js')],
    ['when they are one', splice(0, 4), splice(0, 4)],
    ['when one begins where the other ends', splice(0, 4), splice(4, 6)],
    ['when one inserts where the other begins', splice(3, 3), splice(3, 6)],
    ['when one inserts where the other ends', splice(6, 6), splice(3, 6)],
    ['when both insert at one place', splice(3, 3, 'a'), splice(3, 3, 'b')],
  ])('not %s', (_, a, b) => {
    expect([clash(a, b), clash(b, a)]).toEqual([false, false])
  })
})

it('two splices are one only when all is the same', () => {
  const one = splice(3, 6)
  expect(isSame(one, splice(3, 6))).toBe(true)
  for (const other of [splice(2, 6), splice(3, 7), splice(3, 6, 'old'), splice(3, 6, 'new', 'desk.js')]) {
    expect(isSame(one, other)).toBe(false)
  }
})

/** Splices of a text that do not touch each other, in any order, some of them twice. */
const aText = fc.string({ maxLength: 30 })
const aCase = aText.chain(text =>
  fc
    .tuple(
      fc.uniqueArray(fc.nat(text.length), { maxLength: 8 }).map(ends => [...ends].sort((a, b) => a - b)),
      fc.array(fc.constantFrom('', 'X', 'YZ', '-----'), { minLength: 4, maxLength: 4 }),
      fc.boolean(),
    )
    .map(([ends, texts, twice]) => {
      const splices = texts.flatMap((written, index) => {
        const [start, end] = [ends[2 * index], ends[2 * index + 1]]
        return start === undefined || end === undefined ? [] : [splice(start, end, written)]
      })
      return { text, ordered: splices, given: [...splices].reverse().concat(twice ? splices : []) }
    }),
)

describe('splices', () => {
  it('are applied each once, in whatever order they come', () => {
    fc.assert(
      fc.property(aCase, ({ text, ordered, given }) => {
        // From the back, so that no place moves.
        const expected = ordered.reduceRight(
          (sofar, { start, end, text: written }) => sofar.slice(0, start) + written + sofar.slice(end),
          text,
        )
        expect(applySplices(text, given)).toBe(expected)
        expect(inOrder(given)).toEqual(ordered)
        expect(unique(given)).toHaveLength(ordered.length)
      }),
    )
  })

  it('tell of each place of the new text where it was, or who wrote it', () => {
    fc.assert(
      fc.property(aCase, ({ text, ordered, given }) => {
        const after = applySplices(text, given)
        for (let at = 0; at < after.length; at += 1) {
          const writer = writtenBy(given, at)
          const old = oldPlace(given, at)
          expect(old === null).toBe(writer !== null)
          if (old !== null) expect(text[old]).toBe(after[at])
          if (writer !== null) expect(ordered).toContainEqual(writer)
        }
      }),
    )
    expect(oldPlace([splice(2, 3, 'ab')], 1)).toBe(1)
    expect(oldPlace([splice(2, 3, 'ab')], 2)).toBeNull()
    expect(oldPlace([splice(2, 3, 'ab')], 4)).toBe(3)
    expect(writtenBy([splice(2, 3, 'ab')], 3)).toEqual(splice(2, 3, 'ab'))
    expect(writtenBy([splice(2, 3, 'ab')], 4)).toBeNull()
  })

  it('at one place come the shorter first: what is inserted stands before what is changed', () => {
    expect(applySplices('loan', [splice(0, 4, 'copy'), splice(0, 0, 'a ')])).toBe('a copy')
  })
})
