import { Readable } from 'node:stream'
import { gunzipSync, gzipSync } from 'node:zlib'
import compress from '@fastify/compress'
import { describe, expect, it } from 'vitest'
import { problemIn, start } from './kit/start.ts'
import { VERSIONS } from './kit/versions.ts'

const LONG = `Loan 17 not found${' '.repeat(10)}`

describe.each(VERSIONS)('streamed errors, on Fastify $name', ({ make }) => {
  it('over the limit the body flows on untouched, with its length and type', async () => {
    const big = 'x'.repeat(200_000)
    const { ask, app } = await start(
      make,
      app => {
        app.get('/big', (_, reply) =>
          reply
            .code(500)
            .type('text/plain')
            .header('content-length', big.length)
            .send(Readable.from([big.slice(0, 100_000), big.slice(100_000)])),
        )
        app.get('/chunked', (_, reply) =>
          reply
            .code(500)
            .type('text/plain')
            .send(Readable.from([big])),
        )
      },
      { plugin: { limits: { streamBytes: 65_536 } } },
    )
    const sized = await ask('/big')
    expect([sized.status, sized.headers['content-length'], sized.text]).toEqual([500, '200000', big])
    const chunked = await ask('/chunked')
    expect([chunked.headers['transfer-encoding'], chunked.headers['content-type'], chunked.text]).toEqual([
      'chunked',
      'text/plain',
      big,
    ])
    expect(app.problemshift.report().kept).toMatchObject([{ reason: 'too-large' }, { reason: 'too-large' }])
  })

  it('after the time limit the body flows on untouched', async () => {
    const { ask, app } = await start(
      make,
      app => {
        app.get('/slow', (_, reply) => {
          async function* slowly() {
            yield 'Loan 17'
            await new Promise(resolve => setTimeout(resolve, 300))
            yield ' not found'
          }
          reply.code(404).type('text/plain').send(Readable.from(slowly()))
        })
      },
      { plugin: { limits: { streamMilliseconds: 50 } } },
    )
    const reply = await ask('/slow')
    expect([reply.status, reply.headers['content-type'], reply.text]).toEqual([404, 'text/plain', 'Loan 17 not found'])
    expect(app.problemshift.report().kept).toMatchObject([{ reason: 'too-slow' }])
  })

  it('event streams, ranges and successes are never held back', async () => {
    const { ask } = await start(make, app => {
      app.get('/events', (_, reply) =>
        reply
          .code(500)
          .type('text/event-stream')
          .send(Readable.from(['data: 1\n\n'])),
      )
      app.get('/range', (_, reply) =>
        reply
          .code(416)
          .header('content-range', 'bytes */17')
          .send(Readable.from(['out of range'])),
      )
      app.get('/ok', (_, reply) => reply.send(Readable.from(['fine'])))
    })
    expect((await ask('/events')).text).toBe('data: 1\n\n')
    expect((await ask('/range')).text).toBe('out of range')
    expect((await ask('/ok')).text).toBe('fine')
  })

  it('a source that fails before its first byte becomes a problem', async () => {
    const { ask } = await start(make, app => {
      app.get('/broken', (_, reply) => {
        const source = new Readable({
          read() {
            this.destroy(new Error('shelf /srv/shelves is gone'))
          },
        })
        reply.code(404).header('content-encoding', 'gzip').header('etag', '"v1"').send(source)
      })
    })
    const reply = await ask('/broken')
    expect(problemIn(reply).status).toBeGreaterThanOrEqual(404)
    expect(reply.headers['content-encoding']).toBeUndefined()
    expect(reply.headers.etag).toBeUndefined()
    expect(reply.text).not.toContain('/srv')
  })

  it('a stream with a content coding is read, and its label goes with it', async () => {
    const { ask } = await start(make, app => {
      app.get('/gzip', (_, reply) =>
        reply
          .code(404)
          .header('content-encoding', 'gzip')
          .header('content-length', gzipSync(LONG).length)
          .send(Readable.from([gzipSync(LONG)])),
      )
      app.get('/unknown', (_, reply) =>
        reply
          .code(404)
          .header('content-encoding', 'sdch')
          .send(Readable.from([Buffer.from('Loan 17 not found')])),
      )
      app.get('/lie', (_, reply) =>
        reply
          .code(404)
          .header('content-encoding', 'gzip')
          .send(Readable.from([Buffer.from('Loan 17 not found')])),
      )
    })
    const reply = await ask('/gzip')
    expect(problemIn(reply)).toMatchObject({ code: 'loan_not_found' })
    expect(reply.headers['content-encoding']).toBeUndefined()
    for (const path of ['/unknown', '/lie']) {
      const kept = await ask(path)
      expect([kept.text, kept.headers['content-encoding'] !== undefined]).toEqual(['Loan 17 not found', true])
    }
  })

  it('a bomb is not unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000))
    const { ask, app } = await start(make, app => {
      app.get('/bomb', (_, reply) => reply.code(404).header('content-encoding', 'gzip').send(bomb))
    })
    expect((await ask('/bomb')).body.equals(bomb)).toBe(true)
    expect(app.problemshift.report().kept).toMatchObject([{ reason: 'too-large' }])
  })

  it('several replies at once do not meet', async () => {
    const { ask } = await start(make, app => {
      app.get('/loan/:id', (request, reply) => {
        const { id } = request.params as { id: string }
        reply.code(404).send(Readable.from([`Loan ${id} `, 'not found']))
      })
    })
    const replies = await Promise.all(Array.from({ length: 20 }, (_, id) => ask(`/loan/${id}`)))
    expect(replies.map(reply => problemIn(reply).id)).toEqual(Array.from({ length: 20 }, (_, id) => id))
  })
})

describe.each(VERSIONS)('streams with compress, on Fastify $name', ({ make }) => {
  it.each([
    ['before', false],
    ['after', true],
  ])('the adapter registered %s compress leaves no wrong label', async (_, last) => {
    const { ask } = await start(
      make,
      async app => {
        await app.register(compress, { threshold: 0 })
        app.get('/stream', (_, reply) =>
          reply
            .code(404)
            .type('text/plain')
            .send(Readable.from(['Loan 17 not found'])),
        )
        app.get('/text', (_, reply) => reply.code(404).send('Loan 17 not found'))
        app.get('/ok', () => ({ fine: 'x'.repeat(2_000) }))
      },
      { last },
    )
    const headers = { 'accept-encoding': 'gzip' }
    for (const path of ['/stream', '/text', '/ok']) {
      const reply = await ask(path, { headers })
      const plain = reply.headers['content-encoding'] === 'gzip' ? gunzipSync(reply.body) : reply.body
      const value = JSON.parse(plain.toString())
      if (path === '/ok') expect(value.fine.length).toBe(2_000)
      else expect(value).toMatchObject({ code: 'loan_not_found' })
    }
    for (const path of ['/stream', '/text'])
      expect(problemIn(await ask(path))).toMatchObject({ code: 'loan_not_found' })
  })
})
