import { expect, test } from 'vitest'
import { candidates, codesFor, fieldCodesFor, parseTest } from '../../src/candidates.ts'
import type { TextTest } from '../../src/text-test.ts'
import { buildCatalogue } from './build-catalogue.ts'

function asked(expression: string): TextTest {
  const parsed = parseTest(expression)
  if (parsed.outcome === 'fault') throw new Error(`${parsed.fault.code} in ${expression}`)
  return parsed.test
}

const library = buildCatalogue(
  {
    loan_not_found: [
      'Loan {id:int} not found',
      { message: 'No such loan', language: 'en', id: 'loan_not_found#1:en' },
      { legacyCode: 'LOAN_404' },
    ],
    member_not_found: ['Member {name} not found'],
    copy_on_loan: ['Copy {copy} is on loan to {member}'],
    branch_closed: [
      { message: 'Not found', status: 404 },
      { message: 'Closed', status: 409 },
    ],
  },
  {
    required: ['{path:word} is required'],
    too_short: ['{path:word} must be at least {min:int} characters'],
    not_unique: ['{path:word} is taken', 'Choose another {path:word}'],
  },
)

const unworded = buildCatalogue({
  loan_not_found: ['Loan not found', { message: 'Copy {id:int} not found', id: 'loan_not_found#1' }],
  member_blocked: [{ legacyCode: 'M_BLOCKED' }],
})

test('a test that holds for all wordings of some codes and for none of the others is those codes', () => {
  expect(codesFor(library, asked('message.includes(" is on loan to ")'))).toMatchObject({
    outcome: 'kept',
    reason: 'depends-on-hole',
  })
  expect(codesFor(library, asked('/^Copy [^]* is on loan/'))).toMatchObject({
    outcome: 'codes',
    codes: ['copy_on_loan'],
  })
  expect(codesFor(library, asked('/^(Copy|Member) /'))).toMatchObject({
    outcome: 'codes',
    codes: ['member_not_found', 'copy_on_loan'],
  })
})

test('a test that tells apart two wordings of one code is kept, and shows the two', () => {
  expect(codesFor(library, asked('message.startsWith("Loan ")'))).toMatchObject({
    outcome: 'kept',
    reason: 'splits-a-code',
    code: 'loan_not_found',
    holds: { sign: 'loan_not_found#0', holds: 'Loan 1 not found' },
    fails: { sign: 'loan_not_found#1:en', fails: 'No such loan' },
  })
})

test('languages are wordings too, unless only some of them reach the test', () => {
  const greeting = buildCatalogue({
    gone: [
      { message: 'Gone', language: 'en', id: 'gone#0:en' },
      { message: 'Foi-se', language: 'pt-BR', id: 'gone#0:pt-BR' },
    ],
  })
  const about = asked('message === "Gone"')
  expect(codesFor(greeting, about)).toMatchObject({ reason: 'splits-a-code' })
  expect(codesFor(greeting, about, { languages: ['en-GB'] })).toMatchObject({ codes: ['gone'] })
})

test('a test that turns on a hole is kept, with the holes that turn it and a message for each side', () => {
  expect(codesFor(library, asked('/to Ada$/'))).toMatchObject({
    outcome: 'kept',
    reason: 'depends-on-hole',
    code: 'copy_on_loan',
    holes: ['member'],
    holds: 'Copy x is on loan to Ada',
    fails: 'Copy x is on loan to x',
  })
})

test('a test that no sign can satisfy is kept', () => {
  expect(codesFor(library, asked('=== "Request failed with status code 404"'))).toMatchObject({
    outcome: 'kept',
    reason: 'no-entry',
  })
})

test('a test that is not decided is kept with its cause', () => {
  expect(codesFor(library, asked('/(.)\\1/.test(message)'))).toMatchObject({
    outcome: 'kept',
    reason: 'undecided',
    cause: { code: 'back-reference' },
  })
})

test('statuses leave out the signs of other statuses', () => {
  const about = asked('=== "Not found"')
  expect(codesFor(library, about)).toMatchObject({ reason: 'splits-a-code' })
  expect(codesFor(library, about, { statuses: [404] })).toMatchObject({ codes: ['branch_closed'] })
})

test('a code without a wording says nothing where its entry has wordings', () => {
  const signs = candidates(library, asked('/x/')).map(each => each.sign)
  expect(signs).not.toContain('loan_not_found#2')
})

