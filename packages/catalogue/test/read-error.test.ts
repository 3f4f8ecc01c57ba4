import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BUILT_IN_DIALECTS } from '../src/dialects/built-in.ts'
import { readError } from '../src/read-error.ts'
import type { RequestFacts } from '../src/wire.ts'

const request: RequestFacts = {
  method: 'POST',
  path: '/loans/1',
  route: '/loans/:id',
  params: ['id'],
  query: ['page'],
  headers: ['x-branch'],
  cookies: ['sid'],
  body: ['title'],
}

const words = fc.constantFrom(
  ...`message error errors code details detail fields field path type status issues data title reason _errors items properties
   constraints children property validation source keys loc msg __proto__ constructor toString valueOf retry_after traceId hint
   links params @type fieldViolations extensions sys httpStatus parameters _links help href rel lang value meta fault header
   inner violations propertyPath pointer parameter nested formErrors fieldErrors ModelState timestamp debug_id trace stack
   response result results messages 0`.split(/\s+/),
  '',
)
const leaf = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  words,
  fc.constantFrom(
    null,
    true,
    false,
    0,
    -0,
    404,
    1e308,
    'Loan 4 not found',
    'must be set',
    'BAD_LOAN',
    'body/x must be',
    '[{"path":["a"]}]',
  ),
  fc.integer(),
)
const { tree } = fc.letrec(tie => ({
  tree: fc.oneof(
    { maxDepth: 5 },
    leaf,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(words, fc.string()), tie('tree'), { maxKeys: 6 }),
  ),
}))

function read(body: string | Uint8Array, status = 422) {
  return readError({ status, headers: { 'content-type': 'application/json' }, body }, request, BUILT_IN_DIALECTS)
}

describe('any bytes at all', () => {
  test('JSON of the words of errors is read, and what is read is well formed', () => {
    fc.assert(
      fc.property(tree, fc.constantFrom(200, 400, 404, 422, 500), (value, status) => {
        const reading = read(JSON.stringify(value), status)
        if (reading.outcome === 'left') return
        const { error } = reading
        expect(error.fields.length).toBeLessThanOrEqual(1000)
        expect(error.message === null || typeof error.message === 'string').toBe(true)
        expect(error.status).toBeGreaterThanOrEqual(400)
        for (const field of error.fields) {
          expect(field.scope).not.toBeNull()
          expect(field.path.every(part => typeof part === 'string' || Number.isInteger(part))).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('bytes that are nothing are read', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom(400, 500),
        (bytes, status) => void read(bytes, status),
      ),
    )
  })
})

describe('bounds', () => {
  test('of 100,000 fields 1000 are kept', () => {
    const body = JSON.stringify({
      message: 'Check your input',
      errors: Array.from({ length: 100_000 }, (_, i) => ({ field: `rows[${i}].shelf`, message: 'is full' })),
    })
    const reading = read(body)
    expect(reading.outcome === 'error' && reading.error.fields.length).toBe(1000)
  })

  test('of a map of 100,000 fields no more than 1000 are kept', () => {
    const body = JSON.stringify({
      errors: Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`f${i}`, ['is full']])),
    })
    const reading = read(body)
    expect(reading.outcome === 'error' && reading.error.fields.length).toBe(1000)
  })

  test('10,000 levels are survived, as a list, a map and a tree', () => {
    for (const [open, close] of [
      ['[', ']'],
      ['{"errors":', '}'],
      ['{"error":', '}'],
      ['{"properties":', '}'],
      ['{"children":[', ']}'],
    ] as const) {
      const reading = read(`{"message":"Too deep","errors":${open.repeat(10_000)}1${close.repeat(10_000)}}`)
      expect(reading.outcome === 'error' && reading.error.message).toBe('Too deep')
    }
  })

  test('members called as those of every object are fields like others, and change nothing', () => {
    const reading = read(
      '{"message":"Check your input","errors":{"__proto__":["is lost"],"constructor":["is lost"],"toString":["is lost"]}}',
    )
    expect(reading.outcome === 'error' && reading.error.fields.map(field => field.path[0])).toEqual([
      '__proto__',
      'constructor',
      'toString',
    ])
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})

describe('a map with one field, called like a word of an error', () => {
  function fieldsOf(details: Record<string, string>) {
    const reading = read(JSON.stringify({ error: { code: 'CHECK_INPUT', message: 'Validation failed', details } }))
    return reading.outcome === 'error' ? reading.error.fields.map(({ path, message }) => [path[0], message]) : null
  }

  test.each([
    ['name', 'name is required'],
    ['title', 'Title must be at least 2 letters'],
    ['type', '"type" must be one of [loan, copy]'],
    ['status_code', 'Status code is invalid'],
    ['description', 'The description is too long'],
    ['title', "can't be blank"],
  ])('%s: %s is a field', (name, text) => {
    expect(fieldsOf({ [name]: text })).toEqual([[name, text]])
  })

  test.each([
    ['name', 'ValidationError'],
    ['name', 'Loan is required'],
    ['type', 'Type error in row 3'],
    ['title', 'The copy is lost'],
    ['error', 'error is raised'],
    ['message', 'message must be set'],
    ['reason', 'The copy is lost'],
  ])('%s: %s is none', (name, text) => {
    expect(fieldsOf({ [name]: text })).toEqual([])
  })
})

describe('what must not reach a client', () => {
  test('the rejected value of a field is not read', () => {
    const reading = read(
      JSON.stringify({
        errors: [
          { field: 'pin', message: 'is too short', value: 'hunter22', input: 'hunter22', rejectedValue: 'hunter22' },
        ],
      }),
    )
    expect(JSON.stringify(reading.outcome === 'error' && reading.error)).not.toContain('hunter22')
  })

  test('the text of what was thrown is matched, and not shown', () => {
    const reading = read(
      JSON.stringify({
        statusCode: 500,
        error: 'Internal Server Error',
        message: 'connect ECONNREFUSED 10.0.0.7:5432',
      }),
      500,
    )
    if (reading.outcome === 'left') throw new Error('left')
    expect(reading.error).toMatchObject({ wording: 'connect ECONNREFUSED 10.0.0.7:5432', message: null })
    expect(reading.error.leaks.map(leak => leak.kind)).toContain('host')
  })
})

describe('where the bad input was', () => {
  const bare: RequestFacts = {
    ...request,
    method: 'GET',
    path: '/v1/loans/loan_4',
    route: null,
    params: [],
    query: ['page'],
    body: null,
  }

  function scopeOf(name: string) {
    const body = JSON.stringify({ error: { code: 'lost', message: 'No such thing here', details: { field: name } } })
    const reading = readError({ status: 404, headers: {}, body }, bare, BUILT_IN_DIALECTS)
    return reading.outcome === 'error' ? reading.error.fields[0]?.scope : null
  }

  test('an id is in the path behind its plural, where the route does not tell', () => {
    expect(scopeOf('loanId')).toBe('path')
    expect(scopeOf('loan_id')).toBe('path')
  })

  test('an id of something else is not', () => {
    expect(scopeOf('memberId')).toBe('query')
  })
})
