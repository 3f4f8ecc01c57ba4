import { expect, test } from 'vitest'
import { match, matchField, prepareMatch } from '../src/match.ts'
import { library, said } from './match/world.ts'

function codeOf(result: ReturnType<typeof match>): string {
  return result.outcome === 'match' ? result.entry.code : result.outcome
}

test('a template gives its entry and what stands in the holes', () => {
  const catalogue = library({ loan_not_found: [{ message: 'Loan {id:int} not found' }] })
  expect(match(catalogue, said({ wording: 'Loan 17 not found' }))).toMatchObject({
    outcome: 'match',
    entry: { code: 'loan_not_found' },
    sign: { id: 'loan_not_found#0' },
    holes: { id: '17' },
  })
})

test.each([
  ['Loan x not found', 'the hole takes numbers only'],
  ['Loan  not found', 'a hole is never empty'],
  ['Loan 17 not found.', 'a template ends where the message ends'],
  ['The Loan 17 not found', 'a template begins where the message begins'],
  ['loan 17 not found', 'letter case counts'],
  ['Loan 17 not', 'half a template is none'],
  ['', 'an empty message has no wording'],
])('%j is no missing loan: %s', wording => {
  const catalogue = library({ loan_not_found: [{ message: 'Loan {id:int} not found' }] })
  expect(match(catalogue, said({ wording }))).toEqual({ outcome: 'unmatched' })
})

test('a whole text goes before a template that matches it too', () => {
  const catalogue = library({ not_found: [{ message: '{what} not found' }], no_loan: [{ message: 'Loan not found' }] })
  expect(codeOf(match(catalogue, said({ wording: 'Loan not found' })))).toBe('no_loan')
  expect(codeOf(match(catalogue, said({ wording: 'Copy not found' })))).toBe('not_found')
})

test('two templates of two entries for one message are ambiguous, and both signs are named', () => {
  const catalogue = library({ a: [{ message: '{what} not found' }], b: [{ message: 'Loan {id} not found' }] })
  const result = match(catalogue, said({ wording: 'Loan 1 not found' }))
  expect(result.outcome === 'ambiguous' && result.signs.map(sign => sign.id)).toEqual(['a#0', 'b#0'])
})

test('two signs of one entry are not ambiguous: the first one is given', () => {
  const catalogue = library({ a: [{ message: 'Loan {id} {what}' }, { message: '{what} not found' }] })
  expect(match(catalogue, said({ wording: 'Loan 1 not found' }))).toMatchObject({ sign: { id: 'a#0' } })
})

test('a sign with a wording goes before one with a code', () => {
  const catalogue = library({ by_code: [{ legacyCode: 'LOAN_404' }], by_text: [{ message: 'No such loan' }] })
  expect(codeOf(match(catalogue, said({ wording: 'No such loan', code: 'LOAN_404' })))).toBe('by_text')
  expect(codeOf(match(catalogue, said({ wording: 'Gone', code: 'LOAN_404' })))).toBe('by_code')
})

test('a code of digits is one code, whether the body wrote it as a number or as a string', () => {
  const catalogue = library({ by_code: [{ legacyCode: 4041 }] })
  expect(codeOf(match(catalogue, said({ code: '4041' })))).toBe('by_code')
  expect(codeOf(match(catalogue, said({ code: 4041 })))).toBe('by_code')
  expect(codeOf(match(catalogue, said({ code: 404 })))).toBe('unmatched')
})

test('the sign that asks for more wins over the one that asks for less', () => {
  const catalogue = library({
    any: [{ message: 'Not found' }],
    narrow: [{ message: 'Not found', status: 404 }],
    narrowest: [{ message: 'Not found', status: 404, route: { method: 'GET', path: '/loans/:id' } }],
  })
  expect(codeOf(match(catalogue, said({ wording: 'Not found', status: 410 })))).toBe('any')
  expect(codeOf(match(catalogue, said({ wording: 'Not found' })))).toBe('narrow')
  const onRoute = said({ wording: 'Not found', method: 'GET', route: '/loans/:id' })
  expect(codeOf(match(catalogue, onRoute))).toBe('narrowest')
})

test('two signs that ask for different things are ambiguous where both are so', () => {
  const catalogue = library({
    by_status: [{ message: 'Not found', status: 404 }],
    by_dialect: [{ message: 'Not found', dialect: 'plain-text' }],
  })
  expect(codeOf(match(catalogue, said({ wording: 'Not found', dialect: 'plain-text' })))).toBe('ambiguous')
  expect(codeOf(match(catalogue, said({ wording: 'Not found', dialect: 'joi' })))).toBe('by_status')
})

