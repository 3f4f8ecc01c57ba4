import {
  CONTRACTS,
  type LegacyField,
  problemFor,
  problemReply,
  toProblem,
  UnknownProblemError,
} from '@problemshift/catalogue'
import { describe, expect, test } from 'vitest'
import { LOAN_SIGNS, legacyError, library, loanNotFound, occurrence, template } from './library.ts'

const unmatched = { outcome: 'unmatched' } as const
const match = (
  part: Partial<{ sign: (typeof LOAN_SIGNS)['plain']; holes: Record<string, string> }> = {},
  entry = loanNotFound(),
) => ({ outcome: 'match', entry, sign: LOAN_SIGNS.plain, holes: { id: '42' }, ...part }) as const

const field = (part: Partial<LegacyField> = {}): LegacyField => ({
  scope: 'body',
  scopeSource: 'explicit',
  path: ['items', 0, 'title'],
  code: null,
  message: 'is required',
  ...part,
})

describe('a matched error', () => {
  test('becomes the problem of its entry, members in the order of the contract', () => {
    const problem = toProblem(library(), legacyError({ traceId: 'v1-7', fields: [field()] }), match(), occurrence())
    expect(JSON.stringify(problem)).toBe(
      JSON.stringify({
        type: 'https://errors.library.example/loan_not_found',
        title: 'Loan not found',
        status: 404,
        detail: 'Loan 42 not found',
        instance: '/loans/42',
        code: 'loan_not_found',
        traceId: 'v1-7',
        errors: [{ scope: 'body', path: 'items[0].title', code: 'required', message: 'is required' }],
      }),
    )
  })

  test('takes the status of the entry, not that of the v1 response', () => {
    expect(toProblem(library(), legacyError({ status: 200 }), match(), occurrence()).status).toBe(404)
  })

  test('takes its detail from the template of the entry', () => {
    const entry = loanNotFound({ detail: { '*': template('No loan has the number {id}.') } })
    expect(toProblem(library(), legacyError(), match({}, entry), occurrence()).detail).toBe(
      'No loan has the number 42.',
    )
  })

  test('keeps the v1 wording where a hole of the template has no value', () => {
    const entry = loanNotFound({ detail: { '*': template('No loan has the number {id}.') } })
    const found = match({ sign: LOAN_SIGNS.code, holes: {} }, entry)
    expect(toProblem(library(), legacyError({ message: 'Gone' }), found, occurrence()).detail).toBe('Gone')
  })

  test('has its title for a detail where v1 had no safe sentence', () => {
    const found = match({ sign: LOAN_SIGNS.code, holes: {} })
    expect(toProblem(library(), legacyError({ message: null }), found, occurrence()).detail).toBe('Loan not found')
  })

  test.each([
    ['pt-BR', 'Empréstimo 42 inexistente'],
    ['pt', 'Empréstimo 42 inexistente'],
    ['pt-PT', 'Empréstimo 42 inexistente'],
    ['en-GB', 'No loan 42'],
    ['fr', 'No loan 42'],
  ])('speaks to a caller of %s with the wording that the catalogue has in it', (language, detail) => {
    const found = match({ sign: LOAN_SIGNS.english })
    const error = legacyError({ message: 'No loan 42' })
    expect(toProblem(library(), error, found, occurrence({ languages: [language] })).detail).toBe(detail)
  })

  test('says in Content-Language what the detail is written in', () => {
    const found = match({ sign: LOAN_SIGNS.english })
    const reply = problemReply(library(), legacyError(), found, occurrence({ languages: ['pt-BR', 'en'] }))
    expect(reply.headers).toEqual({ 'content-language': 'pt-BR' })
  })

  test('keeps the wording as it was where the catalogue has no relative of it', () => {
    const reply = problemReply(library(), legacyError(), match(), occurrence({ languages: ['pt-BR'] }))
    expect(reply).toMatchObject({ problem: { detail: 'Loan 42 not found' }, headers: {} })
  })

  test('sends hole values only where the entry names them', () => {
    expect(toProblem(library(), legacyError(), match(), occurrence())).not.toHaveProperty('id')
    const named = match({}, loanNotFound({ extensions: ['id'] }))
    expect(toProblem(library(), legacyError(), named, occurrence())).toHaveProperty('id', 42)
  })

  test.each(['0042', '-0', '90071992547409931'])('sends %s as text, since a number would change it', id => {
    const named = match({ holes: { id } }, loanNotFound({ extensions: ['id'] }))
    expect(toProblem(library(), legacyError(), named, occurrence())).toHaveProperty('id', id)
  })

  test('sends a number as text where the template has another hole than int', () => {
    const sign = { ...LOAN_SIGNS.plain, message: template('Loan {id:int} of {card:word} at {desk}') }
    const entry = loanNotFound({ extensions: ['id', 'card', 'desk', 'other'] })
    const found = match({ sign, holes: { id: '42', card: '17', desk: '3' } }, entry)
    const problem = toProblem(library(), legacyError(), found, occurrence())
    expect(problem).toMatchObject({ id: 42, card: '17', desk: '3' })
    expect(problem).not.toHaveProperty('other')
  })

  test.each(['type', 'title', 'status', 'detail', 'instance', 'code', 'traceId', 'errors', 'hint', '__proto__'])(
    'lets no hole stand for the member %s, whether it is there or not',
    name => {
      const holes = Object.fromEntries([[name, 'from the hole']])
      const told = occurrence({ instance: null, traceId: null })
      const found = match({ sign: LOAN_SIGNS.code, holes }, loanNotFound({ extensions: [name] }))
      const problem = toProblem(library(), legacyError(), found, told)
      expect(JSON.stringify(problem)).not.toContain('from the hole')
    },
  )

  test('keeps the v1 wording where one of two holes of the template has no value', () => {
    const detail = { '*': template('No loan {id} of {member}.') }
    const found = match({ holes: { id: '42' } }, loanNotFound({ detail }))
    expect(toProblem(library(), legacyError({ message: 'Gone' }), found, occurrence()).detail).toBe('Gone')
  })

  test('lets no hole overwrite a member of the contract', () => {
    const entry = loanNotFound({ extensions: ['status', 'traceId', 'code', '__proto__', 'errors'] })
    const holes = JSON.parse('{"status":"1","traceId":"x","code":"y","__proto__":"z","errors":"e"}')
    const plain = toProblem(library(), legacyError(), match({}), occurrence())
    expect(toProblem(library(), legacyError(), match({ holes }, entry), occurrence())).toEqual(plain)
  })

  test('leaves out a hole value and a detail that hold what must not leak', () => {
    const entry = loanNotFound({ extensions: ['id'], detail: { '*': template('No loan {id}.') } })
    const error = legacyError({ message: null, leaks: [{ kind: 'path', text: '/srv/loans' }] })
    const problem = toProblem(library(), error, match({ holes: { id: '/srv/loans/7' } }, entry), occurrence())
    expect(problem).not.toHaveProperty('id')
    expect(problem.detail).toBe('Loan not found')
  })
})

