import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import type { FastifyInstance, RouteHandlerMethod } from 'fastify'
import { afterEach, describe, expect, it } from 'vitest'
import type { Exchange } from '../src/exchange.ts'
import { fakeConverter, registerFake } from './kit/fake-converter.ts'
import { VERSIONS } from './kit/versions.ts'
import { ask, listen } from './kit/wire.ts'

let app: FastifyInstance | null = null
afterEach(async () => {
  await app?.close()
  app = null
})

describe.each(VERSIONS)('on Fastify $name', ({ make }) => {
  async function serve(handler: RouteHandlerMethod, options = {}) {
    app = make()
    const state = await registerFake(app, options)
    app.get('/loan', handler)
    return { port: await listen(app), state }
  }

  it('a string becomes a problem with its own length and type', async () => {
    const { port } = await serve((_, reply) => {
      reply.code(404).send('Loan 17 not found')
    })
    const reply = await ask(port, '/loan')
    expect(reply.status).toBe(404)
    expect(reply.headers['content-type']).toBe('application/problem+json')
    expect(JSON.parse(reply.text)).toEqual({ v2: 'Loan 17 not found', status: 404 })
    expect(reply.headers['content-length']).toBe(String(reply.body.length))
    expect(reply.headers['x-request-id']).toBe('trace-1')
  })

  it('a stream that is sent without return becomes a problem', async () => {
    const { port } = await serve(async (_, reply) => {
      reply.code(404).send(Readable.from(['Loan ', '17']))
    })
    const reply = await ask(port, '/loan')
    expect(JSON.parse(reply.text)).toEqual({ v2: 'Loan 17', status: 404 })
    expect(reply.headers['content-length']).toBe(String(reply.body.length))
  })

  it('a web stream, a Response and a Buffer become problems', async () => {
    app = make()
    await registerFake(app)
    app.get('/web', (_, reply) => reply.code(409).send(new Response('on hold').body))
    app.get('/response', (_, reply) =>
      reply.send(
        new Response('on hold', {
          status: 422,
          headers: [
            ['set-cookie', 'a=1'],
            ['set-cookie', 'b=2'],
            ['etag', '"x"'],
          ],
        }),
      ),
    )
    app.get('/buffer', (_, reply) => reply.code(409).header('content-encoding', 'gzip').send(gzipSync('on hold')))
    const port = await listen(app)
    expect(JSON.parse((await ask(port, '/web')).text)).toEqual({ v2: 'on hold', status: 409 })
    const response = await ask(port, '/response')
    expect(response.status).toBe(422)
    expect(JSON.parse(response.text)).toEqual({ v2: 'on hold', status: 422 })
    expect(response.headers['set-cookie']).toEqual(['a=1', 'b=2'])
    expect(response.headers.etag).toBeUndefined()
    const buffer = await ask(port, '/buffer')
    expect(JSON.parse(buffer.text)).toEqual({ v2: 'on hold', status: 409 })
    expect(buffer.headers['content-encoding']).toBeUndefined()
  })

  it('a fault of ours lets the v1 bytes out and is counted', async () => {
    const { port, state } = await serve((_, reply) => {
      reply.code(404).send('BREAK it')
    })
    const reply = await ask(port, '/loan')
    expect(reply.status).toBe(404)
    expect(reply.text).toBe('BREAK it')
    expect(state.ledger.report('enforce').totals.failed).toBe(1)
  })

  it('the default 404 and the 404 of a child are converted, a success is not', async () => {
    app = make()
    const seen: Exchange[] = []
    await registerFake(app, {}, fakeConverter(seen))
    app.register(
      async child => {
        child.setNotFoundHandler((_, reply) => reply.code(404).send('no such page here'))
        child.get('/ok', () => ({ fine: true }))
      },
      { prefix: '/v1' },
    )
    const port = await listen(app)
    expect((await ask(port, '/nowhere')).headers['content-type']).toBe('application/problem+json')
    expect(JSON.parse((await ask(port, '/v1/nowhere')).text)).toEqual({ v2: 'no such page here', status: 404 })
    expect((await ask(port, '/v1/ok')).text).toBe('{"fine":true}')
    expect(seen.length).toBe(2)
  })
})
