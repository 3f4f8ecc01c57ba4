import { createServer, type RequestListener, type Server } from 'node:http'
import { connect as connectHttp2 } from 'node:http2'
import { gzipSync } from 'node:zlib'
import httpProxy from '@fastify/http-proxy'
import replyFrom from '@fastify/reply-from'
import { afterEach, describe, expect, it } from 'vitest'
import { problemIn, start } from './kit/start.ts'
import { VERSIONS } from './kit/versions.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

async function upstream(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return `http://127.0.0.1:${address.port}`
}

const PARTNER: RequestListener = (req, res) => {
  const answer = (status: number, body: string | Buffer, headers = {}) => {
    res.writeHead(status, { 'content-type': 'text/plain', ...headers })
    res.end(body)
  }
  switch (req.url?.split('?')[0]) {
    case '/loan':
      return answer(404, 'Loan 17 not found', { 'content-length': '17', etag: '"v1"', 'x-partner': 'north' })
    case '/gzip':
      return answer(404, gzipSync('Loan 17 not found'), { 'content-encoding': 'gzip' })
    case '/401':
      return answer(401, 'bad api key sk_live_17', { 'www-authenticate': 'Bearer' })
    case '/500':
      return answer(500, 'db at 10.0.0.7 is down')
    case '/503':
      return answer(503, 'drained', { 'retry-after': '7' })
    case '/problem':
      return answer(409, '{"type":"about:blank","title":"Conflict","status":409}', {
        'content-type': 'application/problem+json',
      })
    case '/204':
      res.writeHead(204)
      return res.end()
    case '/799':
      return answer(799, 'odd')
    case '/cut':
      res.writeHead(404, { 'content-type': 'text/plain', 'content-length': '100' })
      res.write('half')
      return setTimeout(() => res.destroy(), 20)
    default:
      return answer(200, `fine ${req.headers['accept-encoding'] ?? ''}`)
  }
}

describe.each(VERSIONS)('a gateway, on Fastify $name', ({ make }) => {
  it('what http-proxy passes on is read, and only its bytes are replaced', async () => {
    const base = await upstream(PARTNER)
    const { ask } = await start(make, app => app.register(httpProxy, { upstream: base, prefix: '/partner' }))
    const reply = await ask('/partner/loan')
    expect(problemIn(reply)).toMatchObject({ code: 'loan_not_found', id: 17, instance: '/partner/loan' })
    expect([reply.headers.etag, reply.headers['x-partner']]).toEqual([undefined, 'north'])
    expect(problemIn(await ask('/partner/gzip'))).toMatchObject({ code: 'loan_not_found' })
    expect((await ask('/partner/ok')).text).toContain('fine')
    expect((await ask('/partner/204')).status).toBe(204)
    const head = await ask('/partner/loan', { method: 'HEAD' })
    expect([head.status, head.body.length]).toEqual([404, 0])
    expect(head.headers['content-length']).not.toBe('17')
  })

  it('a problem of the other server passes through byte for byte', async () => {
    const base = await upstream(PARTNER)
    const { ask } = await start(make, app => app.register(httpProxy, { upstream: base, prefix: '/partner' }))
    expect((await ask('/partner/problem')).text).toBe('{"type":"about:blank","title":"Conflict","status":409}')
  })

  it('4xx pass as they are; 401, 403 and 5xx say nothing of the other server', async () => {
    const base = await upstream(PARTNER)
    const { ask } = await start(make, app => app.register(httpProxy, { upstream: base, prefix: '/partner' }), {
      plugin: { upstream: ['/partner'] },
    })
    expect(problemIn(await ask('/partner/loan'))).toMatchObject({ code: 'loan_not_found', status: 404 })
    for (const [path, status] of [
      ['/partner/401', 502],
      ['/partner/500', 502],
      ['/partner/503', 503],
    ] as const) {
      const reply = await ask(path)
      expect(problemIn(reply), path).toMatchObject({ status })
      expect(reply.text).not.toMatch(/sk_live|10\.0\.0\.7|drained/)
    }
    expect((await ask('/partner/503')).headers['retry-after']).toBe('7')
  })

  it('a server that cannot be reached is a 502 without its address', async () => {
    const { ask } = await start(make, async app => {
      await app.register(replyFrom, { base: 'http://127.0.0.1:9' })
      app.get('/from', (_, reply) => reply.from('/x'))
    })
    const reply = await ask('/from')
    expect(problemIn(reply)).toMatchObject({ status: 502 })
    expect(reply.text).not.toMatch(/127\.0\.0\.1|ECONNREFUSED/)
  })

  it('a status that no server may send, and a body that breaks off, end in problems or in nothing', async () => {
    const base = await upstream(PARTNER)
    const { ask } = await start(make, app => app.register(httpProxy, { upstream: base, prefix: '/partner' }))
    expect(problemIn(await ask('/partner/799'))).toMatchObject({ status: 502 })
    const cut = await ask('/partner/cut').catch(() => null)
    expect(cut?.text ?? '').not.toBe('half')
  })
})

describe.each(VERSIONS)('HTTP/2, on Fastify $name', ({ make }) => {
  it('errors become problems, of 100 kB too', async () => {
    const { port } = await start(
      make,
      app => {
        app.get('/loan', (_, reply) => reply.code(404).header('connection', 'close').send('Loan 17 not found'))
        app.get('/big', (_, reply) =>
          reply
            .code(400)
            .send({ errors: Array.from({ length: 1_000 }, (_, n) => ({ field: `f${n}`, message: 'is wrong' })) }),
        )
        app.get('/framing', (_, reply) => reply.code(404).send('Loan 18 not found'))
      },
      { server: { http2: true } as never },
    )
    const session = connectHttp2(`http://127.0.0.1:${port}`)
    const get = (path: string) =>
      new Promise<{ status: number; type: string; body: string }>((resolve, reject) => {
        const stream = session.request({ ':path': path })
        let status = 0
        let type = ''
        let body = ''
        stream.on('response', headers => {
          status = Number(headers[':status'])
          type = String(headers['content-type'])
        })
        stream.setEncoding('utf8')
        stream.on('data', chunk => {
          body += chunk
        })
        stream.on('end', () => resolve({ status, type, body }))
        stream.on('error', reject)
      })
    try {
      const loan = await get('/loan')
      expect([loan.status, loan.type]).toEqual([404, 'application/problem+json'])
      expect(JSON.parse(loan.body)).toMatchObject({ code: 'loan_not_found' })
      expect(JSON.parse((await get('/big')).body).errors.length).toBe(1_000)
      expect(JSON.parse((await get('/nowhere')).body)).toMatchObject({ status: 404 })
    } finally {
      session.close()
    }
  })
})