describe('an error that no entry matches', () => {
  test('keeps a v1 code that looks like the program itself, but not on a server error', () => {
    const code = '0x80048d19'
    const leaks = [{ kind: 'internal' as const, text: code }]
    const told = (status: number) =>
      toProblem(library(), legacyError({ status, code, leaks }), unmatched, occurrence()).code
    expect([told(400), told(500)]).toEqual([code, 'internal_server_error'])
  })

  test('keeps its v1 code and its safe sentence', () => {
    const error = legacyError({
      code: 'COPY_ON_LOAN',
      message: 'The copy is on loan',
      status: 409,
      hint: 'Place a hold.',
    })
    expect(toProblem(library(), error, unmatched, occurrence())).toEqual({
      type: 'https://errors.library.example/COPY_ON_LOAN',
      title: 'Copy on loan',
      status: 409,
      detail: 'The copy is on loan',
      instance: '/loans/42',
      code: 'COPY_ON_LOAN',
      traceId: 'trace-1',
      hint: 'Place a hold.',
    })
  })

  test('has the generic code of its status where v1 had none', () => {
    expect(toProblem(library(), legacyError(), unmatched, occurrence())).toMatchObject({
      type: 'https://errors.library.example/not_found',
      title: 'Not Found',
      code: 'not_found',
    })
  })

  test('is what an ambiguous error becomes, too', () => {
    const found = { outcome: 'ambiguous', signs: [LOAN_SIGNS.plain, LOAN_SIGNS.english] } as const
    expect(toProblem(library(), legacyError(), found, occurrence())).toMatchObject({ code: 'not_found', status: 404 })
  })

  test.each([
    ['a/b c', 'https://errors.library.example/a%2Fb%20c'],
    ["it's(1)!*", 'https://errors.library.example/it%27s%281%29%21%2A'],
    ['\ud800', 'https://errors.library.example/%EF%BF%BD'],
  ])('percent-encodes the code %j in its type', (code, type) => {
    expect(toProblem(library(), legacyError({ code }), unmatched, occurrence())).toMatchObject({ code, type })
  })

  test('takes a web address of its documentation for its type', () => {
    const docUrl = 'https://docs.library.example/errors/copy_on_loan#fix'
    expect(toProblem(library(), legacyError({ docUrl }), unmatched, occurrence()).type).toBe(docUrl)
  })

  test.each([
    'javascript:alert(1)',
    '/docs/errors',
    'ftp://docs.library.example/a',
    'https://user:secret@docs.library.example/a',
    'https://user@docs.library.example/a',
    'https://:secret@docs.library.example/a',
    `https://docs.library.example/${'a'.repeat(2048)}`,
    'not a url',
  ])('does not take %s for its type: it is no public web address', docUrl => {
    expect(toProblem(library(), legacyError({ docUrl }), unmatched, occurrence()).type).toBe(
      'https://errors.library.example/not_found',
    )
  })

  test('keeps an address as it was written where that is a URI', () => {
    const docUrl = 'https://docs.library.example:443/a/../%62?page=1#x'
    expect(toProblem(library(), legacyError({ docUrl }), unmatched, occurrence()).type).toBe(docUrl)
  })

  test('normalises an address that is written with other characters than those of a URI', () => {
    const docUrl = 'http://docs.library.example/a b%20é'
    const type = 'http://docs.library.example/a%20b%20%C3%A9'
    expect(toProblem(library(), legacyError({ docUrl }), unmatched, occurrence()).type).toBe(type)
  })

  test('does not take an address for its type that gives something away', () => {
    const docUrl = 'https://docs.internal.example/errors'
    const error = legacyError({ docUrl, leaks: [{ kind: 'host', text: 'docs.internal.example' }] })
    expect(toProblem(library(), error, unmatched, occurrence()).type).toBe('https://errors.library.example/not_found')
  })

  test.each([
    ['vault_not_found', 'Vault not found'],
    ['vaultNotFound', 'Vault not found'],
    ['VAULT-NOT-FOUND', 'Vault not found'],
    ['--vault--', 'Vault'],
    ['1234', 'Error 1234'],
    ['E-7', 'Error E-7'],
  ])('has a title that is made of the code %s: %s', (code, title) => {
    expect(toProblem(library(), legacyError({ code }), unmatched, occurrence()).title).toBe(title)
  })

  test.each([
    [400, 400],
    [404.7, 404],
    [599, 599],
    [399.9, 500],
    [599.5, 500],
  ])('has of the status %d the whole number %d', (status, written) => {
    expect(toProblem(library(), legacyError({ status }), unmatched, occurrence()).status).toBe(written)
  })

  test('has a code of its own where no generic problem has its status', () => {
    expect(toProblem(library({ generic: [] }), legacyError({ status: 418 }), unmatched, occurrence())).toMatchObject({
      code: 'http_418',
      title: 'HTTP 418',
      type: 'https://errors.library.example/http_418',
    })
  })

  test('of the server names a trace only where there is one', () => {
    const told = (traceId: string | null, ours: string | null) =>
      toProblem(library(), legacyError({ status: 500, traceId }), unmatched, occurrence({ traceId: ours })).detail
    const plain = 'The server could not handle the request.'
    const traced = `${plain} Quote the traceId of this response when you contact support.`
    expect([told(null, null), told('v1-7', null), told(null, 'trace-1')]).toEqual([plain, traced, traced])
  })

  test('says in Content-Language what the v1 sentence was written in, but not what a redacted one was', () => {
    const headers = (status: number, message: string | null = 'Foi-se') =>
      problemReply(library(), legacyError({ status, message, language: 'pt' }), unmatched, occurrence()).headers
    expect(headers(404)).toEqual({ 'content-language': 'pt' })
    expect([headers(500), headers(404, null)]).toEqual([{}, {}])
  })

  test('says nothing of a failure of the server but where to ask', () => {
    const error = legacyError({
      status: 500,
      message: 'duplicate key value violates unique constraint',
      hint: 'see pg_hba.conf',
      fields: [field({ message: 'relation loans does not exist' })],
    })
    const text = JSON.stringify(toProblem(library(), error, unmatched, occurrence()))
    expect(text).not.toMatch(/constraint|pg_hba|relation/)
    expect(text).toContain('Quote the traceId')
  })

  test('has one title per type, whatever the status was', () => {
    const titles = [400, 404, 409].map(
      status => toProblem(library(), legacyError({ status, code: 'copyOnLoan' }), unmatched, occurrence()).title,
    )
    expect(new Set(titles)).toEqual(new Set(['Copy on loan']))
  })

  test('does not take a whole sentence for a code', () => {
    const code = 'first line\nsecond line'
    expect(toProblem(library(), legacyError({ code }), unmatched, occurrence())).toHaveProperty('code', 'not_found')
  })

  test.each([199, 200, 302, 600, Number.NaN])('has a status of an error even if v1 said %d', status => {
    expect(toProblem(library(), legacyError({ status }), unmatched, occurrence()).status).toBe(500)
  })

  test('removes a hint that gives something away', () => {
    const error = legacyError({ hint: 'try http://10.0.0.7:9200', leaks: [{ kind: 'host', text: '10.0.0.7' }] })
    expect(toProblem(library(), error, unmatched, occurrence())).not.toHaveProperty('hint')
  })

  test('has the title and the type of the entry that describes its generic code', () => {
    const described = loanNotFound({
      code: 'not_found',
      type: 'https://errors.library.example/none',
      title: { en: 'Nothing here', 'pt-BR': 'Nada aqui' },
    })
    const catalogue = library({ problems: [described] })
    for (const code of [null, 'not_found']) {
      const found = toProblem(catalogue, legacyError({ code }), unmatched, occurrence({ languages: ['pt-BR'] }))
      expect(found).toMatchObject({ title: 'Nada aqui', type: described.type, code: 'not_found' })
    }
  })
})

