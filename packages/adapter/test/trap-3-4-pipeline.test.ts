import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { problemIn, start } from './kit/start.ts'
import { VERSIONS } from './kit/versions.ts'

describe.each(VERSIONS)('errors inside the pipeline, on Fastify $name', ({ make }) => {
  it('an error of a later hook becomes a problem of its own', async () => {
    const { ask, app } = await start(make, app => {
      app.addHook('onRoute', route => {
        if (route.url !== '/ok') return
        route.onSend = [route.onSend ?? []].flat().concat((_request, reply, payload, done) => {
          if (reply.statusCode < 400) done(Object.assign(new Error('This copy is on hold'), { statusCode: 409 }))
          else done(null, payload)
        })
      })
      app.get('/ok', () => 'fine')
    })
    expect(problemIn(await ask('/ok'))).toMatchObject({ code: 'copy_on_hold', status: 409 })
    expect(app.problemshift.report().totals).toMatchObject({ converted: 1, failed: 0 })
  })

  it('a later hook that fails on our problem ends in a problem all the same', async () => {
    const { ask } = await start(make, app => {
      app.addHook('onRoute', route => {
        let failed = false
        route.onSend = [route.onSend ?? []].flat().concat((_request, _reply, payload, done) => {
          if (failed) return done(null, payload)
          failed = true
          done(new Error('secret place /srv/db'))
        })
      })
      app.get('/loan', (_, reply) => reply.code(404).send('Loan 17 not found'))
    })
    const reply = await ask('/loan')
    expect(problemIn(reply).status).toBeGreaterThanOrEqual(404)
    expect(reply.text).not.toContain('/srv')
  })

  it('payloads that cannot be serialised become problems without their inside', async () => {
    const { ask } = await start(make, app => {
      app.get('/loop', (_, reply) => {
        const loop: Record<string, unknown> = { secret: 'hunter2' }
        loop.self = loop
        reply.send(loop)
      })
      app.get('/large', (_, reply) => reply.send({ n: 1n }))
      app.get('/kept', (_, reply) => reply.code(404).send({ n: 1n }))
      app.get(
        '/schema',
        { schema: { response: { 200: { type: 'object', required: ['x'], properties: { x: { type: 'string' } } } } } },
        () => ({ y: 1 }),
      )
      app.get(
        '/hook',
        { preSerialization: (_request, _reply, _payload, done) => done(new Error('secret hook')) },
        () => ({
          fine: true,
        }),
      )
      app.get(
        '/wrong',
        { onSend: (_request, _reply, _payload, done) => done(null, { an: 'object' } as never) },
        () => 'x',
      )
    })
    for (const path of ['/loop', '/large', '/schema', '/hook', '/wrong']) {
      const reply = await ask(path)
      expect(problemIn(reply), path).toMatchObject({ status: 500 })
      expect(reply.text, path).not.toMatch(/circular|BigInt|is required|secret|hunter2/i)
    }
    expect(problemIn(await ask('/kept'))).toMatchObject({ status: 404 })
  })

  it('our own fault lets the v1 reply out untouched, and is counted', async () => {
    const faulty = {
      get percent() {
        return 50
      },
    }
    const { ask, app } = await start(
      make,
      app => {
        app.get('/loan', (_, reply) => reply.code(404).header('etag', '"v1"').send('Loan 17 not found'))
        app.get('/stream', (_, reply) => reply.code(404).send(Readable.from(['Loan 17 not found'])))
      },
      {
        plugin: {
          rollout: {
            percent: faulty.percent,
            caller: () => {
              throw new Error('our fault')
            },
          },
        },
      },
    )
    for (const path of ['/loan', '/stream']) {
      const reply = await ask(path)
      expect([reply.status, reply.text]).toEqual([404, 'Loan 17 not found'])
    }
    expect((await ask('/loan')).headers.etag).toBe('"v1"')
    expect(app.problemshift.report()).toMatchObject({
      totals: { failed: 3 },
      failures: [{ message: 'Error: our fault' }, {}],
    })
  })

  it('a second send is the warning that it always was', async () => {
    const { ask } = await start(make, app => {
      app.get('/twice', (_, reply) => {
        reply.code(404).send('Loan 17 not found')
        reply.send('Loan 18 not found')
      })
    })
    expect(problemIn(await ask('/twice'))).toMatchObject({ id: 17 })
  })

  it('text that no header may hold stays out of the headers', async () => {
    const { ask } = await start(make, app => {
      app.get('/id', (_, reply) =>
        reply.code(409).send({ error: { message: 'This copy is on hold', trace_id: 'evilé\r\nset-cookie: a=1' } }),
      )
    })
    const reply = await ask('/id')
    expect(problemIn(reply)).toMatchObject({ code: 'copy_on_hold' })
    expect(reply.headers['set-cookie']).toBeUndefined()
  })

  it('a stream that breaks in its middle still cuts the connection', async () => {
    const { ask } = await start(
      make,
      app => {
        app.get('/cut', (_, reply) => {
          async function* broken() {
            yield 'x'.repeat(50)
            await new Promise(resolve => setTimeout(resolve, 20))
            throw new Error('secret cut')
          }
          reply.code(404).send(Readable.from(broken()))
        })
      },
      { plugin: { limits: { streamBytes: 10 } } },
    )
    expect((await ask('/cut')).text).not.toContain('secret')
  })
})
