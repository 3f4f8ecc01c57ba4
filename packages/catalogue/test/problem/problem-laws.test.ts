import {
  CONTRACTS,
  type LegacyError,
  type Problem,
  reservedMembers,
  serializeProblem,
  toProblem,
  typeUri,
  writePath,
  writePointer,
} from '@problemshift/catalogue'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LOAN_SIGNS, legacyError, library, loanNotFound, occurrence } from './library.ts'

const text = fc.string({
  unit: fc.oneof(fc.string({ minLength: 1, maxLength: 1 }), fc.constantFrom('\ud800', '\u2028', '<', '__proto__')),
})
const name = fc.oneof(
  text,
  fc.constantFrom('status', 'type', 'traceId', 'requestId', 'errors', '__proto__', 'id', 'shelf'),
)
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })

const field = fc.record({
  scope: fc.constantFrom('body', 'query', 'path', 'header', 'cookie', 'global', null),
  scopeSource: fc.constant('explicit' as const),
  path: fc.array(fc.oneof(name, fc.nat())),
  code: orNull(fc.oneof(name, fc.integer())),
  message: orNull(text),
})

const error: fc.Arbitrary<LegacyError> = fc
  .record({
    wording: orNull(text),
    message: orNull(text),
    code: orNull(fc.oneof(name, fc.integer())),
    status: fc.integer({ min: 0, max: 999 }),
    traceId: orNull(text),
    retryAfter: orNull(fc.oneof(text, fc.double())),
    docUrl: orNull(fc.oneof(text, fc.webUrl())),
    hint: orNull(text),
    language: orNull(fc.constantFrom('en', 'pt-BR')),
    fields: fc.array(field),
    leaks: fc.array(fc.record({ kind: fc.constantFrom('sql', 'path', 'host'), text })),
  })
  .map(legacyError)

const contract = fc.constantFrom(CONTRACTS.kordiam, CONTRACTS.contraforce, {
  ...CONTRACTS.kordiam,
  name: 'custom' as const,
  code: null,
  pointer: true,
  trace: 'shelf',
  hint: null,
})
const holes = fc.dictionary(name, text)
const languages = fc.array(fc.constantFrom('en', 'pt', 'pt-BR', '*', 'x-a', '', '-'))

const SCOPES = ['body', 'query', 'path', 'header', 'global']

function expectProblem(problem: Problem, order: readonly string[]): void {
  const { type, title, status, detail } = problem
  expect(URL.canParse(type)).toBe(true)
  expect([typeof title, typeof detail]).toEqual(['string', 'string'])
  expect(Number.isInteger(status) && status >= 400 && status <= 599).toBe(true)
  const names = Object.keys(problem)
  const known = names.filter(one => order.includes(one))
  expect(known).toEqual(order.filter(one => names.includes(one)))
  expect(names.slice(0, known.length)).toEqual(known)
}

describe('for any v1 error under any contract', () => {
  test('a problem has valid members, in the order of the contract', () => {
    fc.assert(
      fc.property(error, contract, languages, (legacy, shape, spoken) => {
        const when = occurrence({ languages: spoken })
        const problem = toProblem(library({}, shape), legacy, { outcome: 'unmatched' }, when)
        expectProblem(problem, shape.order)
        expect(JSON.parse(serializeProblem(problem))).toMatchObject({ status: problem.status })
      }),
    )
  })

  test('each field error has a scope, a path, a code and a message', () => {
    fc.assert(
      fc.property(error, legacy => {
        const { errors } = toProblem(library(), legacy, { outcome: 'unmatched' }, occurrence())
        const list = Array.isArray(errors) ? errors : []
        expect(list).toHaveLength(legacy.fields.length)
        for (const one of list) {
          expect(SCOPES).toContain(one.scope)
          expect(one.path === null || one.path !== '').toBe(true)
          expect(one.scope !== 'global' || one.path === null).toBe(true)
          expect([typeof one.code, typeof one.message]).toEqual(['string', 'string'])
          expect(one.code).not.toBe('')
        }
      }),
    )
  })

  test('no extension overwrites a reserved member', () => {
    fc.assert(
      fc.property(error, contract, holes, (legacy, shape, values) => {
        const catalogue = library({}, shape)
        const plain = { outcome: 'match', entry: loanNotFound(), sign: LOAN_SIGNS.plain, holes: { id: '42' } } as const
        const entry = loanNotFound({ extensions: Object.keys(values) })
        const bare = toProblem(catalogue, legacy, plain, occurrence())
        const full = toProblem(catalogue, legacy, { ...plain, entry, holes: values }, occurrence())
        for (const reserved of reservedMembers(shape)) {
          if (reserved === '__proto__' || reserved === 'detail') continue
          expect(full[reserved]).toEqual(bare[reserved])
        }
        expect(Object.getPrototypeOf(full)).toBe(Object.prototype)
      }),
    )
  })

  test('one type has one title, however often it comes', () => {
    fc.assert(
      fc.property(fc.array(error, { minLength: 2 }), errors => {
        const titles = new Map<string, string>()
        for (const legacy of errors) {
          const { type, title } = toProblem(
            library(),
            { ...legacy, docUrl: null },
            { outcome: 'unmatched' },
            occurrence(),
          )
          expect(titles.get(type) ?? title).toBe(title)
          titles.set(type, title)
        }
      }),
    )
  })
})