describe('Retry-After', () => {
  test.each([
    [30, '30'],
    [1.2, '2'],
    ['120', '120'],
    ['Wed, 21 Oct 2026 07:28:00 GMT', 'Wed, 21 Oct 2026 07:28:00 GMT'],
    ['2026-10-21T07:28:00Z', 'Wed, 21 Oct 2026 07:28:00 GMT'],
  ])('is sent for %j', (retryAfter, header) => {
    expect(problemReply(library(), legacyError({ retryAfter }), unmatched, occurrence()).headers).toEqual({
      'retry-after': header,
    })
  })

  test.each([null, -1, Number.POSITIVE_INFINITY, 'soon', '5\r\nset-cookie: a=b', ''])(
    'is not sent for %j: no client could read it',
    retryAfter => {
      expect(problemReply(library(), legacyError({ retryAfter }), unmatched, occurrence()).headers).toEqual({})
    },
  )
})

describe('field errors', () => {
  const errorsOf = (part: Partial<LegacyField>, contract = CONTRACTS.kordiam) =>
    toProblem(library({}, contract), legacyError({ fields: [field(part)] }), unmatched, occurrence()).errors

  test('a cookie is written as the header that it came in', () => {
    expect(errorsOf({ scope: 'cookie', path: ['session'] })).toMatchObject([{ scope: 'header', path: 'session' }])
  })

  test('an error about no field has the scope global and no path', () => {
    expect(errorsOf({ scope: null, path: [] })).toMatchObject([{ scope: 'global', path: null }])
  })

  test('an error about the whole body keeps its scope and has no path', () => {
    expect(errorsOf({ scope: 'body', path: [] })).toMatchObject([{ scope: 'body', path: null }])
  })

  test.each([
    [['LoanResource', 'create', 'arg0', 'title'], 'title'],
    [['create', 'arg0', 'items', 0, 'title'], 'items[0].title'],
    [['create', 'arg0'], null],
    [['arg0', 'title'], 'arg0.title'],
    [['a', 'b', 'c', 'arg0', 'title'], 'a.b.c.arg0.title'],
  ])('%j is written %j: the names of a method of the server are no path', (path, written) => {
    expect(errorsOf({ path })).toMatchObject([{ path: written }])
  })

  test('a name that is no plain word is quoted', () => {
    expect(errorsOf({ path: ['a.b', 'c d', 0, ''] })).toMatchObject([{ path: '["a.b"]["c d"][0][""]' }])
  })

  test('the code comes from the catalogue before any table', () => {
    expect(errorsOf({ message: 'A copy needs a title', code: 'required' })).toMatchObject([{ code: 'title_missing' }])
  })

  test('a message that gives something away is replaced by that of its code', () => {
    const error = legacyError({
      fields: [field({ message: 'at /srv/x.js', code: 'missing' })],
      leaks: [{ kind: 'path', text: '/srv/x.js' }],
    })
    expect(toProblem(library(), error, unmatched, occurrence()).errors).toMatchObject([
      { code: 'required', message: 'This value is required.' },
    ])
  })

  test('of very many, all are there, and only the first thousand are read for a code', () => {
    const fields = Array.from({ length: 1001 }, (_, at) => field({ path: ['items', at] }))
    const { errors } = toProblem(library(), legacyError({ fields }), unmatched, occurrence())
    const codes = Array.isArray(errors) ? errors.map(one => one.code) : []
    expect([codes.length, codes[999], codes[1000]]).toEqual([1001, 'required', 'invalid'])
  })

  test('a pointer stands beside the path where the contract asks for one', () => {
    const contract = { ...CONTRACTS.kordiam, pointer: true }
    expect(errorsOf({ path: ['a/b', 0, 'c~d'] }, contract)).toMatchObject([{ pointer: '/a~1b/0/c~0d' }])
    expect(errorsOf({ scope: 'query', path: ['page'] }, contract)).toEqual([
      { scope: 'query', path: 'page', code: 'required', message: 'is required' },
    ])
  })
})

