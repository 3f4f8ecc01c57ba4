import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { problemIn, start } from './kit/start.ts'
import { VERSIONS } from './kit/versions.ts'
import { talk, writeRequest } from './kit/wire.ts'

const { make } = VERSIONS.at(-1) ?? { make: () => Promise.reject() as never }
const PROBLEM = { accept: 'application/problem+json' }
type App = Parameters<Parameters<typeof start>[1]>[0]

const setUp = (app: App) => {
  app.get('/text', (_, reply) => reply.code(404).send('Loan 17 not found'))
  app.get('/object', (_, reply) =>
    reply.code(409).send({ message: 'This copy is on hold', code: 'COPY_409', shelf: { row: 7 }, status: 'error' }),
  )
  app.get('/list', (_, reply) => reply.code(409).send([{ message: 'This copy is on hold' }]))
  app.get('/broken', () => {
    throw new Error('secret place')
  })
  app.get('/empty', (_, reply) => reply.code(404).send())
  app.get('/stream', (_, reply) =>
    reply
      .code(404)
      .type('text/plain')
      .send(Readable.from(['Loan 17 ', 'not found'])),
  )
  app.get('/sized', (_, reply) =>
    reply
      .code(404)
      .header('content-length', '17')
      .type('text/plain')
      .send(Readable.from(['Loan 17 not found'])),
  )
  app.get('/web', (_, reply) => reply.code(404).send(new Response('Loan 17 not found').body))
  app.get('/response', (_, reply) =>
    reply.send(
      new Response('Loan 17 not found', { status: 404, headers: { 'X-Branch': 'north', 'set-cookie': 'a=1' } }),
    ),
  )
  app.get('/buffer', (_, reply) => reply.code(404).send(Buffer.from('Loan 17 not found')))
  app.get('/204', (_, reply) => reply.code(204).send())
  app.get('/redirect', (_, reply) => reply.redirect('/ok'))
  app.get('/said', () => 'Branch closed')
  app.get('/ok', () => ({ fine: true }))
  app.post('/loans', { schema: { body: { type: 'object', required: ['copy'] } } }, () => 'fine')
}

describe('observe', () => {
  it.each(VERSIONS)('changes not one byte of whole conversations, on Fastify $name', async ({ make: version }) => {
    const bare = await start(version, setUp, { plugin: null })
    const ours = await start(version, setUp, { plugin: { mode: 'observe' } })
    const paths = [
      '/text',
      '/object',
      '/list',
      '/broken',
      '/empty',
      '/stream',
      '/sized',
      '/web',
      '/response',
      '/buffer',
      '/204',
      '/redirect',
      '/said',
      '/ok',
      '/nowhere',
    ]
    const requests = [
      ...paths.map(path => writeRequest(path)),
      ...paths.map(path => writeRequest(path, { method: 'HEAD' })),
      writeRequest('/loans', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }),
      writeRequest('/loans', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' }),
      // Several requests over one connection, as clients really speak.
      `${paths
        .slice(0, 6)
        .map(path => writeRequest(path).replace('Connection: close\r\n', ''))
        .join('')}${writeRequest('/ok')}`,
    ]
    const undated = (bytes: Buffer) => bytes.toString('latin1').replace(/date: .*\r\n/gi, '')
    for (const request of requests) {
      const [a, b] = [await talk(bare.port, request), await talk(ours.port, request)]
      expect(undated(b), request).toBe(undated(a))
    }
    const report = ours.app.problemshift.report()
    expect(report.totals).toMatchObject({ failed: 0, bypassed: 0 })
    expect(report.errors).toContainEqual(
      expect.objectContaining({
        method: 'GET',
        route: '/stream',
        status: 404,
        dialect: 'plain-text',
        code: 'loan_not_found',
      }),
    )
    expect(report.errors).toContainEqual(expect.objectContaining({ route: '/response', code: 'loan_not_found' }))
    expect(report.errors).toContainEqual(expect.objectContaining({ route: '/web', code: 'loan_not_found' }))
  })
})

describe('bridge', () => {
  it('keeps the v1 members beside the v2 ones, and v2 is never overwritten', async () => {
    const { ask } = await start(make, setUp, { plugin: { mode: 'bridge' } })
    expect(problemIn(await ask('/object'))).toMatchObject({
      code: 'copy_on_hold',
      status: 409,
      title: 'Copy on hold',
      detail: 'This copy is on hold',
      message: 'This copy is on hold',
      shelf: { row: 7 },
    })
  })

  it('leaves what is no JSON object as it is, with the reason', async () => {
    const { ask, app } = await start(make, setUp, { plugin: { mode: 'bridge' } })
    expect((await ask('/text')).text).toBe('Loan 17 not found')
    expect((await ask('/list')).text).toBe('[{"message":"This copy is on hold"}]')
    expect((await ask('/said')).text).toBe('Branch closed')
    const reasons = app.problemshift.report().kept.map(({ reason }) => reason)
    expect(reasons).toEqual(expect.arrayContaining(['bridge-needs-object', 'bridge-keeps-status']))
  })

  it('does not keep what a server error tells of the inside', async () => {
    const { ask } = await start(make, setUp, { plugin: { mode: 'bridge' } })
    const reply = await ask('/broken')
    expect(problemIn(reply)).toMatchObject({ status: 500, statusCode: 500, error: 'Internal Server Error' })
    expect(reply.text).not.toContain('secret')
  })
})

