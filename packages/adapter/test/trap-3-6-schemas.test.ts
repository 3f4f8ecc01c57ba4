import { describe, expect, it } from 'vitest'
import { problemIn, start } from './kit/start.ts'
import { VERSIONS } from './kit/versions.ts'

const ONLY_ERROR = { type: 'object', properties: { error: { type: 'string' } } }
const ONLY_D = { type: 'object', properties: { d: { type: 'string' } } }

describe.each(VERSIONS)('response schemas and serializers, on Fastify $name', ({ make }) => {
  it('a thrown error that a schema has emptied is read from the original', async () => {
    const { ask } = await start(make, app => {
      app.get('/some', { schema: { response: { '4xx': ONLY_ERROR } } }, () => {
        throw Object.assign(new Error('Loan 17 not found'), { statusCode: 404 })
      })
      app.get('/default', { schema: { response: { default: ONLY_D } } }, () => {
        throw Object.assign(new Error('This copy is on hold'), { statusCode: 409 })
      })
      app.get('/coded', { schema: { response: { default: ONLY_D } } }, () => {
        throw Object.assign(new Error('whatever'), { statusCode: 409, code: 'COPY_409' })
      })
    })
    expect(problemIn(await ask('/some'))).toMatchObject({ code: 'loan_not_found', id: 17 })
    expect(problemIn(await ask('/default'))).toMatchObject({ code: 'copy_on_hold', status: 409 })
    expect(problemIn(await ask('/coded'))).toMatchObject({ code: 'copy_on_hold' })
  })

  it('an object that a schema has emptied is read from what was sent', async () => {
    const { ask } = await start(make, app => {
      app.get('/loan', { schema: { response: { 404: ONLY_D } } }, (_, reply) =>
        reply.code(404).send({ message: 'Loan 17 not found', note: 'for the desk only' } as never),
      )
    })
    const reply = await ask('/loan')
    expect(problemIn(reply)).toMatchObject({ code: 'loan_not_found', id: 17 })
    expect(reply.text).not.toContain('for the desk')
  })

  it('a sign is looked for in what was sent where a schema let some of it through, and nothing else of it is told', async () => {
    const { ask } = await start(make, app => {
      app.get('/copy', { schema: { response: { '4xx': ONLY_ERROR } } }, (_, reply) =>
        reply.code(409).send({ error: 'taken', code: 'COPY_409', hint: 'for the desk only' } as never),
      )
      app.get('/other', { schema: { response: { '4xx': ONLY_ERROR } } }, (_, reply) =>
        reply.code(409).send({ error: 'taken', code: 'DESK_9', hint: 'for the desk only' } as never),
      )
    })
    const known = await ask('/copy')
    expect(problemIn(known)).toMatchObject({ code: 'copy_on_hold' })
    const unknown = await ask('/other')
    expect(problemIn(unknown)).toMatchObject({ code: 'taken' })
    expect(known.text + unknown.text).not.toMatch(/desk/i)
  })

  it('a server error that was emptied stays silent', async () => {
    const { ask } = await start(make, app => {
      app.get('/broken', { schema: { response: { default: ONLY_D } } }, () => {
        throw new Error('secret place')
      })
    })
    const reply = await ask('/broken')
    expect(problemIn(reply)).toMatchObject({ status: 500, code: 'internal_server_error' })
    expect(reply.text).not.toContain('secret')
  })

  it('a validation error keeps its fields', async () => {
    const { ask } = await start(make, app => {
      app.post(
        '/loans',
        {
          schema: {
            body: { type: 'object', required: ['copy'], properties: { copy: { type: 'string' } } },
            response: { default: ONLY_D },
          },
        },
        () => 'fine',
      )
    })
    const reply = await ask('/loans', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })
    expect(problemIn(reply)).toMatchObject({
      status: 400,
      errors: [{ scope: 'body', path: 'copy', code: 'required' }],
    })
  })

  it('a schema for another media type does not meet a problem of v1', async () => {
    const { ask } = await start(make, app => {
      app.get(
        '/problem',
        { schema: { response: { 409: { content: { 'application/json': { schema: ONLY_D } } } } } },
        (_, reply) =>
          reply
            .code(409)
            .type('application/problem+json')
            .send({ type: 'about:blank', title: 'Conflict', status: 409, own: true } as never),
      )
    })
    expect(JSON.parse((await ask('/problem')).text)).toEqual({
      type: 'about:blank',
      title: 'Conflict',
      status: 409,
      own: true,
    })
  })

  it('bytes of another serializer are kept as they are', async () => {
    const { ask } = await start(make, app => {
      app.get('/packed', (_, reply) =>
        reply
          .code(409)
          .type('application/msgpack')
          .serializer(() => Buffer.from([0x81, 0xa1, 0x61, 0x01]) as never)
          .send({ a: 1 }),
      )
    })
    const reply = await ask('/packed')
    expect([...reply.body]).toEqual([0x81, 0xa1, 0x61, 0x01])
    expect(reply.headers['content-type']).toBe('application/msgpack')
  })

  it('an error schema that fails itself ends in a problem', async () => {
    const { ask } = await start(make, app => {
      app.get(
        '/required',
        {
          schema: {
            response: { 404: { type: 'object', required: ['missing'], properties: { missing: { type: 'string' } } } },
          },
        },
        () => {
          throw Object.assign(new Error('Loan 17 not found'), { statusCode: 404 })
        },
      )
    })
    const reply = await ask('/required')
    expect(problemIn(reply).status).toBeGreaterThanOrEqual(404)
    expect(reply.text).not.toContain('is required!')
  })
})