describe('the contraforce contract', () => {
  test('writes requestId, timestamp, target and a map of messages, under one type', () => {
    const error = legacyError({
      status: 400,
      code: 'VALIDATION_ERROR',
      message: 'One or more fields are wrong.',
      fields: [field({ path: ['title'] }), field({ path: ['title'], message: 'is too short' })],
    })
    const problem = toProblem(library({}, CONTRACTS.contraforce), error, unmatched, occurrence())
    expect(JSON.stringify(problem)).toBe(
      JSON.stringify({
        type: 'https://errors.library.example/errors',
        title: 'Validation error',
        status: 400,
        detail: 'One or more fields are wrong.',
        instance: '/loans/42',
        code: 'VALIDATION_ERROR',
        requestId: 'trace-1',
        timestamp: '2031-02-03T04:05:06.000Z',
        target: 'title',
        errors: { title: ['is required', 'is too short'] },
      }),
    )
  })

  test.each([null, new Date(Number.NaN)])('has no timestamp where the time is %s', time => {
    const problem = toProblem(library({}, CONTRACTS.contraforce), legacyError(), unmatched, occurrence({ time }))
    expect(problem).not.toHaveProperty('timestamp')
  })

  test('keys an error about no field with the empty name, and keeps a field named __proto__', () => {
    const fields = [field({ scope: 'global', path: [] }), field({ path: ['__proto__'] })]
    const problem = toProblem(library({}, CONTRACTS.contraforce), legacyError({ fields }), unmatched, occurrence())
    expect(JSON.stringify(problem.errors)).toBe('{"":["is required"],"__proto__":["is required"]}')
    expect(problem).not.toHaveProperty('target')
  })

  test('tells a 400 that lists field errors from any other 400', () => {
    const codeOf = (error: Parameters<typeof legacyError>[0]) =>
      toProblem(library({}, CONTRACTS.contraforce), legacyError({ code: null, ...error }), unmatched, occurrence()).code
    expect(codeOf({ status: 400, fields: [field({})] })).toBe('VALIDATION_ERROR')
    expect(codeOf({ status: 400, fields: [] })).toBe('BAD_REQUEST')
    expect(codeOf({ status: 409, fields: [field({})] })).toBe('CONFLICT')
  })

  test('has the generic codes that the contract names', () => {
    const codes = [404, 429, 502].map(
      status => toProblem(library({}, CONTRACTS.contraforce), legacyError({ status }), unmatched, occurrence()).code,
    )
    expect(codes).toEqual(['NOT_FOUND', 'RATE_LIMITED', 'UPSTREAM_ERROR'])
  })
})

