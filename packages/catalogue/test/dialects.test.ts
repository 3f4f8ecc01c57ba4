import { describe, expect, test } from 'vitest'
import { DIALECT_NAMES } from '../src/definition/dialect-names.ts'
import { BUILT_IN_DIALECTS, dialectsOf } from '../src/dialects/built-in.ts'
import { clientReads, factsAt } from '../src/dialects/client-reads.ts'
import { declareDialect } from '../src/dialects/declare-dialect.ts'
import { readBody } from '../src/read-body.ts'
import { readError, readLegacyError } from '../src/read-error.ts'

function dialect(name: string) {
  const found = BUILT_IN_DIALECTS.find(one => one.name === name)
  if (found === undefined) throw new Error(`no dialect ${name}`)
  return found
}

describe('the built-in dialects', () => {
  test('are those of the catalogue schema', () => {
    expect(BUILT_IN_DIALECTS.map(({ name }) => name).sort()).toEqual([...DIALECT_NAMES].sort())
  })

  test('each says how a client reads the message, where its shape has one', () => {
    const silent = BUILT_IN_DIALECTS.filter(
      one => !clientReads(one).some(({ fact }) => fact === 'message' || fact === 'field.message'),
    )
    expect(silent.map(({ name }) => name)).toEqual([])
  })

  test('are tried after those that a catalogue declares, the most demanding first', () => {
    const names = dialectsOf({
      dialects: ['nested-error', 'causeloop', 'acme'],
      ownDialects: [{ name: 'acme', message: 'text' }],
    })
    expect(names.map(({ name }) => name)).toEqual(['acme', 'causeloop', 'nested-error'])
  })
})

describe('what a client reads', () => {
  test('data.error.message is the message of a nested error, data.message is nothing', () => {
    expect(factsAt(dialect('nested-error'), ['error', 'message'])).toEqual(['message'])
    expect(factsAt(dialect('nested-error'), ['message'])).toEqual([])
  })

  test('the body itself is the message of plain text', () => {
    expect(factsAt(dialect('plain-text'), [])).toEqual(['message'])
  })

  test('an item of a list is read at any index', () => {
    expect(factsAt(dialect('express-validator'), ['errors', 0, 'msg'])).toEqual(['field.message'])
    expect(factsAt(dialect('express-validator'), ['errors', '[]', 'path'])).toEqual(['field.path'])
    expect(factsAt(dialect('fastapi'), ['detail', 2, 'msg'])).toEqual(['field.message'])
  })

  test('a value of a map is read under any key', () => {
    expect(factsAt(dialect('laravel'), ['errors', 'email', 0])).toEqual(['field.message'])
  })
})

describe('a dialect that a catalogue declares', () => {
  const acme = declareDialect({
    name: 'acme',
    at: 'errors[]',
    message: 'reason',
    code: 'kind',
    path: 'field',
    trace: 'meta.id',
  })

  function read(body: unknown) {
    const reading = readError({ status: 400, headers: {}, body: JSON.stringify(body) }, null, [acme])
    if (reading.outcome === 'left') throw new Error(reading.reason)
    return reading.error
  }

  test('reads its list: the items that name a path are fields, and the first speaks for the whole', () => {
    const error = read({
      errors: [
        { reason: 'too long', kind: 'LEN', field: 'title' },
        { reason: 'is lost', kind: 'LOST', field: 'copies[0]' },
      ],
      meta: { id: 't-1' },
    })
    expect(error).toMatchObject({ dialect: 'acme', message: 'too long', code: 'LEN', traceId: 't-1' })
    expect(error.fields.map(({ path, code, message }) => ({ path, code, message }))).toEqual([
      { path: ['title'], code: 'LEN', message: 'too long' },
      { path: ['copies', 0], code: 'LOST', message: 'is lost' },
    ])
  })

  test('leaves a body without its message and its code to others', () => {
    expect(read({ errors: ['too long'] }).dialect).toBe('generic')
    expect(read({ message: 'Loan 4 not found' }).dialect).toBe('generic')
  })

  test('is read by clients at the same paths', () => {
    expect(factsAt(acme, ['errors', 0, 'reason'])).toEqual(['message', 'field.message'])
    expect(factsAt(acme, ['meta', 'id'])).toEqual(['trace'])
  })

  test('may lie in an object, with its docs beside the body', () => {
    const nested = declareDialect({
      name: 'nest',
      at: 'fault',
      message: 'why',
      code: 'no',
      docs: 'page',
      hint: 'help',
      retry: 'wait',
    })
    const reading = readError(
      {
        status: 429,
        headers: {},
        body: JSON.stringify({
          fault: { why: 'Slow down', no: 12, wait: 9 },
          page: 'https://library.example/e/12',
          help: 'Wait a little',
        }),
      },
      null,
      [nested],
    )
    expect(reading.outcome === 'error' && reading.error).toMatchObject({
      message: 'Slow down',
      code: 12,
      retryAfter: 9,
      docUrl: 'https://library.example/e/12',
      hint: 'Wait a little',
    })
  })

  test('may name its members by paths, and its status where the line has none', () => {
    const deep = declareDialect({
      name: 'deep',
      at: 'problems[]',
      message: 'text.short',
      path: 'where.field',
      code: 'rule.id',
      status: 'meta.http',
    })
    const body = {
      meta: { http: 422 },
      problems: [{ text: { short: 'is too short' }, where: { field: 'title' }, rule: { id: 'LEN' } }],
    }
    const error = readLegacyError(readBody({ status: 200, headers: {}, body: JSON.stringify(body) }), null, [deep])
    expect(error).toMatchObject({
      dialect: 'deep',
      status: 422,
      statusSource: 'body',
      message: 'is too short',
      code: 'LEN',
    })
    expect(error.fields).toMatchObject([{ path: ['title'], code: 'LEN', message: 'is too short' }])
  })
})
