import { defineCatalogue } from '@problemshift/catalogue'
import { describe, expect, it } from 'vitest'
import { problemIn, start } from './kit/start.ts'
import { VERSIONS } from './kit/versions.ts'

const make = VERSIONS.at(-1)?.make ?? (() => Promise.reject(new Error('no version')) as never)
const JSON_TYPE = { 'content-type': 'application/json' }

const setUp = (app: Parameters<Parameters<typeof start>[1]>[0]) => {
  app.post(
    '/loans',
    { schema: { body: { type: 'object', required: ['copy'], properties: { copy: { type: 'integer' } } } } },
    () => 'fine',
  )
  app.get('/loan', (_, reply) => reply.code(404).send('Loan 17 not found'))
  app.get('/busy', (_, reply) =>
    reply.code(429).header('retry-after', '30').header('x-ratelimit-limit', '5').send('Slow down'),
  )
  app.get('/thrown', () => {
    throw new Error('secret place')
  })
  app.post('/causeloop', (_, reply) =>
    reply.code(400).send({
      error: {
        code: 'validation_error',
        message: 'Request body failed validation',
        trace_id: 'iss-1',
        details: { 'items.0.copy': 'is required' },
      },
    }),
  )
}

describe('the contracts on the wire', () => {
  it('kordiam: traceId, errors as a list, the members in order', async () => {
    const { ask } = await start(make, setUp)
    const problem = problemIn(await ask('/causeloop', { method: 'POST', headers: JSON_TYPE, body: '{}' }))
    expect(Object.keys(problem)).toEqual(['type', 'title', 'status', 'detail', 'instance', 'code', 'traceId', 'errors'])
    expect(problem).toMatchObject({
      code: 'validation_error',
      traceId: 'iss-1',
      errors: [{ scope: 'body', path: 'items[0].copy', message: 'is required' }],
    })
  })

  it('contraforce: requestId and never traceId, errors as a map, timestamp and target', async () => {
    const catalogue = defineCatalogue({
      api: 'Lending library',
      type: 'https://docs.library.example/errors',
      contract: 'contraforce',
      problems: { LOAN_NOT_FOUND: { status: 404, title: 'Loan not found', from: ['Loan {id:int} not found'] } },
    })
    const { ask } = await start(make, setUp, { plugin: { catalogue } })
    const body = await ask('/loans', { method: 'POST', headers: JSON_TYPE, body: '{}' })
    const problem = problemIn(body)
    expect(problem).toMatchObject({
      type: 'https://docs.library.example/errors',
      status: 400,
      requestId: body.headers['x-request-id'],
      target: 'copy',
      errors: { copy: ["must have required property 'copy'"] },
    })
    expect(problem.traceId).toBeUndefined()
    for (const path of ['/loan', '/loan', '/loan']) {
      const found = problemIn(await ask(path))
      expect(found).toMatchObject({ code: 'LOAN_NOT_FOUND', type: 'https://docs.library.example/errors' })
      expect(Math.abs(Date.now() - Date.parse(String(found.timestamp)))).toBeLessThan(10_000)
    }
    expect(problemIn(await ask('/thrown'))).toMatchObject({ code: 'INTERNAL_SERVER_ERROR', status: 500 })
    const busy = await ask('/busy')
    expect(problemIn(busy)).toMatchObject({ status: 429 })
    expect([busy.headers['retry-after'], busy.headers['x-ratelimit-limit']]).toEqual(['30', '5'])
  })

  it('lists of other validators are read from the error that was thrown', async () => {
    const { ask } = await start(make, app => {
      app.post(
        '/joi',
        {
          schema: { body: {} },
          validatorCompiler: () => () => ({
            error: Object.assign(new Error('"copy" is required. "items[0].n" must be a number'), {
              details: [
                { message: '"copy" is required', path: ['copy'], type: 'any.required', context: { label: 'copy' } },
                { message: '"items[0].n" must be a number', path: ['items', 0, 'n'], type: 'number.base' },
              ],
            }),
          }),
        },
        () => 'fine',
      )
    })
    const reply = await ask('/joi', { method: 'POST', headers: JSON_TYPE, body: '{}' })
    expect(problemIn(reply)).toMatchObject({
      status: 400,
      errors: [
        { scope: 'body', path: 'copy' },
        { scope: 'body', path: 'items[0].n' },
      ],
    })
  })
})