describe('a problem that new code throws', () => {
  test('goes the same road as a converted one', () => {
    const thrown = problemFor(library(), 'loan_not_found', { id: 42 }, occurrence())
    expect(thrown).toEqual(toProblem(library(), legacyError(), match(), occurrence()))
  })

  test('has field errors with codes of its own', () => {
    const fields = [{ scope: 'cookie', path: ['session'], code: 'expired', message: 'The session is over.' }] as const
    expect(problemFor(library(), 'bad_request', {}, occurrence(), fields)).toMatchObject({
      status: 400,
      errors: [{ scope: 'header', path: 'session', code: 'expired', message: 'The session is over.' }],
    })
  })

  test('has its title for a detail where no wording can be filled', () => {
    expect(problemFor(library(), 'loan_not_found', {}, occurrence()).detail).toBe('Loan not found')
  })

  test('is refused with a code of its own where the catalogue does not know it', () => {
    const refused = () => problemFor(library(), 'lone_not_found', {}, occurrence())
    expect(refused).toThrow(UnknownProblemError)
    expect(refused).toThrow(expect.objectContaining({ code: 'problem-unknown', asked: 'lone_not_found' }))
  })

  test('has its title for a detail where a value is undefined', () => {
    expect(problemFor(library(), 'loan_not_found', { id: undefined }, occurrence()).detail).toBe('Loan not found')
  })

  test('sends the values that the entry names, as they were given', () => {
    const catalogue = library({ problems: [loanNotFound({ extensions: ['id', 'since', 'none'] })] })
    const problem = problemFor(catalogue, 'loan_not_found', { id: 7, since: [1], other: 'x' }, occurrence())
    expect(problem).toMatchObject({ id: 7, since: [1] })
    expect(Object.keys(problem)).not.toEqual(expect.arrayContaining(['other']))
    expect(problem).not.toHaveProperty('none')
  })

  test('takes for a value only what was given, and lets none change what the problem inherits', () => {
    const catalogue = library({ problems: [loanNotFound({ extensions: ['toString', '__proto__'] })] })
    const given = JSON.parse('{"__proto__":{"lent":true}}')
    for (const holes of [{}, given]) {
      const problem = problemFor(catalogue, 'loan_not_found', holes, occurrence())
      expect(Object.hasOwn(problem, 'toString')).toBe(false)
      expect('lent' in problem).toBe(false)
    }
  })

  test('survives a value that has no text', () => {
    const id = Object.create(null)
    expect(problemFor(library(), 'loan_not_found', { id }, occurrence()).detail).toBe('Loan  not found')
  })
})
