import { gunzipSync, gzipSync } from 'node:zlib'
import compress from '@fastify/compress'
import cors from '@fastify/cors'
import etag from '@fastify/etag'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import { describe, expect, it } from 'vitest'
import { problemIn, start } from './kit/start.ts'
import { VERSIONS } from './kit/versions.ts'

const OF_THE_BYTES = {
  'content-language': 'en',
  'content-disposition': 'inline',
  'content-location': '/loan.txt',
  'content-md5': 'Q2hlY2sgSW50ZWdyaXR5IQ==',
  digest: 'sha-256=abc',
  'content-digest': 'sha-256=:abc=:',
  'repr-digest': 'sha-256=:abc=:',
  etag: '"v1"',
  'last-modified': 'Wed, 21 Oct 2026 07:28:00 GMT',
  'accept-ranges': 'bytes',
}

const OF_THE_EXCHANGE = {
  'access-control-allow-origin': '*',
  vary: 'Origin',
  'www-authenticate': 'Bearer',
  'retry-after': '30',
  allow: 'GET',
  'set-cookie': 'a=1',
  'strict-transport-security': 'max-age=1',
  'content-security-policy': "default-src 'self'",
  'ratelimit-limit': '10',
  'x-ratelimit-remaining': '0',
  link: '</docs>; rel="help"',
  'cache-control': 'no-cache',
  'x-branch': 'north',
}

describe.each(VERSIONS)('representation headers, on Fastify $name', ({ make }) => {
  it('what speaks of the replaced bytes goes, everything else stays', async () => {
    const { ask } = await start(make, app => {
      app.get('/loan', (_, reply) =>
        reply
          .code(404)
          .headers({ ...OF_THE_BYTES, ...OF_THE_EXCHANGE })
          .send('Loan 17 not found'),
      )
      app.get('/raw', (_, reply) => {
        for (const [name, value] of Object.entries({ ...OF_THE_BYTES, ...OF_THE_EXCHANGE }))
          reply.raw.setHeader(name, value)
        reply.code(404).send('Loan 17 not found')
      })
    })
    for (const path of ['/loan', '/raw']) {
      const reply = await ask(path)
      expect(problemIn(reply)).toMatchObject({ code: 'loan_not_found' })
      for (const name of Object.keys(OF_THE_BYTES)) expect(reply.headers[name], `${path} ${name}`).toBeUndefined()
      for (const [name, value] of Object.entries(OF_THE_EXCHANGE))
        expect(reply.headers[name], `${path} ${name}`).toBe(value)
    }
  })

  it('a body that was encoded by hand is decoded', async () => {
    const { ask } = await start(make, app => {
      app.get('/gzip', (_, reply) =>
        reply.code(404).header('content-encoding', 'gzip').type('text/plain').send(gzipSync('Loan 17 not found')),
      )
      app.get('/text', (_, reply) => reply.code(404).header('content-encoding', 'gzip').send('Loan 17 not found'))
      app.get('/unknown', (_, reply) =>
        reply.code(404).header('content-encoding', 'sdch').send(Buffer.from('Loan 17 not found')),
      )
    })
    expect(problemIn(await ask('/gzip'))).toMatchObject({ code: 'loan_not_found' })
    expect(problemIn(await ask('/text'))).toMatchObject({ code: 'loan_not_found' })
    expect(await ask('/unknown')).toMatchObject({ text: 'Loan 17 not found', headers: { 'content-encoding': 'sdch' } })
  })

  it('the media type is bare, and a list or a blank in its place does no harm', async () => {
    const { ask } = await start(make, app => {
      app.get('/list', (_, reply) => reply.code(404).header('content-type', ['text/plain']).send('Loan 17 not found'))
      app.get('/blank', (_, reply) => reply.code(404).header('content-type', '').send('Loan 17 not found'))
    })
    expect(problemIn(await ask('/list'))).toMatchObject({ code: 'loan_not_found' })
    expect(problemIn(await ask('/blank'))).toMatchObject({ code: 'loan_not_found' })
  })

  it('a reason phrase of v1 does not outlive its status', async () => {
    const { ask } = await start(make, app => {
      app.get('/reason', (_, reply) => {
        reply.raw.statusMessage = 'Branch Closed By Weather'
        reply.code(200).send('Branch closed')
      })
    })
    const reply = await ask('/reason')
    expect([reply.status, reply.reason]).toEqual([422, 'Unprocessable Entity'])
  })

  it('numbers and lists in headers are read', async () => {
    const { ask } = await start(make, app => {
      app.get('/busy', (_, reply) =>
        reply.code(429).header('retry-after', 30).header('x-limit', ['1', '2']).send('Slow down'),
      )
    })
    const reply = await ask('/busy')
    expect(problemIn(reply)).toMatchObject({ status: 429, detail: 'Slow down' })
    expect(reply.headers['retry-after']).toBe('30')
  })

  it('a retry time that only the body knew becomes a header', async () => {
    const { ask } = await start(make, app => {
      app.get('/busy', (_, reply) => reply.code(429).send({ message: 'Slow down', retry_after: 12 }))
    })
    expect((await ask('/busy')).headers['retry-after']).toBe('12')
  })

  it('trailers and broken framing headers do not break the reply', async () => {
    const { ask } = await start(make, app => {
      app.get('/trailer', (_, reply) => {
        reply.trailer('x-sum', (_reply, payload, done) => done(null, String(String(payload).length)))
        reply.code(404).send('Loan 17 not found')
      })
      app.get('/framing', (_, reply) => reply.code(404).header('trailer', 'x-sum').send('Loan 17 not found'))
    })
    const reply = await ask('/trailer')
    expect(JSON.parse(reply.text)).toMatchObject({ code: 'loan_not_found' })
    expect(problemIn(await ask('/framing'))).toMatchObject({ code: 'loan_not_found' })
  })
})

