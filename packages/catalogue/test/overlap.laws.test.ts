import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseTemplate, templatePattern } from '../src/message-template.ts'
import { collide, inclusionOf, overlapOf, overlappingPairs } from '../src/overlap.ts'
import { type SignSketch, signsOf, template } from './match/world.ts'

// All words of up to six units over four: every small witness that there is.
const ALPHABET = ['a', 'b', '1', ' ']
const LONGEST = 6
const words: string[] = ['']
for (const word of words) if (word.length < LONGEST) for (const unit of ALPHABET) words.push(word + unit)

const aText = fc
  .array(fc.constantFrom('a', 'a', ...ALPHABET), { minLength: 1, maxLength: 2 })
  .map(units => units.join(''))
const aHole = fc.constantFrom('', '', '', ':int', ':word', ':/a+/', ':/(?:ab|b)+/', ':/[ab]{2,3}/', ':/a|1b?/')
const aWording = fc
  .tuple(fc.option(aText, { freq: 1 }), fc.array(fc.tuple(aHole, aText), { maxLength: 2 }), fc.option(aHole))
  .map(([first, middle, last]) => {
    const holes = middle.map(([type, text], index) => `{h${index}${type}}${text}`).join('')
    return `${first ?? ''}${holes}${last === null ? '' : `{last${last}}`}`
  })
  .filter(source => !('code' in parseTemplate(source)))

function pattern(source: string): RegExp {
  return new RegExp(templatePattern(template(source)))
}

function firstWord(yes: RegExp, also: RegExp, is: boolean): string | undefined {
  return words.find(word => yes.test(word) && also.test(word) === is)
}

test('an overlap is a message that both match, and none is a proof', () => {
  const found = { some: 0, none: 0 }
  fc.assert(
    fc.property(aWording, aWording, (a, b) => {
      const witness = overlapOf(template(a), template(b))
      if (witness === null) {
        found.none++
        expect(firstWord(pattern(a), pattern(b), true)).toBeUndefined()
        return
      }
      found.some++
      expect(witness).toMatch(pattern(a))
      expect(witness).toMatch(pattern(b))
      const shorter = firstWord(pattern(a), pattern(b), true)
      if (shorter !== undefined) expect(witness.length).toBeLessThanOrEqual(shorter.length)
    }),
    { numRuns: 600 },
  )
  expect(Math.min(found.some, found.none)).toBeGreaterThan(60)
})

test('a template inside another one has no message of its own, and one outside shows one', () => {
  const found = { inside: 0, outside: 0, undecided: 0 }
  fc.assert(
    fc.property(aWording, aWording, (a, b) => {
      const inclusion = inclusionOf(template(a), template(b))
      found[inclusion.outcome]++
      if (inclusion.outcome === 'outside') {
        expect(inclusion.message).toMatch(pattern(a))
        expect(inclusion.message).not.toMatch(pattern(b))
      } else {
        expect(firstWord(pattern(a), pattern(b), false)).toBeUndefined()
      }
    }),
    { numRuns: 600 },
  )
  expect(found.undecided).toBe(0)
  expect(Math.min(found.inside, found.outside)).toBeGreaterThan(5)
})

test('the pairs of many signs are the pairs of two', () => {
  fc.assert(
    fc.property(fc.array(aWording, { minLength: 2, maxLength: 14 }), sources => {
      const signs = sources.flatMap((message, index) => signsOf(`code_${index}`, [{ message }]))
      const expected = signs.flatMap((a, index) =>
        signs.slice(index + 1).flatMap(b => {
          if (a.message === null || b.message === null) return []
          return overlapOf(a.message, b.message) === null ? [] : [`${a.id} ${b.id}`]
        }),
      )
      const pairs = overlappingPairs(signs)
      expect(pairs.map(({ first, second }) => `${first.id} ${second.id}`)).toEqual(expected)
      for (const { first, second, witness } of pairs) {
        for (const { message } of [first, second]) {
          if (message !== null) expect(witness ?? '').toMatch(new RegExp(templatePattern(message)))
        }
      }
    }),
    { numRuns: 400 },
  )
})

const aNarrowed: fc.Arbitrary<SignSketch> = fc.record(
  {
    message: fc.constant('Gone'),
    status: fc.constantFrom(404, 409),
    legacyCode: fc.constantFrom('A', 1),
    dialect: fc.constantFrom('joi', 'rails'),
    language: fc.constantFrom('en', 'en-GB', 'pt'),
    route: fc.record({ method: fc.constantFrom('GET', 'PUT', null), path: fc.constantFrom('/loans', '/copies') }),
  },
  { requiredKeys: [] },
)

test('among signs of one wording or none the pairs are those that collide', () => {
  fc.assert(
    fc.property(fc.array(fc.array(aNarrowed, { maxLength: 3 }), { maxLength: 6 }), entries => {
      const signs = entries.flatMap((sketches, index) => signsOf(`code_${index}`, sketches))
      const expected = signs.flatMap((a, index) =>
        signs.slice(index + 1).flatMap(b => (collide(a, b) ? [`${a.id} ${b.id}`] : [])),
      )
      expect(overlappingPairs(signs).map(({ first, second }) => `${first.id} ${second.id}`)).toEqual(expected)
    }),
  )
})
