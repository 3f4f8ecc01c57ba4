import fc from 'fast-check'
import { expect, test } from 'vitest'
import { candidates } from '../../src/candidates.ts'
import { isTemplateFault, parseTemplate, templatePattern } from '../../src/message-template.ts'
import type { TextTest } from '../../src/text-test.ts'
import { buildCatalogue, template } from './build-catalogue.ts'

// Few units, so that wordings begin, go on and end alike; some holes may be empty.
const aText = fc.array(fc.constantFrom('a', 'b', ' ', '1'), { minLength: 1, maxLength: 3 }).map(units => units.join(''))
const aHole = fc.constantFrom('', ':int', ':word', ':/a*/', ':/(?:ab)*/', ':/[ab]?/', ':/a+|1/')
const aWording = fc
  .tuple(fc.option(aText), fc.array(fc.tuple(aHole, aText), { maxLength: 2 }), fc.option(aHole))
  .map(([first, middle, last]) => {
    const holes = middle.map(([type, text], index) => `{h${index}${type}}${text}`).join('')
    return `${first ?? ''}${holes}${last === null ? '' : `{last${last}}`}`
  })
  .filter(source => !isTemplateFault(parseTemplate(source)))
const aMessage = fc
  .array(fc.constantFrom('a', 'b', ' ', '1', 'ab', 'aa'), { maxLength: 5 })
  .map(units => units.join(''))
/** Which of the wordings, and what is put into its holes in turn; it may fit or not. */
const aFilling = fc.tuple(
  fc.nat(),
  fc.array(fc.constantFrom('', 'a', 'aa', '1', 'ab', 'b a'), { minLength: 3, maxLength: 3 }),
)

test('an entry without wordings may say what no wording of another entry matches, and nothing else', () => {
  const told = { claimed: 0, unclaimed: 0 }
  fc.assert(
    fc.property(
      fc.array(aWording, { minLength: 1, maxLength: 6 }),
      fc.array(aMessage, { minLength: 1, maxLength: 4 }),
      fc.array(aFilling, { maxLength: 8 }),
      (wordings, made, fillings) => {
        const filled = fillings.map(([which, values]) => {
          const rest = [...values]
          return (wordings[which % wordings.length] ?? '').replace(/\{[^{}]*\}/g, () => rest.shift() ?? '')
        })
        const messages = [...new Set([...made, ...filled])]
        const catalogue = buildCatalogue({ worded: wordings, bare: [{ legacyCode: 'BARE' }] })
        const patterns = wordings.map(source => new RegExp(templatePattern(template(source))))
        const free = messages.filter(text => !patterns.some(pattern => pattern.test(text)))
        told.claimed += messages.length - free.length
        told.unclaimed += free.length
        const verdictOf = (about: TextTest) => candidates(catalogue, about).find(({ code }) => code === 'bare')
        for (const text of messages) {
          const expected = free.includes(text) ? { verdict: 'undecided', holds: text } : { verdict: 'never' }
          expect([text, verdictOf({ kind: 'equals', text })]).toMatchObject([text, expected])
        }
        const any = verdictOf({ kind: 'one-of', texts: messages })
        expect(any?.verdict).toBe(free.length === 0 ? 'never' : 'undecided')
        expect(free.length === 0 || free.includes(any?.holds ?? '?')).toBe(true)
      },
    ),
    { numRuns: 150 },
  )
  // Both must be met often, or the law says little.
  expect(Math.min(told.claimed, told.unclaimed) / (told.claimed + told.unclaimed)).toBeGreaterThan(0.1)
})