test('an entry without wordings never says what another entry claims', () => {
  const [, , blocked] = candidates(unworded, asked('=== "Loan not found"'))
  expect(blocked).toMatchObject({ code: 'member_blocked', verdict: 'never' })
  expect(candidates(unworded, asked('/^Copy 1[0-9]* not found$/'))[2]).toMatchObject({ verdict: 'never' })
  expect(candidates(unworded, asked('!== "Loan not found"'))[2]).toMatchObject({ verdict: 'always' })
})

test('an entry without wordings is undecided where it might pass, and the cause names it', () => {
  expect(candidates(unworded, asked('.includes("not found")'))[2]).toMatchObject({
    verdict: 'undecided',
    holds: 'not found',
    cause: { code: 'no-wording', entry: 'member_blocked' },
  })
  expect(codesFor(unworded, asked('=== "You are blocked"'))).toMatchObject({
    reason: 'undecided',
    cause: { code: 'no-wording' },
  })
  // `Copy {id:int}` does not claim a letter.
  expect(candidates(unworded, asked('/^Copy \\w+ not found$/'))[2]).toMatchObject({ verdict: 'undecided' })
})

test('a wording that is narrowed claims nothing, unless the scope says as much', () => {
  const narrowed = buildCatalogue({ a: [{ message: 'Not found', status: 404 }], b: [{ legacyCode: 'B' }] })
  const about = asked('=== "Not found"')
  expect(candidates(narrowed, about)[1]).toMatchObject({ verdict: 'undecided' })
  expect(candidates(narrowed, about, { statuses: [404] })[1]).toMatchObject({ verdict: 'never' })
  expect(candidates(narrowed, about, { statuses: [404, 409] })[1]).toMatchObject({ verdict: 'undecided' })
})

test('an entry that v1 never sends is no candidate', () => {
  expect(candidates(buildCatalogue({ new_in_v2: [] }), asked('=== "x"'))).toEqual([])
})

test('a field wording pins the path that the test names', () => {
  expect(fieldCodesFor(library, asked('=== "email is required"'))).toMatchObject({
    outcome: 'codes',
    codes: [{ code: 'required', pins: { path: 'email' } }],
  })
})

test('a field wording needs no pin where the path does not matter', () => {
  expect(fieldCodesFor(library, asked('/ is required$/'))).toMatchObject({ codes: [{ code: 'required', pins: {} }] })
})

test('several paths are several codes with a pin each, and a free hole stays free', () => {
  expect(fieldCodesFor(library, asked('/^(email|name) must be at least/'))).toMatchObject({
    codes: [
      { code: 'too_short', pins: { path: 'email' } },
      { code: 'too_short', pins: { path: 'name' } },
    ],
  })
})

test('two holes can be pinned together', () => {
  expect(fieldCodesFor(library, asked('=== "pin must be at least 4 characters"'))).toMatchObject({
    codes: [{ code: 'too_short', pins: { path: 'pin', min: '4' } }],
  })
})

test('a pin that only one of two wordings needs splits the code', () => {
  expect(fieldCodesFor(library, asked('=== "email is taken"'))).toMatchObject({
    outcome: 'kept',
    reason: 'splits-a-code',
    code: 'not_unique',
  })
  expect(fieldCodesFor(library, asked('["email is taken", "Choose another email"].includes(message)'))).toMatchObject({
    codes: [{ code: 'not_unique', pins: { path: 'email' } }],
  })
})

test('a test that no list of values says is kept', () => {
  expect(fieldCodesFor(library, asked('/^e[a-z]+ is required$/'))).toMatchObject({
    reason: 'depends-on-hole',
    holes: ['path'],
  })
})

test('a path that is known is put into its hole before the test is decided', () => {
  const about = asked('=== "email is required"')
  expect(fieldCodesFor(library, about, { holes: { path: 'email' } })).toMatchObject({
    codes: [{ code: 'required', pins: {} }],
  })
  expect(fieldCodesFor(library, about, { holes: { path: 'name' } })).toMatchObject({ reason: 'no-entry' })
})

test('a known value that no hole of a sign can hold leaves the sign out', () => {
  expect(candidates(library, asked('/x/'), { holes: { id: 'seven' } }).map(each => each.sign)).not.toContain(
    'loan_not_found#0',
  )
})

