import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Catalogue } from '../src/entry.ts'
import { match } from '../src/match.ts'
import { fillTemplate, parseTemplate } from '../src/message-template.ts'
import { library, type SignSketch, said } from './match/world.ts'
import { naiveMatch } from './match/naive.ts'

// Few words and few units, so that templates begin, go on and end alike, and nearly match each other's messages.
const HOLES = ['', ':int', ':word', ':uuid', ':email', ':/a+/', ':/(?:ab|b)+/', ':/[a-c]{2,3}/', ':/L\\d/']
const WORDS = ['Loan ', 'Loan', ' not', 'a', 'aa', 'b', ' ', 'ab', '1', '-', '\n', '.', 'a@b', '\0', ' x ', '{{']

const aText = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 }).map(words => words.join(''))
const aHole = fc.constantFrom(...HOLES)
const aWording = fc
  .tuple(fc.option(aText), fc.array(fc.tuple(aHole, aText), { maxLength: 4 }), fc.option(aHole))
  .map(([first, middle, last]) => {
    const holes = middle.map(([type, text], index) => `{h${index}${type}}${text}`).join('')
    return `${first ?? ''}${holes}${last === null ? '' : `{last${last}}`}`
  })
  .filter(source => !('code' in parseTemplate(source)))

const aTrimmedWording = aWording.filter(source => source.trim() === source)

const aSign: fc.Arbitrary<SignSketch> = fc.record(
  {
    message: aWording,
    status: fc.constantFrom(404, 409),
    legacyCode: fc.constantFrom('A', 1, '1'),
    dialect: fc.constantFrom('joi', 'rails'),
    language: fc.constantFrom('en', 'pt'),
    route: fc.record({ method: fc.constantFrom('GET', null), path: fc.constantFrom('/loans', '/loans/:id') }),
  },
  { requiredKeys: ['message'] },
)
const aBareSign: fc.Arbitrary<SignSketch> = fc.oneof(
  fc.record({ status: fc.constantFrom(404, 409) }),
  fc.record({ legacyCode: fc.constantFrom('A', 1) }),
)

const aCatalogue = fc
  .array(fc.array(fc.oneof({ weight: 9, arbitrary: aSign }, aBareSign), { minLength: 1, maxLength: 3 }), {
    minLength: 1,
    maxLength: 12,
  })
  .map(entries => library(Object.fromEntries(entries.map((signs, index) => [`code_${index}`, signs]))))

const VALUES = ['a', 'aa', 'ab', 'b', 'abc', '1', '-17', 'L1', 'a@b', 'x y', ' ', '\n', 'Loan', ' not', 'a b a', '']
const UUID = '01234567-89ab-cdef-0123-456789abcdef'
const aValue = fc.oneof(
  fc.constantFrom(...VALUES, UUID),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 3 }).map(words => words.join('')),
)

/** Messages that a sign of the catalogue matches or nearly matches, and some that nobody wrote. */
function aMessage(catalogue: Catalogue): fc.Arbitrary<string> {
  const templates = catalogue.problems.flatMap(entry => entry.signs.flatMap(sign => sign.message ?? []))
  const noise = fc.array(fc.constantFrom(...WORDS), { maxLength: 6 }).map(words => words.join(''))
  if (templates.length === 0) return noise
  const filled = fc
    .tuple(fc.constantFrom(...templates), fc.array(aValue, { minLength: 6, maxLength: 6 }))
    .map(([template, values]) => {
      const names = template.parts.flatMap(part => (part.kind === 'hole' ? [part.name] : []))
      return fillTemplate(template, Object.fromEntries(names.map((name, index) => [name, values[index]])))
    })
  const damaged = fc
    .tuple(filled, fc.nat(), fc.constantFrom('', 'a', ' ', '\n', '1', 'Loan '), fc.nat({ max: 2 }))
    .map(([text, at, inserted, cut]) => {
      const place = at % (text.length + 1)
      return text.slice(0, place) + inserted + text.slice(place + cut)
    })
  return fc.oneof(filled, damaged, noise)
}