describe('negotiate', () => {
  it.each([
    ['nothing', {}, false],
    ['any type', { accept: '*/*' }, false],
    ['JSON', { accept: 'application/json' }, false],
    ['problems', PROBLEM, true],
    ['problems among others', { accept: 'text/html, application/json, application/problem+json' }, true],
    ['problems with a parameter', { accept: 'application/problem+json; charset=utf-8' }, true],
    ['problems before anything else', { accept: 'application/problem+json;q=0.9, */*;q=0.1' }, true],
    ['anything but problems', { accept: 'application/problem+json;q=0, */*' }, false],
    ['the v1 type before problems', { accept: 'text/plain;q=0.9, application/problem+json;q=0.5' }, false],
  ])('a caller that asks for %s', async (_, headers, converts) => {
    const { ask } = await start(make, setUp, { plugin: { mode: 'negotiate' } })
    const reply = await ask('/text', { headers })
    if (converts) expect(problemIn(reply)).toMatchObject({ code: 'loan_not_found' })
    else expect([reply.status, reply.text]).toEqual([404, 'Loan 17 not found'])
    expect(reply.headers.vary).toBe('Accept')
  })

  it('a header, a query parameter, a caller and a route can ask, too', async () => {
    const negotiate = {
      header: 'X-Api-Version',
      query: 'errors',
      caller: (request: { headers: Record<string, unknown> }) => request.headers['user-agent'] === 'library-app/2',
    }
    const { ask } = await start(
      make,
      app => {
        setUp(app)
        app.get('/new', { config: { problemshift: 'enforce' } }, (_, reply) =>
          reply.code(404).send('Loan 17 not found'),
        )
      },
      { plugin: { mode: 'negotiate', negotiate: negotiate as never } },
    )
    expect(problemIn(await ask('/text', { headers: { 'x-api-version': '2' } }))).toMatchObject({ status: 404 })
    expect(problemIn(await ask('/text?errors=v2'))).toMatchObject({ status: 404 })
    expect(problemIn(await ask('/text', { headers: { 'user-agent': 'library-app/2' } }))).toMatchObject({ status: 404 })
    expect(problemIn(await ask('/new'))).toMatchObject({ status: 404 })
    const plain = await ask('/text', { headers: { 'x-api-version': '1' } })
    expect([plain.text, plain.headers.vary]).toEqual(['Loan 17 not found', 'Accept, x-api-version'])
  })

  it('JSON is mirrored for those who ask for v2 and for JSON', async () => {
    const { ask } = await start(make, setUp, { plugin: { mode: 'negotiate', negotiate: { header: 'x-api-version' } } })
    const reply = await ask('/text', { headers: { 'x-api-version': '2', accept: 'application/json' } })
    expect(reply.headers['content-type']).toBe('application/json')
    expect(JSON.parse(reply.text)).toMatchObject({ code: 'loan_not_found' })
  })

  it('Vary is said once, on both variants and on streams, and never on a success', async () => {
    const { ask } = await start(
      make,
      app => {
        setUp(app)
        app.get('/varied', (_, reply) => reply.code(404).header('vary', 'Origin, accept').send('Loan 17 not found'))
      },
      { plugin: { mode: 'negotiate' } },
    )
    for (const headers of [{}, PROBLEM]) {
      expect((await ask('/varied', { headers })).headers.vary).toBe('Origin, accept')
      expect((await ask('/stream', { headers })).headers.vary).toBe('Accept')
      expect((await ask('/response', { headers })).headers.vary).toBe('Accept')
    }
    expect((await ask('/ok')).headers.vary).toBeUndefined()
  })
})

describe('deprecation', () => {
  const deprecation = {
    since: '2026-01-01T00:00:00Z',
    sunset: '2027-01-01T00:00:00Z',
    link: 'https://docs.library.example/v2',
  }
  const announced = {
    deprecation: '@1767225600',
    sunset: 'Fri, 01 Jan 2027 00:00:00 GMT',
    link: '<https://docs.library.example/v2>; rel="deprecation"; type="text/html"',
  }

  it('is said on replies that carry a v1 error body, and on no other', async () => {
    const { ask } = await start(make, setUp, { plugin: { mode: 'negotiate', deprecation } })
    for (const path of ['/text', '/stream', '/response']) expect((await ask(path)).headers).toMatchObject(announced)
    expect((await ask('/text', { headers: PROBLEM })).headers.deprecation).toBeUndefined()
    expect((await ask('/ok')).headers.deprecation).toBeUndefined()
    const bridge = await start(make, setUp, { plugin: { mode: 'bridge', deprecation } })
    expect((await bridge.ask('/object')).headers).toMatchObject(announced)
    expect((await bridge.ask('/text')).headers).toMatchObject(announced)
    const enforce = await start(make, setUp, { plugin: { mode: 'enforce', deprecation } })
    expect((await enforce.ask('/text')).headers.deprecation).toBeUndefined()
    const observe = await start(make, setUp, { plugin: { mode: 'observe', deprecation } })
    expect((await observe.ask('/text')).headers.deprecation).toBeUndefined()
  })
})