test.each([
  ['GET', '/loans/:id'],
  ['get', '/loans/:id/'],
  ['HEAD', '/loans/:id'],
  ['GET', '/loans/:loanId'],
  ['GET', 'loans/:id'],
  ['GET', '/loans/{id}'],
])('%s %s is the route GET /loans/:id', (method, route) => {
  const catalogue = library({ a: [{ message: 'Not found', route: { method: 'GET', path: '/loans/:id' } }] })
  expect(codeOf(match(catalogue, said({ wording: 'Not found', method, route })))).toBe('a')
})

test.each([
  ['POST', '/loans/:id', 'another method'],
  [null, '/loans/:id', 'an unknown method'],
  ['GET', null, 'an unknown route'],
  ['GET', '/loans', 'another route'],
  ['GET', '/loanz/:id', 'another route'],
  ['GET', '/loans/:id/renew', 'a route below it'],
  ['GET', '/loans/::id', 'two colons are one that is no parameter'],
  ['GET', '/loans/::', 'a colon alone is no parameter'],
  ['GET', '/Loans/:id', 'letter case counts in a path'],
  ['GET', '/loans/*', 'a wildcard is a route of its own'],
])('%s %s is not the route GET /loans/:id: %s', (method, route, _why) => {
  const catalogue = library({ a: [{ message: 'Not found', route: { method: 'GET', path: '/loans/:id' } }] })
  expect(codeOf(match(catalogue, said({ wording: 'Not found', method, route })))).toBe('unmatched')
})

test('routes that differ in their last letter are two', () => {
  const catalogue = library({ a: [{ message: 'Not found', route: { method: 'GET', path: '/copies' } }] })
  const at = (route: string) => codeOf(match(catalogue, said({ wording: 'Not found', method: 'GET', route })))
  expect([at('/copies'), at('/copier'), at('/copie'), at('/'), at('/copies//')]).toEqual([
    'a',
    'unmatched',
    'unmatched',
    'unmatched',
    'unmatched',
  ])
})

test('the root is a route of its own', () => {
  const catalogue = library({ a: [{ message: 'Not found', route: { method: 'GET', path: '/' } }] })
  const at = (route: string) => codeOf(match(catalogue, said({ wording: 'Not found', method: 'GET', route })))
  expect([at('/'), at('/x')]).toEqual(['a', 'unmatched'])
})

test('a route without a method is on every method', () => {
  const catalogue = library({ a: [{ message: 'Not found', route: { method: null, path: '/loans/:id' } }] })
  expect(codeOf(match(catalogue, said({ wording: 'Not found', method: 'PATCH', route: '/loans/:id' })))).toBe('a')
})

test.each([
  [null, 'pt', 'a language that is not known fits every sign'],
  ['pt-BR', 'pt', 'the base language counts'],
  ['PT', 'pt', 'tags have no letter case'],
  ['en', 'unmatched', 'another language is another wording'],
])('in %j the Portuguese sign gives %s: %s', (language, expected, _why) => {
  const catalogue = library({ pt: [{ message: 'Empréstimo inexistente', language: 'pt-PT' }] })
  expect(codeOf(match(catalogue, said({ wording: 'Empréstimo inexistente', language })))).toBe(expected)
})

test('white space at the ends is looked through only where the wording as it was sent has no sign', () => {
  const catalogue = library({ line: [{ message: 'Gone\n' }], gone: [{ message: 'Gone' }] })
  expect(codeOf(match(catalogue, said({ wording: 'Gone\n' })))).toBe('line')
  expect(codeOf(match(catalogue, said({ wording: 'Gone' })))).toBe('gone')
  const loose = library({ gone: [{ message: 'Loan {id} gone' }] })
  expect(match(loose, said({ wording: ' Loan 1 gone\r\n' }))).toMatchObject({ holes: { id: '1' } })
  expect(codeOf(match(loose, said({ wording: 'Loan 1  gone' })))).toBe('gone')
  expect(codeOf(match(loose, said({ wording: 'Loan 1\ngone' })))).toBe('unmatched')
})

test('a sign of the catalogue that ends in a line break fits a message that was sent without it', () => {
  const catalogue = library({ gone: [{ message: 'Loan {id} gone\n' }] })
  expect(match(catalogue, said({ wording: 'Loan 1 gone' }))).toMatchObject({ outcome: 'match', holes: { id: '1' } })
})

test('a sign of nothing but a status and a route is asked last', () => {
  const catalogue = library({
    last: [{ status: 404, route: { method: 'GET', path: '/loans/:id' } }],
    first: [{ message: 'Not found' }],
  })
  const onRoute = said({ method: 'GET', route: '/loans/:id' })
  expect(codeOf(match(catalogue, { ...onRoute, wording: 'Not found' }))).toBe('first')
  expect(codeOf(match(catalogue, { ...onRoute, wording: 'Gone' }))).toBe('last')
  expect(codeOf(match(catalogue, { ...onRoute, status: 410 }))).toBe('unmatched')
})