describe('a path', () => {
  test('is written so that no two paths look the same', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(name, fc.nat())), fc.array(fc.oneof(name, fc.nat())), (one, other) => {
        expect(writePath(one) === writePath(other)).toBe(JSON.stringify(one) === JSON.stringify(other))
      }),
    )
  })

  test.each([
    [['items', 0, 'name'], 'items[0].name', '/items/0/name'],
    [[0, 'name'], '[0].name', '/0/name'],
    [['X-Tenant'], 'X-Tenant', '/X-Tenant'],
    [['straße', 'naïve'], 'straße.naïve', '/straße/naïve'],
    [['a.b', 'c/d~e'], '["a.b"]["c/d~e"]', '/a.b/c~1d~0e'],
    [['say "hi"'], '["say \\"hi\\""]', '/say "hi"'],
    [['0'], '0', '/0'],
    [[], '', ''],
  ])('%j is written %s', (segments, path, pointer) => {
    expect([writePath(segments), writePointer(segments)]).toEqual([path, pointer])
  })
})

describe('a type', () => {
  test.each([
    ['https://e.example/{code}', 'https://e.example/a%2Fb%3F'],
    ['https://e.example/{+code}', 'https://e.example/a/b?'],
    ['https://e.example{/code}', 'https://e.example/a%2Fb%3F'],
    ['https://e.example/errors{?code}', 'https://e.example/errors?code=a%2Fb%3F'],
    ['https://e.example/errors{#code}', 'https://e.example/errors#a/b?'],
    ['https://e.example/{code:3}', 'https://e.example/a%2Fb'],
    ['https://e.example/errors', 'https://e.example/errors'],
    ['https://e.example/é/{code}', 'https://e.example/%C3%A9/a%2Fb%3F'],
  ])('%s is expanded by RFC 6570', (template, uri) => {
    expect(typeUri(template, 'a/b?')).toBe(uri)
  })
})

describe('a body', () => {
  const body = (extension: unknown) =>
    serializeProblem({ type: 'https://e.example/a', title: 'A', status: 400, extension })

  test('holds a BigInt as text', () => {
    expect(JSON.parse(body(10n))).toHaveProperty('extension', '10')
  })

  test('leaves out what would go round in a circle', () => {
    const loan: Record<string, unknown> = { id: 7 }
    loan.self = loan
    expect(JSON.parse(body(loan))).toHaveProperty('extension', { id: 7 })
  })

  test('keeps an object that stands twice and goes round nowhere', () => {
    const copy = { id: 7n }
    expect(JSON.parse(body([copy, copy]))).toHaveProperty('extension', [{ id: '7' }, { id: '7' }])
  })

  test('leaves out a member that throws when it is read', () => {
    const loan = Object.defineProperty({ id: 7 }, 'copy', {
      enumerable: true,
      get: () => {
        throw new Error('no')
      },
    })
    expect(JSON.parse(body(loan))).toHaveProperty('extension', { id: 7 })
  })

  test('has no lone surrogate, and leaves a written escape alone', () => {
    expect(JSON.parse(body('a\ud800b'))).toHaveProperty('extension', 'a\ufffdb')
    expect(JSON.parse(body('\\ud800 😀'))).toHaveProperty('extension', '\\ud800 😀')
  })
})
