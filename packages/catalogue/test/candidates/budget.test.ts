import { expect, test } from 'vitest'
import { candidates } from '../../src/candidates.ts'
import { CELL_LIMIT, STATE_LIMIT } from '../../src/candidates/budget.ts'
import type { TextTest } from '../../src/text-test.ts'
import { buildCatalogue, type SignDraft } from './build-catalogue.ts'

const WORDS = ['loan', 'member', 'copy', 'branch', 'shelf', 'fine', 'card']

/** Wordings of four kinds, one of them without a hole. */
function library(count: number) {
  const problems: Record<string, readonly SignDraft[]> = {}
  for (let index = 0; index < count; index++) {
    const word = WORDS[index % WORDS.length] ?? ''
    const wordings = [
      `The ${word} ${index} was not found`,
      `${word} {id:int} of shelf ${index} is overdue`,
      `No ${word} {name} for copy ${index}`,
      `Shelf ${index} {name}: {reason} (${word})`,
    ]
    problems[`code_${index}`] = [wordings[index % 4] ?? '']
  }
  return buildCatalogue(problems)
}

function tally(count: number, about: TextTest): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { verdict } of candidates(library(count), about)) counts[verdict] = (counts[verdict] ?? 0) + 1
  return counts
}

function regex(source: string, flags = ''): TextTest {
  return { kind: 'regex', source, flags }
}

test('ten thousand signs are all decided', () => {
  expect(tally(10_000, { kind: 'contains', text: 'not found' })).toEqual({
    always: 2_500,
    never: 2_500,
    sometimes: 5_000,
  })
  expect(tally(10_000, regex('(?=.*\\bshelf\\b)(?!.*(?:card|fine))', 'i')).undecided).toBeUndefined()
})

test.each([
  ['states that double with each letter', '(a|b)*a(a|b){20}'],
  ['the same behind a look-ahead', '(?=(a|b)*a(a|b){18})(?!(b|a)*b(a|b){17})(a|b)*'],
  ['the same in a look-behind', '(?<=(a|b)*a(a|b){15})x(?!(a|b)*b(a|b){15})'],
  ['repetitions in each other', '((a{1,50}){1,50}){1,50}'],
  ['groups in each other', `${'('.repeat(20_000)}a${')'.repeat(20_000)}`],
  ['a megabyte of pattern', 'x'.repeat(1_000_000)],
])('%s run into the budget, and say so', (_, source) => {
  const [wild, literal] = candidates(buildCatalogue({ a: ['Loan {a} {b}'], b: ['Loan'] }), regex(source))
  expect(wild?.cause?.code).toBe('budget')
  expect(['never', 'undecided']).toContain(literal?.verdict)
})

test.each([
  ['(a+)+$', 'never'],
  ['(x+x+)+y', 'never'],
  ['(.*)*!', 'never'],
  ['(?:a?){200}a{200}', 'never'],
  ['(?:){1000000000}', 'always'],
])('what makes an engine backtrack for ever costs nothing here: /%s/', (source, verdict) => {
  const loan = buildCatalogue({ a: [`Loan ${'a'.repeat(40)} of ${'x'.repeat(40)}`] })
  expect(candidates(loan, regex(source))).toMatchObject([{ verdict }])
})

test('a wild test still leaves the literal signs decided when it has no regular expression', () => {
  const wild: TextTest = {
    kind: 'and',
    tests: Array.from('abcdefghijklm', (letter, index) => ({ kind: 'contains', text: `${letter}${index}` })),
  }
  const verdicts = candidates(library(40), wild)
  expect(verdicts.filter(each => each.code.endsWith('0') && Number(each.code.slice(5)) % 4 === 0)).not.toContainEqual(
    expect.objectContaining({ verdict: 'undecided' }),
  )
})

test('thousands of tests in each other or beside each other are refused or answered, not overflowed', () => {
  let nested: TextTest = { kind: 'equals', text: 'x' }
  for (let depth = 0; depth < 5_000; depth++) nested = { kind: 'not', test: nested }
  expect(candidates(library(4), nested).map(each => each.cause?.code)).toEqual(['budget', 'budget', 'budget', 'budget'])
  const wide: TextTest = {
    kind: 'or',
    tests: Array.from({ length: 2_000 }, (_, index) => ({ kind: 'equals', text: `The loan ${index} was not found` })),
  }
  expect(candidates(library(4), wide).map(each => each.verdict)).toEqual(['always', 'never', 'never', 'never'])
})

test('a table that is full is emptied, and the next sign is decided all the same', () => {
  expect(STATE_LIMIT * 8).toBeLessThan(CELL_LIMIT)
  const about: TextTest = { kind: 'or', tests: [regex('(?:[ab]*a)[ab]{16}!'), { kind: 'starts', text: 'Loan' }] }
  const signs = { wild: ['{a:/[ab]*/}!'], tame: ['Loan {id:int} not found', 'Copy {id:int} not found'] }
  const [, tame, other] = candidates(buildCatalogue(signs), about)
  expect(tame).toMatchObject({ verdict: 'always' })
  expect(other).toMatchObject({ verdict: 'never' })
})
