import { defineCatalogue } from '@problemshift/catalogue'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createConverter } from '../src/convert.ts'
import { errorExchange } from './kit/exchange.ts'

const CATALOGUES = [
  { contract: 'kordiam', extensions: ['id'], detail: 'No loan has the number {id}.' },
  { contract: 'contraforce', extensions: [] },
].map(({ contract, ...entry }) =>
  defineCatalogue({
    api: 'Lending library',
    type: 'https://errors.library.example/{code}',
    contract: contract as 'kordiam',
    problems: {
      loan_not_found: { status: 404, title: 'Loan not found', ...entry, from: ['Loan {id:int} not found'] },
      copy_lost: { status: 410, title: 'Copy lost', from: ['Copy {copy:uuid} is lost'] },
      shelf_full: { status: 409, title: 'Shelf full', from: ['Shelf {name} is full'] },
      desk_closed: { status: 503, title: 'Desk closed', from: ['The desk is closed'] },
      twice: { status: 409, title: 'Twice', from: ['Loan {a:int} and loan {b:int} are one'] },
    },
  }),
)

const DATES = { min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }
const FRAMES: readonly ((message: string, id: string, time: string) => string)[] = [
  message => JSON.stringify({ message }),
  message => JSON.stringify({ statusCode: 404, error: 'Not Found', message }),
  (message, id) => JSON.stringify({ error: { code: 'LOST', message, requestId: id } }),
  (message, id, timestamp) => JSON.stringify({ timestamp, status: 404, message, path: '/x', traceId: id }),
  (message, _, time) => JSON.stringify({ message, retryAt: time }),
  (message, id) => JSON.stringify({ message, details: { seen: message, id } }),
]

const text = fc.oneof(
  fc.integer().map(id => `Loan ${id} not found`),
  fc.bigInt().map(id => `Loan ${id} not found`),
  fc.uuid().map(id => `Copy ${id} is lost`),
  fc.string().map(name => `Shelf ${name} is full`),
  fc.constant('The desk is closed'),
  fc.tuple(fc.nat(), fc.nat()).map(([a, b]) => `Loan ${a} and loan ${b} are one`),
  fc.string(),
  // Bodies of which only the sentence, the id and the time are new.
  fc
    .tuple(
      fc.constantFrom(...FRAMES),
      fc.oneof(fc.nat(), fc.string()),
      fc.oneof(fc.uuid(), fc.stringMatching(/^[0-9a-f]{0,24}$/)),
      fc.date(DATES),
    )
    .map(([frame, value, id, time]) => frame(`Loan ${value} not found`, id, time.toISOString())),
  fc
    .tuple(fc.constantFrom(...FRAMES), fc.oneof(fc.uuid(), fc.string()), fc.date(DATES))
    .map(([frame, id, time]) => frame('The desk is closed', id, time.toISOString())),
  // Few of them, so that they come again.
  fc.constantFrom(
    '{"message":"The desk is closed"}',
    '{"error":{"code":"LOST","message":"Copy lost"}}',
    '{"error":{"message":"Copy lost","trace_id":"b7f1"}}',
    '{"errors":[{"field":"copy","message":"is required"}]}',
    '{"message":"connect ECONNREFUSED 10.0.0.7:5432"}',
    '{"message":"Slow down","retry_after":7}',
    '{"type":"about:blank","title":"Lost","status":410}',
    '{}',
  ),
)

const callers = fc.record({
  callerId: fc.constantFrom(null, null, 'desk-3', 'trace-17'),
  languages: fc.constantFrom<string[]>([], [], ['pt-BR', 'en']),
})

describe('a text that is known is converted just as the whole way would', () => {
  it.each(CATALOGUES.map(catalogue => [catalogue.contract.name, catalogue] as const))('for %s', (_, catalogue) => {
    const known = createConverter(catalogue)
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            text,
            fc.oneof(fc.constant('/loans/17'), fc.webPath()),
            fc.constantFrom(404, 404, 409, 500),
            callers,
          ),
          {
            minLength: 3,
            maxLength: 20,
          },
        ),
        calls => {
          for (const [body, path, status, caller] of calls) {
            const plain = errorExchange(body, status, 'trace-17', path)
            const exchange = { ...plain, identity: { ...plain.identity, ...caller } }
            // A header that no mould takes: a converter that has seen nothing goes the whole way.
            const whole = createConverter(catalogue).convert({
              ...exchange,
              response: { ...exchange.response, headers: { ...exchange.response.headers, 'x-own': '1' } },
            })
            const swift = known.convert(exchange)
            if (swift.outcome === 'kept' || whole.outcome === 'kept') {
              expect(swift.outcome).toBe(whole.outcome)
              continue
            }
            expect(swift.body).toBe(whole.body)
            expect([swift.retryAfter, swift.redacted, swift.traceId]).toEqual([
              whole.retryAfter,
              whole.redacted,
              whole.traceId,
            ])
            expect([swift.status, swift.code, swift.source, swift.dialect]).toEqual([
              whole.status,
              whole.code,
              whole.source,
              whole.dialect,
            ])
          }
        },
      ),
      { numRuns: 400 },
    )
  })
})

describe('a text that comes again from the same path', () => {
  it.each(['Loan 17 not found', '{"message":"The desk is closed"}'])(
    'carries its own path and its own id: %s',
    body => {
      for (const catalogue of CATALOGUES) {
        const known = createConverter(catalogue)
        const paths = [
          '/loans/17',
          '/loans/17',
          '/loans/17',
          '/loans/17',
          '/loans/4',
          '/loans/4',
          '/loans/4',
          '/loans/17',
        ]
        for (const [at, path] of paths.entries()) {
          const exchange = errorExchange(body, 404, `trace-${at}`, path)
          const swift = known.convert(exchange)
          const whole = createConverter(catalogue).convert(exchange)
          expect(swift.outcome).toBe('converted')
          expect(swift).toMatchObject({ body: whole.outcome === 'converted' && whole.body, traceId: `trace-${at}` })
        }
      }
    },
  )
})
