import { createServer, type RequestListener, type Server } from 'node:http'
import { connect } from 'node:net'
import { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { brotliCompressSync, gunzipSync, gzipSync } from 'node:zlib'
import compress from '@fastify/compress'
import httpProxy from '@fastify/http-proxy'
import type { FastifyInstance } from 'fastify'
import { afterEach, describe, expect, it } from 'vitest'
import { problemIn, start } from './kit/start.ts'
import { VERSIONS } from './kit/versions.ts'
import { writeRequest } from './kit/wire.ts'

const CLOSED = '{"error":"Branch closed"}'
const FINE = '{"branches":[{"name":"north"},{"name":"south"}]}'
const CHOSEN = { status: 422, code: 'branch_closed' }

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

/** When the first piece of the body came, and the last, in milliseconds after the head was asked for. */
function timeOf(port: number, path: string, mark: string): Promise<{ first: number; end: number; text: string }> {
  return new Promise((resolve, reject) => {
    const started = performance.now()
    let text = ''
    let first = Number.NaN
    const socket = connect(port, '127.0.0.1', () => socket.write(writeRequest(path)))
    socket.on('data', chunk => {
      text += chunk.toString()
      if (Number.isNaN(first) && text.includes(mark)) first = performance.now() - started
      // A proxy may copy `connection: keep-alive`, and then nobody closes.
      if (text.endsWith('0\r\n\r\n')) socket.destroy()
    })
    socket.on('error', reject)
    socket.on('close', () => resolve({ first, end: performance.now() - started, text }))
  })
}

async function* slowly(pieces: readonly string[], pause: number): AsyncGenerator<string> {
  for (const piece of pieces) {
    yield piece
    await wait(pause)
  }
}

function sendAs(app: FastifyInstance, path: string, type: string | null, make: () => unknown, headers = {}): void {
  app.get(path, (_, reply) => {
    if (type !== null) reply.type(type)
    reply.headers(headers).send(make())
  })
}

describe.each(VERSIONS)('a streamed success, on Fastify $name', ({ make }) => {
  it('that a sign names as an error becomes one, in pieces, packed or of known length', async () => {
    const routes = (app: FastifyInstance): void => {
      sendAs(app, '/whole', 'application/json', () => Readable.from([CLOSED]))
      sendAs(app, '/pieces', 'application/json', () => Readable.from(slowly(['{"error":"Bra', 'nch closed', '"}'], 10)))
      sendAs(app, '/text', 'text/plain', () => Readable.from(['Branch ', 'closed']))
      sendAs(app, '/web', 'application/json', () => new Response(CLOSED).body)
      sendAs(app, '/sized', 'application/json', () => Readable.from([CLOSED]), { 'content-length': CLOSED.length })
      const packed = { 'content-encoding': 'gzip', etag: '"v1"' }
      sendAs(app, '/gzip', 'application/json', () => Readable.from([gzipSync(CLOSED)]), packed)
      const br = { 'content-encoding': 'br' }
      sendAs(app, '/br', 'application/json', () => Readable.from([brotliCompressSync(CLOSED)]), br)
      sendAs(app, '/buffer', 'application/json', () => Buffer.from(CLOSED))
      app.get('/response', async () => new Response(CLOSED, { headers: { 'content-type': 'application/json' } }))
    }
    // A machine that does other things meanwhile is no slow server.
    const { ask, app } = await start(make, routes, { plugin: { limits: { successMilliseconds: 60_000 } } })
    for (const path of ['whole', 'pieces', 'text', 'web', 'sized', 'gzip', 'br', 'buffer', 'response']) {
      const reply = await ask(`/${path}`)
      expect(problemIn(reply), path).toMatchObject(CHOSEN)
      expect([reply.headers['content-encoding'], reply.headers.etag]).toEqual([undefined, undefined])
    }
    expect(app.problemshift.report().totals).toMatchObject({ converted: 9, failed: 0 })
  })

  it('that is none goes out as it was', async () => {
    const { ask, app } = await start(make, app => {
      const length = { 'content-length': FINE.length }
      sendAs(app, '/json', 'application/json', () => Readable.from([FINE.slice(0, 9), FINE.slice(9)]))
      sendAs(app, '/sized', 'application/json', () => Readable.from([FINE]), { ...length, etag: '"v1"' })
      sendAs(app, '/about', 'application/json', () => Readable.from(['{"news":["Branch closed until May"]}']))
      sendAs(app, '/untyped', null, () => Readable.from([CLOSED]))
      app.get('/response', async () => new Response(FINE, { headers: { 'content-type': 'application/json' } }))
    })
    const sized = await ask('/sized')
    expect([sized.text, sized.headers['content-length'], sized.headers.etag]).toEqual([FINE, `${FINE.length}`, '"v1"'])
    for (const path of ['/json', '/response']) {
      const reply = await ask(path)
      expect([reply.status, reply.text, reply.headers['content-type']]).toEqual([200, FINE, 'application/json'])
    }
    expect((await ask('/about')).status).toBe(200)
    expect((await ask('/untyped')).text).toBe(CLOSED)
    const head = await ask('/sized', { method: 'HEAD' })
    expect([head.status, head.headers['content-length']]).toEqual([200, `${FINE.length}`])
    expect(app.problemshift.report().totals).toMatchObject({ converted: 0, failed: 0 })
  })

  it('that goes on for long is not held for a moment', async () => {
    const lines = [0, 1, 2, 3].map(n => `{"tick":${n}}\n`)
    const bodies: [string, string, readonly string[], Record<string, string>][] = [
      ['/sse', 'text/event-stream', ['data: Branch closed\n\n', ...lines], {}],
      ['/ndjson', 'application/x-ndjson', lines, {}],
      ['/lines', 'application/json', lines, {}],
      ['/rows', 'application/json', ['[\n', '{"tick":0}', ',{"tick":1}', ']'], {}],
      ['/text', 'text/plain', ['tick 0\n', 'tick 1\n', 'tick 2\n'], {}],
      ['/page', 'text/html', ['<!doctype html><title>tick</title>', '<p>1', '<p>2'], {}],
      ['/file', 'application/json', ['{"tick":', '0', '}'], { 'content-disposition': 'attachment' }],
      ['/nobuffer', 'application/json', ['{"tick":', '0', '}'], { 'x-accel-buffering': 'no' }],
    ]
    const { port } = await start(
      make,
      app => {
        for (const [path, type, pieces, headers] of bodies) {
          sendAs(app, path, type, () => Readable.from(slowly(pieces, 250)), headers)
        }
      },
      // Whatever is held at all is held until the end.
      { plugin: { limits: { successMilliseconds: 60_000 } } },
    )
    const times = await Promise.all(bodies.map(([path, , pieces]) => timeOf(port, path, pieces[0]?.trim() ?? '')))
    for (const [at, { first, end }] of times.entries()) {
      expect(end - first, bodies[at]?.[0]).toBeGreaterThan(400)
    }
  })

  it('that may be an error, and is long or slow, is let go within its limits', async () => {
    const big = `{"error":"Branch closed","rows":"${'x'.repeat(100_000)}"}`
    const { ask, port, app } = await start(make, app => {
      sendAs(app, '/slow', 'application/json', () => Readable.from(slowly(['{"a":', '1', '}'], 400)))
      sendAs(app, '/big', 'application/json', () => Readable.from([big.slice(0, 70_000), big.slice(70_000)]))
      sendAs(app, '/long', 'application/json', () => Readable.from([big]), { 'content-length': big.length })
      sendAs(app, '/text', 'application/json', () => big)
    })
    const { first, end, text } = await timeOf(port, '/slow', '{"a":')
    expect(end - first).toBeGreaterThan(600)
    expect(text).toContain('200 OK')
    for (const path of ['/big', '/long', '/text']) expect((await ask(path)).text, path).toBe(big)
    expect(app.problemshift.report().totals.converted).toBe(0)
  })

  it('is only looked at in observe, and keeps its status in bridge', async () => {
    for (const mode of ['observe', 'bridge'] as const) {
      const { ask, app } = await start(
        make,
        app => sendAs(app, '/', 'application/json', () => Readable.from([CLOSED]), { 'content-length': CLOSED.length }),
        { plugin: { mode } },
      )
      const reply = await ask('/')
      expect([reply.status, reply.text, reply.headers['content-length']]).toEqual([200, CLOSED, `${CLOSED.length}`])
      const { totals, kept } = app.problemshift.report()
      if (mode === 'observe') expect(totals.converted).toBe(1)
      else expect(kept).toMatchObject([{ reason: 'bridge-keeps-status' }])
    }
  })

  it('says what it depends on only where it is an error, to a caller who did not ask', async () => {
    const { ask } = await start(
      make,
      app => {
        sendAs(app, '/closed', 'application/json', () => Readable.from([CLOSED]))
        sendAs(app, '/fine', 'application/json', () => Readable.from([FINE]))
      },
      { plugin: { mode: 'negotiate', deprecation: { since: '2026-01-01' } } },
    )
    const closed = await ask('/closed')
    expect([closed.status, closed.text, closed.headers.vary]).toEqual([200, CLOSED, 'Accept'])
    expect(closed.headers.deprecation).toBeDefined()
    const fine = await ask('/fine')
    expect([fine.text, fine.headers.vary, fine.headers.deprecation]).toEqual([FINE, undefined, undefined])
    const accept = { Accept: 'application/problem+json' }
    expect(problemIn(await ask('/closed', { headers: accept }))).toMatchObject(CHOSEN)
  })

  it('written to the raw reply as a whole is read where raw replies are captured', async () => {
    const { ask, port } = await start(
      make,
      app => {
        const raw = (path: string, pieces: readonly string[], pause = 0) =>
          app.get(path, async (_, reply) => {
            reply.hijack()
            reply.raw.writeHead(200, { 'Content-Type': 'application/json' })
            if (pause > 0) reply.raw.flushHeaders()
            for (const piece of pieces.slice(0, -1)) {
              reply.raw.write(piece)
              await wait(pause)
            }
            reply.raw.end(pieces.at(-1))
          })
        raw('/closed', [CLOSED])
        raw('/fine', [FINE])
        raw('/rows', ['{"tick":0}', '{"tick":1}', '{"tick":2}'], 250)
      },
      { plugin: { capture: true } },
    )
    expect(problemIn(await ask('/closed'))).toMatchObject(CHOSEN)
    expect((await ask('/fine')).text).toBe(FINE)
    const { first, end } = await timeOf(port, '/rows', '{"tick":0}')
    expect(end - first).toBeGreaterThan(400)
  })
})

describe.each(VERSIONS)('a success of a proxy, on Fastify $name', ({ make }) => {
  const PARTNER: RequestListener = (req, res) => {
    const json = { 'content-type': 'application/json' }
    switch (req.url) {
      case '/sized':
        return res.writeHead(200, { ...json, 'content-length': CLOSED.length, etag: '"v1"' }).end(CLOSED)
      case '/chunked':
        res.writeHead(200, json).write(CLOSED.slice(0, 8))
        return setTimeout(() => res.end(CLOSED.slice(8)), 20)
      case '/gzip':
        return res.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end(gzipSync(CLOSED))
      case '/events':
        res.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n')
        return setTimeout(() => res.end('data: 2\n\n'), 500)
      case '/rows':
        res.writeHead(200, json).write('{"tick":0}\n')
        return setTimeout(() => res.end('{"tick":1}\n'), 500)
      default:
        return res.writeHead(200, { ...json, 'content-length': FINE.length, etag: '"v1"' }).end(FINE)
    }
  }

  it('becomes an error where a sign says so, and flows where none does', async () => {
    const base = await upstream(PARTNER)
    const { ask, port } = await start(make, app => app.register(httpProxy, { upstream: base, prefix: '/partner' }))
    for (const path of ['sized', 'chunked', 'gzip']) {
      const reply = await ask(`/partner/${path}`)
      expect(problemIn(reply), path).toMatchObject(CHOSEN)
      expect([reply.headers.etag, reply.headers['content-encoding']]).toEqual([undefined, undefined])
    }
    const fine = await ask('/partner/fine')
    expect([fine.status, fine.text, fine.headers['content-length'], fine.headers.etag]).toEqual([
      200,
      FINE,
      `${FINE.length}`,
      '"v1"',
    ])
    for (const [path, mark] of [
      ['/partner/events', 'data: 1'],
      ['/partner/rows', '{"tick":0}'],
    ] as const) {
      const { first, end } = await timeOf(port, path, mark)
      expect(end - first, path).toBeGreaterThan(300)
    }
  })

  it('is read before compress packs it', async () => {
    const { ask } = await start(make, async app => {
      await app.register(compress, { threshold: 0 })
      sendAs(app, '/closed', 'application/json', () => Readable.from([CLOSED]))
      sendAs(app, '/fine', 'application/json', () => Readable.from([FINE]))
    })
    const headers = { 'accept-encoding': 'gzip' }
    for (const [path, status] of [
      ['/closed', 422],
      ['/fine', 200],
    ] as const) {
      const reply = await ask(path, { headers })
      expect([reply.status, reply.headers['content-encoding']], path).toEqual([status, 'gzip'])
      const plain = gunzipSync(reply.body).toString()
      if (path === '/fine') expect(plain).toBe(FINE)
      else expect(JSON.parse(plain)).toMatchObject(CHOSEN)
    }
  })
})
