import { describe, expect, it } from 'vitest'
import { problemshift } from '../src/plugin.ts'
import { LIBRARY } from './kit/library.ts'
import { problemIn, start } from './kit/start.ts'
import { VERSIONS } from './kit/versions.ts'

const TEXT = 'Loan 17 not found'

describe.each(VERSIONS)('order and encapsulation, on Fastify $name', ({ make }) => {
  it('the final v1 body is read, after the hooks of children and routes', async () => {
    const { ask } = await start(make, app => {
      app.register(async child => {
        child.addHook('onSend', async (_request, _reply, payload) => String(payload).replace('Book', 'Loan'))
        child.get('/child', (_, reply) => reply.code(404).send('Book 17 not found'))
        child.get(
          '/route',
          { onSend: (_request, _reply, payload, done) => done(null, String(payload).replace('lost', 'found')) },
          (_, reply) => reply.code(404).send('Book 17 not lost'),
        )
      })
    })
    expect(problemIn(await ask('/child'))).toMatchObject({ code: 'loan_not_found' })
    expect(problemIn(await ask('/route'))).toMatchObject({ code: 'loan_not_found' })
  })

  it('routes that were declared before the registration are served too', async () => {
    const { ask } = await start(
      make,
      app => {
        app.get('/early', (_, reply) => reply.code(404).send(TEXT))
        app.get('/off', { config: { problemshift: false } }, (_, reply) => reply.code(404).send(TEXT))
        app.register(async child => {
          child.get('/child', (_, reply) => reply.code(404).send(TEXT))
        })
      },
      { last: true },
    )
    expect(problemIn(await ask('/early'))).toMatchObject({ code: 'loan_not_found' })
    expect(problemIn(await ask('/child'))).toMatchObject({ code: 'loan_not_found' })
    expect((await ask('/off')).text).toBe(TEXT)
  })

  it('error handlers of the root, a child and a route keep their say', async () => {
    const { ask } = await start(make, app => {
      app.setErrorHandler((_error, _request, reply) => reply.code(409).send({ message: 'This copy is on hold' }))
      app.get('/root', () => {
        throw new Error('x')
      })
      app.register(async child => {
        child.setErrorHandler((_error, _request, reply) => reply.code(404).send(TEXT))
        child.get('/child', () => {
          throw new Error('x')
        })
        child.get(
          '/route',
          { errorHandler: (_error, _request, reply) => reply.code(404).send('Loan 18 not found') },
          () => {
            throw new Error('x')
          },
        )
      })
    })
    expect(problemIn(await ask('/root'))).toMatchObject({ code: 'copy_on_hold' })
    expect(problemIn(await ask('/child'))).toMatchObject({ code: 'loan_not_found', id: 17 })
    expect(problemIn(await ask('/route'))).toMatchObject({ code: 'loan_not_found', id: 18 })
  })

  it('not-found handlers keep their say, and the default 404 becomes a problem', async () => {
    const { ask } = await start(make, app => {
      app.register(
        async child => {
          child.setNotFoundHandler((_request, reply) => reply.code(404).send(TEXT))
          child.get('/call', (_, reply) => reply.callNotFound())
        },
        { prefix: '/v1' },
      )
    })
    expect(problemIn(await ask('/v1/nowhere'))).toMatchObject({ code: 'loan_not_found' })
    expect(problemIn(await ask('/v1/call'))).toMatchObject({ code: 'loan_not_found' })
    const reply = await ask('/nowhere?token=secret')
    expect(problemIn(reply)).toMatchObject({ code: 'not_found', instance: '/nowhere' })
  })

  it('a root not-found handler that was there first stays', async () => {
    const { ask } = await start(
      make,
      app => {
        app.setNotFoundHandler((_request, reply) => reply.code(404).send(TEXT))
      },
      { last: true },
    )
    expect(problemIn(await ask('/nowhere'))).toMatchObject({ code: 'loan_not_found' })
  })

  it('registered twice it converts and counts once', async () => {
    const { ask, app } = await start(make, async app => {
      await app.register(problemshift, { catalogue: LIBRARY, mode: 'enforce' })
      app.get('/loan', (_, reply) => reply.code(404).send(TEXT))
    })
    expect(problemIn(await ask('/loan'))).toMatchObject({ code: 'loan_not_found' })
    expect(app.problemshift.report().totals.converted).toBe(1)
  })

  it('registered in a prefix it leaves the rest alone', async () => {
    const { ask } = await start(
      make,
      app => {
        app.get('/loan', (_, reply) => reply.code(404).send(TEXT))
        app.register(
          async child => {
            await child.register(problemshift, { catalogue: LIBRARY, mode: 'enforce' })
            child.get('/loan', (_, reply) => reply.code(404).send(TEXT))
          },
          { prefix: '/v1' },
        )
      },
      { plugin: null },
    )
    expect((await ask('/loan')).text).toBe(TEXT)
    expect((await ask('/nowhere')).headers['content-type']).toContain('application/json')
    expect(problemIn(await ask('/v1/loan'))).toMatchObject({ code: 'loan_not_found' })
  })

  it('a registration in a prefix speaks for its routes, whichever comes first', async () => {
    for (const last of [false, true]) {
      const { ask, app } = await start(
        make,
        app => {
          app.get('/loan', (_, reply) => reply.code(404).send(TEXT))
          app.register(
            async child => {
              await child.register(problemshift, { catalogue: LIBRARY, mode: 'observe' })
              child.get('/loan', (_, reply) => reply.code(404).send(TEXT))
              child.get('/report', () => child.problemshift.report().totals)
            },
            { prefix: '/v1' },
          )
        },
        { last },
      )
      expect(problemIn(await ask('/loan')), String(last)).toMatchObject({ code: 'loan_not_found' })
      expect((await ask('/v1/loan')).text).toBe(TEXT)
      expect(JSON.parse((await ask('/v1/report')).text)).toMatchObject({ converted: 1 })
      expect(app.problemshift.report().totals.converted).toBe(1)
    }
  })

  it('unknown methods and versions are the 404 that Fastify makes of them', async () => {
    const { ask } = await start(make, app => {
      app.get('/loans', () => [])
      app.get('/versioned', { constraints: { version: '1.0.0' } }, () => [])
    })
    for (const [path, method] of [
      ['/loans', 'POST'],
      ['/loans', 'PROPFIND'],
      ['/versioned', 'GET'],
    ] as const) {
      expect(problemIn(await ask(path, { method })), method).toMatchObject({ status: 404, code: 'not_found' })
    }
  })

  it('a known path with an unknown method is a 405 with Allow, where asked for', async () => {
    const { ask } = await start(
      make,
      app => {
        app.get('/loans/:id', () => [])
        app.post('/loans/:id', () => [])
        app.options('/*', () => '')
      },
      { plugin: { methodNotAllowed: true } },
    )
    const reply = await ask('/loans/17', { method: 'DELETE' })
    expect(problemIn(reply)).toMatchObject({ status: 405, code: 'method_not_allowed' })
    expect(String(reply.headers.allow).split(', ').sort()).toEqual(['GET', 'HEAD', 'OPTIONS', 'POST'])
    expect(problemIn(await ask('/nowhere', { method: 'DELETE' }))).toMatchObject({ status: 404 })
  })
})
