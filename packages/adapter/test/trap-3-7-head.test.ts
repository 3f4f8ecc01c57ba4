import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { problemIn, start } from './kit/start.ts'
import { VERSIONS } from './kit/versions.ts'

describe.each(VERSIONS)('HEAD, on Fastify $name', ({ make }) => {
  it('has the headers and the length of the GET, and no body', async () => {
    const { ask } = await start(make, app => {
      app.get('/text', (_, reply) => reply.code(404).send('Loan 17 not found'))
      app.get('/object', (_, reply) => reply.code(409).send({ message: 'This copy is on hold' }))
      app.get('/throw', () => {
        throw new Error('secret')
      })
      app.route({
        method: ['GET', 'HEAD'],
        url: '/both',
        handler: (_, reply) => reply.code(404).send('Loan 17 not found'),
      })
    })
    for (const path of ['/text', '/object', '/throw', '/both']) {
      const get = await ask(path)
      const head = await ask(path, { method: 'HEAD' })
      problemIn(get)
      expect(head.body.length, path).toBe(0)
      expect([head.status, head.headers['content-type'], head.headers['content-length']], path).toEqual([
        get.status,
        get.headers['content-type'],
        get.headers['content-length'],
      ])
    }
  })

  it('of a stream keeps the status and tells no wrong length', async () => {
    const { ask } = await start(make, app => {
      app.get('/stream', (_, reply) =>
        reply
          .code(404)
          .header('content-length', '1234')
          .type('text/plain')
          .send(Readable.from(['Loan 17 not found'])),
      )
    })
    const reply = await ask('/stream', { method: 'HEAD' })
    expect([reply.status, reply.headers['content-type'], reply.body.length]).toEqual([
      404,
      'application/problem+json',
      0,
    ])
    expect(reply.headers['content-length']).not.toBe('1234')
  })

  it('of a Response is repaired where Fastify fails on it', async () => {
    const { ask } = await start(make, app => {
      app.get('/response', (_, reply) => reply.send(new Response('Loan 17 not found', { status: 404 })))
    })
    expect((await ask('/response', { method: 'HEAD' })).status).toBe(404)
  })

  it('of a success is left alone', async () => {
    const { ask } = await start(make, app => {
      app.get('/ok', () => 'fine')
    })
    const reply = await ask('/ok', { method: 'HEAD' })
    expect([reply.status, reply.headers['content-length']]).toEqual([200, '4'])
  })

  it('whose body was measured and taken away by a hook of v1 is left alone', async () => {
    const { ask } = await start(make, app => {
      app.head(
        '/own',
        {
          onSend: (_request, reply, payload, done) => {
            reply.header('content-length', String(payload).length)
            done(null, null)
          },
        },
        (_, reply) => reply.code(404).send('Loan 17 not found'),
      )
    })
    const reply = await ask('/own', { method: 'HEAD' })
    expect([reply.status, reply.headers['content-length']]).toEqual([404, '17'])
  })
})