test('a sign of a code goes before one of a status and a route', () => {
  const catalogue = library({
    place: [{ status: 404, route: { method: null, path: '/loans' } }],
    code: [{ legacyCode: 'A' }],
  })
  const here = said({ method: 'GET', route: '/loans' })
  expect(codeOf(match(catalogue, { ...here, code: 'A' }))).toBe('code')
  expect(codeOf(match(catalogue, { ...here, code: 'B' }))).toBe('place')
})

test('among very many signs of one wording the one that is asked for is found', () => {
  const routes = Array.from({ length: 500 }, (_, index) => `/shelf${index}/:id`)
  const catalogue = library({
    ...Object.fromEntries(
      routes.map((path, index) => [`shelf_${index}`, [{ message: 'Not found', route: { method: 'GET', path } }]]),
    ),
    other: [{ message: 'Not found', status: 410 }],
  })
  const asked = said({ wording: 'Not found', method: 'GET' })
  expect(codeOf(match(catalogue, { ...asked, route: '/shelf321/:id' }))).toBe('shelf_321')
  expect(codeOf(match(catalogue, { ...asked, route: '/shelf/:id' }))).toBe('unmatched')
  expect(codeOf(match(catalogue, { ...asked, route: '/shelf321/:id', status: 410 }))).toBe('ambiguous')
})

test('where a message can be cut in two ways the first hole takes as little as it can', () => {
  const catalogue = library({ a: [{ message: '{who} of {what}' }] })
  expect(match(catalogue, said({ wording: 'A of B of C' }))).toMatchObject({ holes: { who: 'A', what: 'B of C' } })
})

test('a hole of numbers behind a hole of text is found where the text comes twice', () => {
  const catalogue = library({ a: [{ message: '{who} has {n:int} loans of {of:int}' }] })
  const wording = 'Who has has 3 loans of has 3 loans of 5'
  expect(match(catalogue, said({ wording }))).toMatchObject({
    holes: { who: 'Who has has 3 loans of', n: '3', of: '5' },
  })
})

test.each(['\n', '\r', '\u2028', '\u2029'])('a hole of text does not go on over the line break %j', end => {
  const catalogue = library({ a: [{ message: '{who} of {what}' }], b: [{ message: 'Loan {x} and {y:int} and {z}.' }] })
  const asked = [`A${end}B of C`, `A of B${end}C`, `Loan a${end}a and 1 and c.`, `Loan a and 1 and c${end}c.`]
  for (const wording of asked) expect(codeOf(match(catalogue, said({ wording })))).toBe('unmatched')
  for (const wording of asked)
    expect(codeOf(match(catalogue, said({ wording: wording.replace(end, '-') })))).not.toBe('unmatched')
})

test('an answer does not depend on what was asked before', () => {
  const catalogue = library({ a: [{ message: 'Loan {id:int} {x}' }], b: [{ message: 'Loan {id:word} of {x}' }] })
  const asked = ['Loan 1 of x', 'Loan a of x', 'Loan 1 x', 'Loan', 'Loan 1 of x'].map(wording =>
    codeOf(match(catalogue, said({ wording }))),
  )
  expect(asked).toEqual(['ambiguous', 'b', 'a', 'unmatched', 'ambiguous'])
})

test('a field wording gives its code and the path in it', () => {
  const catalogue = library({}, { required: [{ message: '{path} is required' }, { legacyCode: 'any.required' }] })
  const asked = { wording: 'member.name is required', code: null, dialect: null }
  expect(matchField(catalogue, asked)).toMatchObject({
    outcome: 'match',
    entry: { code: 'required' },
    holes: { path: 'member.name' },
  })
  expect(matchField(catalogue, { ...asked, wording: 'must be set', code: 'any.required' })).toMatchObject({
    sign: { id: 'required#1' },
  })
  expect(matchField(catalogue, { ...asked, wording: 'must be set' })).toEqual({ outcome: 'unmatched' })
})

test('a problem is not found by a field wording', () => {
  const catalogue = library({}, { required: [{ message: '{path} is required' }] })
  expect(match(catalogue, said({ wording: 'name is required' }))).toEqual({ outcome: 'unmatched' })
})

test('a catalogue is read once, and before the first error where that is asked for', () => {
  const whole = library({ a: [{ message: 'Gone' }] }, { required: [{ message: '{path} is required' }] })
  const read: string[] = []
  const watched = new Proxy(whole, {
    get(target, name, receiver) {
      read.push(String(name))
      return Reflect.get(target, name, receiver)
    },
  })
  prepareMatch(watched)
  expect(read.toSorted()).toEqual(['fields', 'problems'])
  for (const wording of ['Gone', 'Gone', 'x is required']) match(watched, said({ wording }))
  for (const wording of ['Gone', 'x is required']) matchField(watched, { wording, code: null, dialect: null })
  expect(read).toHaveLength(2)
})