test('where two wordings of a code need different values, the one that can hold is named first', () => {
  const split = (first: string, second: string) =>
    fieldCodesFor(buildCatalogue({}, { taken: [first, second] }), asked('=== "email is taken"'))
  expect(split('{path:word} is taken', 'Choose another {path:word}')).toMatchObject({
    holds: { sign: 'taken#0' },
    fails: { sign: 'taken#1' },
  })
  expect(split('Choose another {path:word}', '{path:word} is taken')).toMatchObject({
    holds: { sign: 'taken#1' },
    fails: { sign: 'taken#0' },
  })
})

test('the same values are the same in whatever order the wordings name them', () => {
  const about = asked('["pin must have 4 digits", "4 digits for pin"].includes(message)')
  const turned = buildCatalogue(
    {},
    { length: ['{path:word} must have {n:int} digits', '{n:int} digits for {path:word}'] },
  )
  expect(fieldCodesFor(turned, about)).toMatchObject({
    outcome: 'codes',
    codes: [{ code: 'length', pins: { path: 'pin', n: '4' } }],
  })
})

test('a hole that may hold anything is not pinned beside those that may not', () => {
  const worded = buildCatalogue({}, { short: ['{path:word} needs {min:int} characters, not {came:int}'] })
  const answer = fieldCodesFor(worded, asked('/^pin needs 4 characters, not \\d+$/'))
  expect(answer).toMatchObject({ outcome: 'codes' })
  expect(answer.outcome === 'codes' && answer.codes.map(({ pins }) => pins)).toEqual([{ path: 'pin', min: '4' }])
})

test('a value that is written like nothing at all is a value', () => {
  for (const path of ['null', 'undefined', 'nul', 'nulls']) {
    expect(fieldCodesFor(library, asked(`=== "${path} is required"`))).toMatchObject({
      codes: [{ code: 'required', pins: { path } }],
    })
  }
  expect(fieldCodesFor(library, asked('["null is required", "nullable is required"].includes(message)'))).toMatchObject(
    {
      codes: [{ pins: { path: 'null' } }, { pins: { path: 'nullable' } }],
    },
  )
})

test('a text that nobody claims is shown in letters that people read', () => {
  const [, , blocked] = candidates(unworded, asked('/^[^]{3}$/'))
  expect(blocked?.holds).toMatch(/^[ a-z0-9]{3}$/i)
})

test.each<[string, Parameters<typeof candidates>[2], readonly string[]]>([
  ['all are asked', {}, ['a#0', 'b#0', 'c#0', 'd#0']],
  ['a status', { statuses: [409] }, ['b#0', 'c#0', 'd#0']],
  ['a dialect', { dialects: ['rails'] }, ['a#0', 'c#0', 'd#0']],
  ['a language, by its base', { languages: ['pt-PT'] }, ['a#0', 'b#0', 'c#0', 'd#0']],
  ['another language', { languages: ['en'] }, ['a#0', 'b#0', 'd#0']],
])('the signs that a test can meet: %s', (_, scope, signs) => {
  const mixed = buildCatalogue({
    a: [{ message: 'One', status: 404 }],
    b: [{ message: 'Two', dialect: 'joi' }],
    c: [{ message: 'Three', language: 'pt-BR' }],
    d: ['Four'],
  })
  expect(candidates(mixed, asked('/e/'), scope).map(({ sign }) => sign)).toEqual(signs)
})

test.each<[string, object, Parameters<typeof candidates>[2], string]>([
  ['by a code', { legacyCode: 'X' }, {}, 'undecided'],
  ['by a route', { route: { method: 'GET', path: '/' } }, {}, 'undecided'],
  ['by a dialect', { dialect: 'joi' }, {}, 'undecided'],
  ['by a dialect that alone is meant', { dialect: 'joi' }, { dialects: ['joi'] }, 'never'],
  ['by one of two dialects', { dialect: 'joi' }, { dialects: ['joi', 'rails'] }, 'undecided'],
  ['by a language', { language: 'pt-BR' }, {}, 'undecided'],
  ['by a language that alone is meant', { language: 'pt-BR' }, { languages: ['pt'] }, 'never'],
  ['by one of two languages', { language: 'pt-BR' }, { languages: ['pt', 'en'] }, 'undecided'],
  ['by nothing', {}, {}, 'never'],
])('a wording that is narrowed %s is claimed or not', (_, narrowed, scope, verdict) => {
  const pair = buildCatalogue({ a: [{ message: 'Not found', ...narrowed }], b: [{ legacyCode: 'B' }] })
  const [, bare] = candidates(pair, asked('=== "Not found"'), scope)
  expect(bare).toMatchObject({ code: 'b', verdict })
})
