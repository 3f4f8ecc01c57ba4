import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { problemIn, start } from './kit/start.ts'
import { VERSIONS } from './kit/versions.ts'

describe.each(VERSIONS)('what onSend receives, on Fastify $name', ({ make }) => {
  it('an empty reply becomes a problem of its status', async () => {
    const { ask } = await start(make, app => {
      app.get('/undefined', (_, reply) => reply.code(404).send())
      app.get('/null', (_, reply) => reply.code(404).send(null))
      app.get('/blank', (_, reply) => reply.code(404).send(''))
    })
    for (const path of ['/undefined', '/null', '/blank']) {
      expect(problemIn(await ask(path))).toMatchObject({ code: 'not_found', status: 404 })
    }
  })

  it('a scalar is no sentence, and its status still becomes a problem', async () => {
    const { ask } = await start(make, app => {
      app.get('/number', (_, reply) => reply.code(400).type('application/json').send(42))
      app.get('/false', (_, reply) => reply.code(400).type('application/json').send(false))
    })
    expect(problemIn(await ask('/number'))).toMatchObject({ status: 400 })
    expect(problemIn(await ask('/false'))).toMatchObject({ status: 400 })
  })

  it('text, HTML, objects and ready-made JSON are read', async () => {
    const { ask } = await start(make, app => {
      app.get('/text', (_, reply) => reply.code(404).send('Loan 17 not found'))
      app.get('/html', (_, reply) => reply.code(404).type('text/html').send('<h1>Loan 17 not found</h1>'))
      app.get('/object', (_, reply) => reply.code(404).send({ message: 'Loan 17 not found' }))
      app.get('/json', (_, reply) => reply.code(404).type('application/json').send('{"message":"Loan 17 not found"}'))
    })
    for (const path of ['/text', '/html', '/object', '/json']) {
      expect(problemIn(await ask(path)), path).toMatchObject({
        code: 'loan_not_found',
        detail: 'No loan has the number 17.',
        id: 17,
      })
    }
  })

  it('Buffers, typed arrays, streams, web streams and Responses are read', async () => {
    const bytes = Buffer.from('Loan 17 not found')
    const { ask } = await start(make, app => {
      app.get('/buffer', (_, reply) => reply.code(404).type('text/plain').send(bytes))
      app.get('/array', (_, reply) => reply.code(404).type('text/plain').send(new Uint8Array(bytes)))
      app.get('/stream', (_, reply) =>
        reply
          .code(404)
          .type('text/plain')
          .send(Readable.from([bytes])),
      )
      app.get('/web', (_, reply) => reply.code(404).type('text/plain').send(new Response(bytes).body))
      app.get('/response', (_, reply) => reply.send(new Response(bytes, { status: 404 })))
      app.get('/return', async () => new Response(bytes, { status: 404 }))
    })
    for (const path of ['/buffer', '/array', '/stream', '/web', '/response', '/return']) {
      expect(problemIn(await ask(path)), path).toMatchObject({ code: 'loan_not_found', id: 17 })
    }
  })

  it('a Response takes its status and every cookie along', async () => {
    const { ask } = await start(make, app => {
      app.get('/loan', (_, reply) =>
        reply.send(
          new Response('Loan 17 not found', {
            status: 404,
            headers: [
              ['set-cookie', 'a=1'],
              ['set-cookie', 'b=2'],
              ['x-branch', 'north'],
              ['content-length', '17'],
            ],
          }),
        ),
      )
      app.get('/empty', (_, reply) => reply.send(new Response(null, { status: 404 })))
    })
    const reply = await ask('/loan')
    expect(problemIn(reply)).toMatchObject({ code: 'loan_not_found' })
    expect(reply.headers['set-cookie']).toEqual(['a=1', 'b=2'])
    expect(reply.headers['x-branch']).toBe('north')
    expect(problemIn(await ask('/empty'))).toMatchObject({ code: 'not_found' })
  })

  it('a Response that is no error stays what it was', async () => {
    const { ask } = await start(make, app => {
      app.get('/ok', (_, reply) => reply.send(new Response('fine', { headers: { etag: '"1"' } })))
    })
    const reply = await ask('/ok')
    expect([reply.status, reply.text, reply.headers.etag]).toEqual([200, 'fine', '"1"'])
  })

  it('thrown errors, texts and objects are read', async () => {
    const { ask } = await start(make, app => {
      app.get('/error', () => {
        throw Object.assign(new Error('Loan 17 not found'), { statusCode: 404 })
      })
      app.get('/text', () => {
        throw 'out of shelves'
      })
      app.get('/null', () => {
        throw null
      })
      app.get('/object', () => {
        throw { statusCode: 409, message: 'This copy is on hold' }
      })
      app.get('/late', (_, reply) => {
        reply.code(201)
        throw new Error('secret place')
      })
      app.get('/lie', () => {
        throw Object.assign(new Error('secret place'), { statusCode: 200 })
      })
    })
    expect(problemIn(await ask('/error'))).toMatchObject({ code: 'loan_not_found' })
    expect(problemIn(await ask('/object'))).toMatchObject({ code: 'copy_on_hold', status: 409 })
    for (const path of ['/text', '/null', '/late', '/lie']) {
      const reply = await ask(path)
      expect(problemIn(reply)).toMatchObject({ status: 500, code: 'internal_server_error' })
      expect(reply.text).not.toMatch(/shelves|secret|properties/)
    }
  })

  it('redirects, 204 and 304 are left alone', async () => {
    const setUp = (app: Parameters<Parameters<typeof start>[1]>[0]) => {
      app.get('/redirect', (_, reply) => reply.redirect('/login'))
      app.get('/204', (_, reply) => reply.code(204).send('x'))
      app.get('/304', (_, reply) => reply.code(304).send('x'))
    }
    const bare = await start(make, setUp, { plugin: null })
    const ours = await start(make, setUp)
    for (const path of ['/redirect', '/204', '/304']) {
      const [a, b] = [await bare.ask(path), await ours.ask(path)]
      expect([b.status, b.text, { ...b.headers, date: '' }]).toEqual([a.status, a.text, { ...a.headers, date: '' }])
    }
  })

  it('a success is not read, unless a sign says its status', async () => {
    const { ask } = await start(make, app => {
      app.get('/said', () => 'Branch closed')
      app.get('/unsaid', () => 'Loan 17 not found')
      app.get('/error-like', () => ({ success: false, error: 'nope' }))
    })
    expect(problemIn(await ask('/said'))).toMatchObject({ code: 'branch_closed', status: 422 })
    expect((await ask('/unsaid')).text).toBe('Loan 17 not found')
    expect((await ask('/error-like')).text).toBe('{"success":false,"error":"nope"}')
  })

  it('a file stream that is missing becomes a problem', async () => {
    const { ask } = await start(make, app => {
      app.get('/file', (_, reply) => reply.code(404).send(createReadStream('/no/such/file')))
    })
    const reply = await ask('/file')
    expect(problemIn(reply).status).toBeGreaterThanOrEqual(404)
    expect(reply.text).not.toContain('/no/such')
  })
})