describe('beside the plugins that everybody has', () => {
  it.each(VERSIONS.flatMap(({ name, make }) => [[name, make, false] as const, [name, make, true] as const]))(
    'etag, cors, helmet and compress work on, on Fastify %s, adapter last: %s',
    async (_, make, last) => {
      const { ask } = await start(
        make,
        async app => {
          await app.register(compress, { threshold: 10 })
          await app.register(etag)
          await app.register(cors, { origin: 'https://library.example', credentials: true })
          await app.register(helmet)
          app.get('/loan', (_, reply) => reply.code(404).send('Loan 17 not found'))
          app.get('/ok', () => ({ fine: 'x'.repeat(100) }))
        },
        { last },
      )
      const headers = { origin: 'https://library.example', 'accept-encoding': 'gzip' }
      const reply = await ask('/loan', { headers })
      const plain = reply.headers['content-encoding'] === 'gzip' ? gunzipSync(reply.body) : reply.body
      expect(JSON.parse(plain.toString())).toMatchObject({ code: 'loan_not_found' })
      expect(reply.headers['content-type']).toBe('application/problem+json')
      expect(reply.headers['access-control-allow-origin']).toBe('https://library.example')
      expect(reply.headers['access-control-expose-headers']).toContain('x-request-id')
      expect(reply.headers['strict-transport-security']).toBeDefined()
      const tag = String((await ask('/ok')).headers.etag)
      expect((await ask('/ok', { headers: { 'if-none-match': tag } })).status).toBe(304)
      const again = await ask('/loan', { headers: { 'if-none-match': String(reply.headers.etag ?? '*') } })
      expect(again.status).toBe(404)
      const preflight = await ask('/ok', {
        method: 'OPTIONS',
        headers: { origin: 'https://library.example', 'access-control-request-method': 'GET' },
      })
      expect(preflight.status).toBe(204)
    },
  )

  it.each(VERSIONS.map(({ name, make }) => [name, make] as const))(
    'rate limits are told as before, on Fastify %s',
    async (_, make) => {
      const { ask } = await start(make, async app => {
        await app.register(rateLimit, { max: 1, timeWindow: 60_000 })
        app.get('/loan', () => 'fine')
      })
      expect((await ask('/loan')).text).toBe('fine')
      const reply = await ask('/loan')
      expect(problemIn(reply)).toMatchObject({ status: 429, code: 'too_many_requests' })
      expect(reply.headers['retry-after']).toBe('60')
      expect(reply.headers['x-ratelimit-limit']).toBe('1')
    },
  )
})