describe('the way up', () => {
  it('what is said closer to a reply decides: route, status, prefix, all', async () => {
    const { ask } = await start(
      make,
      app => {
        setUp(app)
        app.get('/v1/loan', (_, reply) => reply.code(404).send('Loan 17 not found'))
        app.get('/v1/off', { config: { problemshift: false } }, (_, reply) => reply.code(404).send('Loan 17 not found'))
        app.get(
          '/v1/on',
          { config: { problemshift: { mode: 'enforce', statuses: { '409': false } } } },
          (request, reply) =>
            reply.code((request.query as { hold?: string }).hold === undefined ? 404 : 409).send('Loan 17 not found'),
        )
        app.get('/v10/loan', (_, reply) => reply.code(404).send('Loan 17 not found'))
      },
      {
        plugin: {
          mode: 'enforce',
          prefixes: { '/v1': 'observe' },
          statuses: { '5xx': 'observe', '500-501': 'enforce', 503: false },
        },
      },
    )
    expect((await ask('/v1/loan')).text).toBe('Loan 17 not found')
    expect((await ask('/v1/nowhere')).headers['content-type']).toContain('application/json')
    expect((await ask('/v1/off')).text).toBe('Loan 17 not found')
    expect(problemIn(await ask('/v1/on'))).toMatchObject({ status: 404 })
    expect((await ask('/v1/on?hold=1')).text).toBe('Loan 17 not found')
    expect(problemIn(await ask('/v10/loan'))).toMatchObject({ status: 404 })
    expect(problemIn(await ask('/broken'))).toMatchObject({ status: 500 })
  })

  it('a share of the callers is the same share each time, and grows', async () => {
    const chosen = async (percent: number) => {
      const { ask, app } = await start(make, setUp, { plugin: { rollout: { percent } } })
      const inside = new Set<number>()
      for (let caller = 0; caller < 200; caller += 1) {
        const reply = await app.inject({ url: '/text', headers: { authorization: `Bearer ${caller}` } })
        if (reply.headers['content-type'] === 'application/problem+json') inside.add(caller)
      }
      expect(ask).toBeDefined()
      return inside
    }
    const [none, some, again, more, all] = [
      await chosen(0),
      await chosen(30),
      await chosen(30),
      await chosen(60),
      await chosen(100),
    ]
    expect([none.size, all.size]).toEqual([0, 200])
    expect([...again]).toEqual([...some])
    expect(some.size).toBeGreaterThan(30)
    expect(some.size).toBeLessThan(95)
    for (const caller of some) expect(more.has(caller)).toBe(true)
  })

  it('modes change while the server runs, and the kill switch leaves v1 alone', async () => {
    const { ask, app } = await start(make, setUp)
    expect(problemIn(await ask('/text')).status).toBe(404)
    app.problemshift.setMode('observe')
    expect((await ask('/text')).text).toBe('Loan 17 not found')
    app.problemshift.setMode('enforce')
    app.problemshift.off()
    for (const path of ['/text', '/stream', '/response', '/nowhere']) {
      expect((await ask(path)).headers['content-type']).not.toBe('application/problem+json')
    }
    app.problemshift.on()
    expect(problemIn(await ask('/stream')).status).toBe(404)
    expect(() => app.problemshift.setMode('loud' as never)).toThrow(
      expect.objectContaining({ code: 'PROBLEMSHIFT_OPTIONS' }),
    )
  })

  it('languages are chosen by the header of the API, then by Accept-Language', async () => {
    const { ask } = await start(
      make,
      app => {
        app.get('/card', (_, reply) => reply.code(403).send('Your card is suspended'))
      },
      { plugin: { languageHeader: 'x-locale' } },
    )
    const english = await ask('/card')
    expect(problemIn(english)).toMatchObject({ title: 'Member suspended' })
    const portuguese = await ask('/card', { headers: { 'accept-language': 'pt-BR, en;q=0.5' } })
    expect(problemIn(portuguese)).toMatchObject({ title: 'Leitor suspenso', detail: 'Seu cartão está suspenso' })
    expect(portuguese.headers.vary).toBe('Accept-Language, x-locale')
    const own = await ask('/card', { headers: { 'x-locale': 'en', 'accept-language': 'pt-BR' } })
    expect(problemIn(own)).toMatchObject({ title: 'Member suspended' })
  })
})
