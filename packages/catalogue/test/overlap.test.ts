import { expect, test } from 'vitest'
import { match } from '../src/match.ts'
import { inclusionOf, overlapOf, overlappingPairs, shadows } from '../src/overlap.ts'
import { library, said, type SignSketch, signsOf, template } from './match/world.ts'

test.each([
  ['Loan {id} not found', 'Loan {id:int} not found', 'Loan 1 not found'],
  ['{a} gone', 'Loan {b}', 'Loan gone'],
  ['Loan {id} for {m}', 'Loan {id} to {m}', 'Loan x to for x'],
  ['Gone', 'Gone', 'Gone'],
  ['{w:word}', '{n:int}', '1'],
  ['{c:/[A-Z]{3}/}-{rest}', '{n:word}-9', 'AAA-9'],
])('%s and %s can both be a message as long as %s', (a, b, example) => {
  const witness = overlapOf(template(a), template(b)) ?? ''
  expect(witness).toHaveLength(example.length)
  for (const message of [a, b]) {
    expect(match(library({ x: [{ message }] }), said({ wording: witness })).outcome).toBe('match')
  }
})

test.each([
  ['Loan {id:int} not found', 'Loan {id:uuid} not found', 'a number is no UUID'],
  ['{a} gone', '{a} found', 'the ends differ'],
  ['Loan {a}', 'Copy {a}', 'the beginnings differ'],
  ['{n:int} of {m:int}', '{n:int} off {m:int}', 'the texts between the numbers differ'],
  ['Gone', 'Gone.', 'one goes on where the other ends'],
  ['No {a}\n', 'No {b}', 'a hole holds no line break'],
  ['{w:word} x', '{w:word}', 'a word holds no blank'],
])('%s and %s have no message in common: %s', (a, b) => {
  expect(overlapOf(template(a), template(b))).toBeNull()
})

test('a template shadows what it matches whole, and nothing that has a message of its own', () => {
  expect(shadows(template('Loan {id}'), template('Loan {id:int}'))).toBe(true)
  expect(shadows(template('{a} not found'), template('Loan not found'))).toBe(true)
  expect(shadows(template('{a} {b}'), template('{x} of {y}'))).toBe(true)
  expect(shadows(template('Loan {id:int}'), template('Loan {id}'))).toBe(false)
  expect(shadows(template('{x} of {y}'), template('{a} {b}'))).toBe(false)
  expect(inclusionOf(template('{w:word}'), template('{n:int}'))).toMatchObject({ outcome: 'outside' })
})

function namesOf(sketches: Readonly<Record<string, readonly SignSketch[]>>): readonly string[] {
  const signs = Object.entries(sketches).flatMap(([entry, of]) => signsOf(entry, of))
  return overlappingPairs(signs).map(({ first, second }) => `${first.id} ${second.id}`)
}

test('overlapping pairs are signs of two entries that one message fits, each pair once and in order', () => {
  expect(
    namesOf({
      a: [{ message: 'Loan {id} gone' }, { message: 'Loan {id:int} gone' }],
      b: [{ message: 'Loan {id:int} gone' }, { message: 'Copy {id} gone' }],
      c: [{ message: 'Loan 1 gone' }, { message: 'Gone' }],
    }),
  ).toEqual(['a#0 b#0', 'a#0 c#0', 'a#1 b#0', 'a#1 c#0', 'b#0 c#0'])
})

test.each<[string, SignSketch, SignSketch]>([
  ['two statuses', { status: 404 }, { status: 410 }],
  ['one is narrower', {}, { status: 404 }],
  ['two routes', { route: { method: null, path: '/loans' } }, { route: { method: null, path: '/copies' } }],
  ['two methods', { route: { method: 'PUT', path: '/loans' } }, { route: { method: 'GET', path: '/loans' } }],
  ['two languages', { language: 'en' }, { language: 'pt' }],
])('signs are no pair where what narrows them tells them apart: %s', (_why, a, b) => {
  expect(namesOf({ a: [{ message: 'Gone', ...a }], b: [{ message: 'Gone', ...b }] })).toEqual([])
})

test('signs that are narrowed by different things are a pair', () => {
  expect(namesOf({ a: [{ message: 'Gone', status: 404 }], b: [{ message: 'Gone', dialect: 'joi' }] })).toEqual([
    'a#0 b#0',
  ])
})

test('signs without a wording are a pair where they claim one code, and no witness is needed', () => {
  const signs = [...signsOf('a', [{ legacyCode: 4 }]), ...signsOf('b', [{ legacyCode: '4' }, { legacyCode: 5 }])]
  expect(overlappingPairs(signs)).toMatchObject([{ first: { id: 'a#0' }, second: { id: 'b#0' }, witness: null }])
})

test('a wording, a code and a status are no pairs: one goes before the other', () => {
  expect(namesOf({ a: [{ message: 'Gone' }], b: [{ legacyCode: 'A' }], c: [{ status: 404 }] })).toEqual([])
})
