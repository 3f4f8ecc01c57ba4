import type { ProblemshiftOptions } from '../src/options.ts'
import { describe, expect, it } from 'vitest'
import { problemIn, start } from './kit/start.ts'
import { VERSIONS } from './kit/versions.ts'

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736'

describe.each(VERSIONS)('identity and privacy, on Fastify $name', ({ make }) => {
  const setUp = (app: Parameters<Parameters<typeof start>[1]>[0]) => {
    app.get('/loan', (_, reply) => reply.code(404).send('Loan 17 not found'))
    app.get('/traced', (_, reply) =>
      reply.code(404).send({ error: { message: 'Loan 17 not found', trace_id: 'iss-17' } }),
    )
    app.get('/header', (_, reply) => reply.code(404).header('x-request-id', 'edge-17').send('Loan 17 not found'))
    app.get('/broken', () => {
      throw new Error('connect ECONNREFUSED 10.0.0.7:5432 password=hunter2')
    })
    app.get('/stack', (_, reply) => {
      reply.code(400).send({ message: 'Bad copy', stack: 'Error: Bad copy\n    at lend (/srv/app/lend.js:7:1)' })
    })
  }

  it('every problem has an id, new each time, in the body and in the header', async () => {
    const { ask } = await start(make, setUp)
    const [a, b] = [await ask('/loan'), await ask('/loan')]
    expect(problemIn(a).traceId).toBe(a.headers['x-request-id'])
    expect(problemIn(a).traceId).not.toBe(problemIn(b).traceId)
    expect(String(problemIn(a).traceId)).not.toMatch(/^req-/)
  })

  it('an id that v1 gave is kept, and mirrored', async () => {
    const { ask } = await start(make, setUp)
    const traced = await ask('/traced')
    expect([problemIn(traced).traceId, traced.headers['x-request-id']]).toEqual(['iss-17', 'iss-17'])
    const header = await ask('/header')
    expect([problemIn(header).traceId, header.headers['x-request-id']]).toEqual(['edge-17', 'edge-17'])
  })

  it('a success has an id only where that was asked for, and never while we observe', async () => {
    const withLoans = (app: Parameters<typeof setUp>[0]) => {
      app.get('/loans', () => [17])
      app.get('/own', (_, reply) => reply.header('x-request-id', 'own-17').send([17]))
    }
    const idOf = async (plugin: Partial<ProblemshiftOptions>, path = '/loans') => {
      const { ask } = await start(make, withLoans, { plugin })
      return (await ask(path)).headers['x-request-id']
    }
    const requestId = { always: true }
    expect(await idOf({ mode: 'enforce' })).toBeUndefined()
    expect(await idOf({ mode: 'enforce', requestId })).toMatch(/^[0-9a-f]{32}$/)
    expect(await idOf({ mode: 'enforce', requestId }, '/own')).toBe('own-17')
    expect(await idOf({ mode: 'observe', requestId })).toBeUndefined()
    expect(await idOf({ mode: 'negotiate', requestId })).toBeUndefined()
  })

  it('a valid traceparent is honoured, an invalid one is as good as none', async () => {
    const { ask } = await start(make, setUp)
    const traceparent = `00-${TRACE}-00f067aa0ba902b7-01`
    expect(problemIn(await ask('/loan', { headers: { traceparent } })).traceId).toBe(TRACE)
    for (const wrong of [
      `ff-${TRACE}-00f067aa0ba902b7-01`,
      `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`,
      TRACE,
      `00-${TRACE.toUpperCase()}-00f067aa0ba902b7-01`,
    ]) {
      const problem = problemIn(await ask('/loan', { headers: { traceparent: wrong } }))
      expect(problem.traceId, wrong).not.toBe(TRACE)
    }
  })

  it('an id of the caller is echoed apart, and only when it is harmless', async () => {
    const { ask } = await start(make, setUp)
    const reply = await ask('/loan', { headers: { 'x-request-id': 'my-17' } })
    expect(problemIn(reply).clientRequestId).toBe('my-17')
    expect(reply.headers['x-request-id']).not.toBe('my-17')
    for (const wrong of ['evil <script>', 'x'.repeat(200)]) {
      const answered = await ask('/loan', { headers: { 'x-request-id': wrong } })
      expect(problemIn(answered).clientRequestId).toBeUndefined()
      expect(answered.text).not.toContain(wrong)
    }
  })

  it("the server's own ids are used, but not one that the caller wrote", async () => {
    const own = await start(make, setUp, { server: { genReqId: () => 'loan-desk-17' } })
    expect(problemIn(await own.ask('/loan')).traceId).toBe('loan-desk-17')
    const reflected = await start(make, setUp, { server: { requestIdHeader: 'x-request-id' } })
    const reply = await reflected.ask('/loan', { headers: { 'x-request-id': 'caller-17' } })
    expect(problemIn(reply).traceId).not.toBe('caller-17')
  })

  it('the query never gets into the instance', async () => {
    const { ask } = await start(make, setUp)
    expect(problemIn(await ask('/loan?token=secret')).instance).toBe('/loan')
    const none = await start(make, setUp, { plugin: { instance: 'none' } })
    expect(problemIn(await none.ask('/loan')).instance).toBeUndefined()
    const own = await start(make, setUp, { plugin: { instance: request => `urn:loan:${request.method}` } })
    expect(problemIn(await own.ask('/loan')).instance).toBe('urn:loan:GET')
  })

  it('an uncatalogued server error tells nothing, and the log has the original once under its id', async () => {
    const lines: string[] = []
    const { ask } = await start(make, setUp, {
      server: { logger: { level: 'error', stream: { write: (line: string) => lines.push(line) } } as never },
    })
    const reply = await ask('/broken')
    const problem = problemIn(reply)
    expect(reply.text).not.toMatch(/hunter2|10\.0\.0\.7|ECONNREFUSED/)
    const logged = lines.filter(line => line.includes(String(problem.traceId)))
    expect(logged.length).toBe(1)
    expect(logged[0]).toContain('hunter2')
  })

  it('stacks and paths do not get into a client error', async () => {
    const { ask } = await start(make, setUp)
    const reply = await ask('/stack')
    expect(problemIn(reply)).toMatchObject({ status: 400 })
    expect(reply.text).not.toMatch(/lend\.js|\/srv/)
  })
})
