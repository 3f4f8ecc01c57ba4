import { connect } from 'node:net'
import { Readable } from 'node:stream'
import express from '@fastify/express'
import middie from '@fastify/middie'
import { describe, expect, it } from 'vitest'
import { frameworkErrors } from '../src/framework-errors-handler.ts'
import { problemIn, type Started, start } from './kit/start.ts'
import { VERSIONS } from './kit/versions.ts'
import { parseReply, talk, type WireReply } from './kit/wire.ts'

async function say({ port }: Started, bytes: string): Promise<WireReply> {
  return parseReply(await talk(port, bytes))
}

describe.each(VERSIONS)('replies that pass every hook by, on Fastify $name', ({ make }) => {
  it('a URL that cannot be decoded is a problem', async () => {
    const { ask } = await start(make, app => {
      app.get('/loans/:id', () => 'fine')
    })
    const reply = await ask('/loans/%zz?token=secret')
    expect(problemIn(reply)).toMatchObject({ status: 400, code: 'FST_ERR_BAD_URL', instance: '/loans/%zz' })
    expect(reply.headers['x-request-id']).toBeDefined()
    expect((await ask('/loans/%20')).text).toBe('fine')
  })

  it('a bad URL is a problem under inject, with our frameworkErrors', async () => {
    const { app } = await start(make, app => app.get('/loans/:id', () => 'fine'), { server: { frameworkErrors } })
    const reply = await app.inject('/loans/%zz')
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([400, 'application/problem+json'])
    expect(reply.json()).toMatchObject({ code: 'FST_ERR_BAD_URL', status: 400 })
  })

  it('a parameter that is too long is a problem', async () => {
    const { ask } = await start(make, app => {
      app.get('/loans/:id', () => 'fine')
    })
    const reply = await ask(`/loans/${'9'.repeat(150)}`)
    expect(problemIn(reply).status).toBe(reply.status)
    expect([404, 414]).toContain(reply.status)
  })

  it('a request while the server closes is a problem', async () => {
    const started = await start(make, app => {
      app.get('/slow', async () => {
        await new Promise(resolve => setTimeout(resolve, 300))
        return 'fine'
      })
    })
    const one = 'GET /slow HTTP/1.1\r\nHost: a\r\n\r\n'
    const reply = await new Promise<string>(resolve => {
      let text = ''
      const socket = connect(started.port, '127.0.0.1', () => {
        socket.write(one)
        setTimeout(() => {
          void started.app.close()
          setTimeout(() => socket.write('GET /slow HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'), 50)
        }, 50)
      })
      socket.on('data', chunk => {
        text += chunk
      })
      socket.on('close', () => resolve(text))
      socket.on('error', () => resolve(text))
    })
    const second = reply.slice(reply.indexOf('HTTP/1.1', 10))
    if (second.startsWith('HTTP/1.1 503')) expect(second).toContain('application/problem+json')
    else expect(second).toContain('HTTP/1.1 200')
  })

  it('what is no HTTP is a problem', async () => {
    const started = await start(make, app => app.get('/', () => 'fine'))
    const reply = await say(started, 'THIS IS NO HTTP\r\n\r\n')
    expect(problemIn(reply)).toMatchObject({ status: 400, code: 'bad_request' })
    expect(reply.headers['x-request-id']).toBeDefined()
  })

  it('headers that are too large are a problem', async () => {
    const started = await start(make, app => app.get('/', () => 'fine'))
    const reply = await say(started, `GET / HTTP/1.1\r\nHost: a\r\nx-big: ${'x'.repeat(20_000)}\r\n\r\n`)
    expect(problemIn(reply)).toMatchObject({ status: 431 })
  })

  it('a request that comes too slowly is a problem', async () => {
    const started = await start(make, app => app.get('/', () => 'fine'), {
      server: { requestTimeout: 200, http: { connectionsCheckingInterval: 50 } } as never,
    })
    const reply = await say(started, 'GET / HTTP/1.1\r\nHost: a\r\n')
    expect(problemIn(reply)).toMatchObject({ status: 408 })
  })

  it('an expectation that nobody meets is a problem', async () => {
    const { ask } = await start(make, app => app.get('/', () => 'fine'))
    expect(problemIn(await ask('/', { headers: { expect: 'miracles' } }))).toMatchObject({ status: 417 })
  })

  it('garbage behind a request does not get into its reply', async () => {
    const started = await start(make, app => {
      app.get('/slow', async () => {
        await new Promise(resolve => setTimeout(resolve, 100))
        return 'fine'
      })
    })
    const bytes = (await talk(started.port, 'GET /slow HTTP/1.1\r\nHost: a\r\n\r\nGARBAGE\r\n\r\n')).toString()
    expect(bytes).not.toContain('problem+json')
  })

  it('all of this stays as it was where the adapter only observes, or is off', async () => {
    const requests = [
      'GET /loans/%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
      'NO HTTP\r\n\r\n',
      `GET / HTTP/1.1\r\nHost: a\r\nExpect: miracles\r\nConnection: close\r\n\r\n`,
    ]
    const strip = (bytes: Buffer) => bytes.toString().replace(/Date: .*\r\n/, '')
    const bare = await start(make, app => app.get('/loans/:id', () => 'fine'), { plugin: null })
    for (const mode of ['observe', false] as const) {
      const ours = await start(make, app => app.get('/loans/:id', () => 'fine'), { plugin: { mode } })
      for (const bytes of requests) {
        expect(strip(await talk(ours.port, bytes)), `${mode} ${bytes}`).toBe(strip(await talk(bare.port, bytes)))
      }
    }
  })

  it('raw and hijacked replies are captured where asked for', async () => {
    const { ask } = await start(
      make,
      app => {
        app.get('/end', (_, reply) => {
          reply.raw.statusCode = 404
          reply.raw.end('Loan 17 not found')
        })
        app.get('/hijack', (_, reply) => {
          reply.hijack()
          reply.raw.writeHead(404, 'Lost', { 'Content-Type': 'text/plain', 'X-Branch': 'north', ETag: '"v1"' })
          reply.raw.write('Loan 17 ')
          setTimeout(() => reply.raw.end('not found'), 20)
        })
        app.get('/pipe', (_, reply) => {
          reply.hijack()
          reply.raw.statusCode = 404
          Readable.from(['Loan 17 ', 'not found']).pipe(reply.raw)
        })
        app.get('/events', (_, reply) => {
          reply.hijack()
          reply.raw.writeHead(200, { 'Content-Type': 'text/event-stream' })
          reply.raw.write('data: 1\n\n')
          reply.raw.end()
        })
        app.get('/big', (_, reply) => {
          reply.hijack()
          reply.raw.writeHead(500, { 'Content-Type': 'text/plain' })
          reply.raw.write('x'.repeat(100_000))
          reply.raw.end('y')
        })
        app.get('/normal', (_, reply) => reply.code(404).send('Loan 17 not found'))
        app.get('/stream', (_, reply) => reply.code(404).send(Readable.from(['Loan 17 not found'])))
        app.get('/ok', () => 'fine')
        app.get('/okstream', (_, reply) => reply.send(Readable.from(['fi', 'ne'])))
      },
      { plugin: { capture: true } },
    )
    for (const path of ['/end', '/hijack', '/pipe', '/normal', '/stream']) {
      const reply = await ask(path)
      expect(problemIn(reply), path).toMatchObject({ code: 'loan_not_found', id: 17 })
      if (path !== '/hijack') continue
      expect(reply.headers['x-branch']).toBe('north')
      expect(reply.headers.etag).toBeUndefined()
      expect(reply.reason).toBe('Not Found')
    }
    expect((await ask('/events')).text).toBe('data: 1\n\n')
    expect((await ask('/big')).text).toBe(`${'x'.repeat(100_000)}y`)
    expect((await ask('/ok')).text).toBe('fine')
    expect((await ask('/okstream')).text).toBe('fine')
    const head = await ask('/end', { method: 'HEAD' })
    expect([head.status, head.headers['content-type'], head.body.length]).toEqual([404, 'application/problem+json', 0])
  })

  it("a captured reply of another server's tells neither its 401 nor its challenge", async () => {
    const { ask } = await start(
      make,
      app => {
        app.get('/partners/x', (_, reply) => {
          reply.hijack()
          reply.raw.writeHead(401, { 'Content-Type': 'text/plain', 'WWW-Authenticate': 'Basic realm="inner"' })
          reply.raw.end('No such client in the inner realm')
        })
        app.get('/own', (_, reply) => {
          reply.hijack()
          reply.raw.writeHead(401, { 'Content-Type': 'text/plain', 'WWW-Authenticate': 'Basic' })
          reply.raw.end('Who are you?')
        })
      },
      { plugin: { capture: true, upstream: ['/partners'] } },
    )
    const hidden = await ask('/partners/x')
    expect(problemIn(hidden)).toMatchObject({ status: 502 })
    expect([hidden.headers['www-authenticate'], hidden.text.includes('inner')]).toEqual([undefined, false])
    const own = await ask('/own')
    expect(problemIn(own)).toMatchObject({ status: 401, detail: 'Who are you?' })
    expect(own.headers['www-authenticate']).toBe('Basic')
  })

  it('captured raw replies are seen under inject, too', async () => {
    const { app } = await start(
      make,
      app => {
        app.get('/hijack', (_, reply) => {
          reply.hijack()
          reply.raw.writeHead(404, { 'Content-Type': 'text/plain' })
          reply.raw.end('Loan 17 not found')
        })
      },
      { plugin: { capture: true } },
    )
    const reply = await app.inject('/hijack')
    expect(reply.json()).toMatchObject({ code: 'loan_not_found' })
  })

  it('what passes by without capture is counted by route', async () => {
    const { ask, app } = await start(
      make,
      app => {
        app.get('/raw', (_, reply) => {
          reply.raw.statusCode = 404
          reply.raw.end('Loan 17 not found')
        })
        app.get('/normal', (_, reply) => reply.code(404).send('Loan 17 not found'))
      },
      { plugin: { mode: 'observe' } },
    )
    expect((await ask('/raw')).text).toBe('Loan 17 not found')
    await ask('/normal')
    await new Promise(resolve => setTimeout(resolve, 20))
    expect(app.problemshift.report().bypassed).toEqual([{ method: 'GET', route: '/raw', status: 404, count: 1 }])
  })

  it('a caller that has gone is counted as 499', async () => {
    const started = await start(make, app => {
      app.get('/slow', async (_, reply) => {
        await new Promise(resolve => setTimeout(resolve, 100))
        return reply.code(404).send('Loan 17 not found')
      })
    })
    const socket = connect(started.port, '127.0.0.1', () => {
      socket.write('GET /slow HTTP/1.1\r\nHost: a\r\n\r\n')
      setTimeout(() => socket.destroy(), 20)
    })
    await expect
      .poll(() => started.app.problemshift.report().kept, { timeout: 5_000 })
      .toMatchObject([{ status: 499, reason: 'aborted', route: '/slow' }])
  })

  // The plugin does not run on 5.0.0.
  it('replies of Express middleware are captured where asked for', async () => {
    for (const [plugin, label] of [
      [express, 'express'],
      [middie, 'middie'],
    ] as const) {
      const { ask } = await start(
        make,
        async app => {
          await app.register(plugin as never)
          const use = Reflect.get(app, 'use').bind(app)
          use('/middleware', (_req: unknown, res: { statusCode: number; end(text: string): void }) => {
            res.statusCode = 404
            res.end('Loan 17 not found')
          })
          app.get('/ok', () => 'fine')
          app.get('/loan', (_, reply) => reply.code(404).send('Loan 17 not found'))
        },
        { plugin: { capture: true } },
      )
      expect(problemIn(await ask('/middleware')), label).toMatchObject({ code: 'loan_not_found' })
      expect(problemIn(await ask('/loan')), label).toMatchObject({ code: 'loan_not_found' })
      expect((await ask('/ok')).text).toBe('fine')
    }
  })
})