const aCase = aCatalogue.chain(catalogue =>
  fc.record({
    catalogue: fc.constant(catalogue),
    wordings: fc.array(aMessage(catalogue), { minLength: 1, maxLength: 12 }),
    known: fc.record(
      {
        status: fc.constantFrom(404, 409),
        code: fc.constantFrom('A', 1, '1'),
        dialect: fc.constantFrom('joi', 'rails'),
        language: fc.constantFrom('en', 'pt'),
        method: fc.constantFrom('GET', 'PUT'),
        route: fc.constantFrom('/loans', '/loans/:id'),
      },
      { requiredKeys: [] },
    ),
  }),
)

test('match says what one regular expression after another says', () => {
  const outcomes = { match: 0, ambiguous: 0, unmatched: 0 }
  fc.assert(
    fc.property(aCase, ({ catalogue, wordings, known }) => {
      for (const wording of wordings) {
        const query = said({ ...known, wording })
        const found = match(catalogue, query)
        outcomes[found.outcome]++
        const { holes: _, ...compared } = { holes: null, ...found }
        expect(compared).toEqual(naiveMatch(catalogue, query))
      }
    }),
    { numRuns: 1500 },
  )
  // Each outcome must be met often, or the law says little.
  const all = Object.values(outcomes).reduce((sum, count) => sum + count, 0)
  expect(Math.min(...Object.values(outcomes)) / all).toBeGreaterThan(0.03)
})

test('the values of the holes fill the template to the message', () => {
  fc.assert(
    fc.property(aCase, ({ catalogue, wordings }) => {
      for (const wording of wordings) {
        const found = match(catalogue, said({ wording }))
        if (found.outcome !== 'match' || found.sign.message === null) continue
        expect(fillTemplate(found.sign.message, found.holes).trim()).toBe(wording.trim())
        for (const part of found.sign.message.parts) {
          if (part.kind === 'hole') expect(found.holes[part.name]).toMatch(new RegExp(`^(?:${part.pattern})$`))
        }
      }
    }),
    { numRuns: 500 },
  )
})

test('the first hole takes as little as it can, then the next', () => {
  fc.assert(
    fc.property(aTrimmedWording, fc.array(aValue, { minLength: 6, maxLength: 6 }), (source, values) => {
      const catalogue = library({ a: [{ message: source }] })
      const template = catalogue.problems[0]?.signs[0]?.message
      if (template === undefined || template === null) return
      const names = template.parts.flatMap(part => (part.kind === 'hole' ? [part.name] : []))
      const wording = fillTemplate(template, Object.fromEntries(names.map((name, index) => [name, values[index]])))
      const found = match(catalogue, said({ wording }))
      const pieces = template.parts.map(part =>
        part.kind === 'text' ? { text: part.text } : { pattern: new RegExp(`^(?:${part.pattern})$`) },
      )
      const expected = shortestCut(pieces, wording) ?? shortestCut(pieces, wording.trim())
      if (found.outcome === 'match') expect(Object.values(found.holes)).toEqual(expected)
      else expect(shortestCut(pieces, wording)).toBeNull()
    }),
    { numRuns: 1500 },
  )
})

type Piece = { readonly text: string } | { readonly pattern: RegExp }

/** The values of the holes, found by trying every length from the left. */
function shortestCut(pieces: readonly Piece[], text: string): readonly string[] | null {
  const [piece, ...rest] = pieces
  if (piece === undefined) return text === '' ? [] : null
  if ('text' in piece) return text.startsWith(piece.text) ? shortestCut(rest, text.slice(piece.text.length)) : null
  for (let length = 1; length <= text.length; length++) {
    if (!piece.pattern.test(text.slice(0, length))) continue
    const others = shortestCut(rest, text.slice(length))
    if (others !== null) return [text.slice(0, length), ...others]
  }
  return null
}
