import { describe, expect, test } from 'vitest'
import { match } from '../../src/match.ts'
import { fillTemplate } from '../../src/message-template.ts'
import { library, said, template } from './world.ts'

const THINGS = ['Loan', 'Loan of copy', 'Copy', 'Copy in branch', 'Member', 'Membership', 'Hold', 'Holding', 'The fine']
const NAMES = ['{id:int}', '{id:uuid}', '{name:word}', '#{no:int}', '{key:/[A-Z]{2}-[0-9]+/}', '"{title}"']
const ENDS = [
  'not found',
  'not found in {where:word}.',
  'is not yours',
  'is not here until {date:/[0-9]{4}-[0-9]{2}-[0-9]{2}/}',
  'is closed.',
  'may not be renewed more than {times:int} times',
]
const HELD: Readonly<Record<string, string>> = {
  id: '17',
  name: 'quiet',
  no: '4',
  key: 'LN-204',
  title: 'The sea, the sea',
  where: 'North',
  date: '2026-11-20',
  times: '3',
}
const UUID = '01234567-89ab-cdef-0123-456789abcdef'

const wordings = THINGS.flatMap(thing => NAMES.flatMap(name => ENDS.map(end => `${thing} ${name} ${end}`)))
const catalogue = library(
  Object.fromEntries(wordings.map((message, index) => [`problem_${index}`, [{ message, status: 400 + index }]])),
)

function sentence(wording: string): string {
  return fillTemplate(template(wording), { ...HELD, id: wording.includes(':uuid') ? UUID : (HELD.id ?? '') })
}

describe('among hundreds of templates that begin, go on and end alike', () => {
  test.each([
    ['from first to last', wordings],
    ['from last to first', wordings.toReversed()],
  ])('each finds its own entry and its values, %s', (_order, asked) => {
    for (const wording of asked) {
      const index = wordings.indexOf(wording)
      const found = match(catalogue, said({ wording: sentence(wording), status: 400 + index }))
      expect(found, wording).toMatchObject({ outcome: 'match', entry: { code: `problem_${index}` } })
      const holes = found.outcome === 'match' ? found.holes : {}
      expect(fillTemplate(template(wording), holes)).toBe(sentence(wording))
    }
  })

  test('a letter more, a letter less or another one is nobody', () => {
    for (const [index, wording] of wordings.entries()) {
      const whole = sentence(wording)
      for (const near of [
        `${whole}s`,
        `A${whole}`,
        whole.slice(0, -1),
        whole.slice(1),
        whole.replace(' is ', ' was '),
      ]) {
        if (near === whole) continue
        const found = match(catalogue, said({ wording: near, status: 400 + index }))
        expect(found.outcome, near).toBe('unmatched')
      }
    }
  })
})
