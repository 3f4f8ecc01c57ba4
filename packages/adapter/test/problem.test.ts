import { describe, expect, it } from 'vitest'
import { problem, problemsOf } from '../src/problem.ts'
import { LIBRARY } from './kit/library.ts'
import { problemIn, start } from './kit/start.ts'
import { VERSIONS } from './kit/versions.ts'

const typed = problemsOf(LIBRARY)

describe.each(VERSIONS)('problems of new code, on Fastify $name', ({ make }) => {
  const setUp = (app: Parameters<Parameters<typeof start>[1]>[0]) => {
    app.get('/throw', () => {
      throw problem('loan_not_found', { id: 17 })
    })
    app.get('/async', async () => {
      throw typed('loan_not_found', { id: 17 })
    })
    app.get('/reply', (_, reply) => reply.problem('loan_not_found', { id: 17 }))
    app.get('/return', async (_, reply) => reply.problem('loan_not_found', { id: 17 }))
    app.get('/fields', (_, reply) =>
      reply.problem('copy_on_hold', {}, [
        { scope: 'body', path: ['items', 0, 'copy'], code: 'on_hold', message: 'is on hold' },
      ]),
    )
    app.get('/generic', () => {
      throw problem('conflict')
    })
    app.get(
      '/schema',
      { schema: { response: { '4xx': { type: 'object', properties: { d: { type: 'string' } } } } } },
      () => {
        throw problem('loan_not_found', { id: 17 })
      },
    )
  }

  it('are sent with their status, detail and extensions', async () => {
    const { ask } = await start(make, setUp)
    for (const path of ['/throw', '/async', '/reply', '/return', '/schema']) {
      expect(problemIn(await ask(path)), path).toMatchObject({
        status: 404,
        code: 'loan_not_found',
        title: 'Loan not found',
        detail: 'No loan has the number 17.',
        id: 17,
      })
    }
    expect(problemIn(await ask('/generic'))).toMatchObject({ status: 409, code: 'conflict' })
    expect(problemIn(await ask('/fields'))).toMatchObject({
      status: 409,
      errors: [{ scope: 'body', path: 'items[0].copy', code: 'on_hold', message: 'is on hold' }],
    })
  })

  it('pass through the error handlers of v1 with the status and the wording of v1', async () => {
    const seen: unknown[] = []
    const { ask } = await start(make, app => {
      app.setErrorHandler((error, _request, reply) => {
        const { statusCode, message } = error as Error & { statusCode: number }
        seen.push([statusCode, message])
        return reply.code(statusCode).send({ oops: message })
      })
      setUp(app)
    })
    expect(problemIn(await ask('/throw'))).toMatchObject({ code: 'loan_not_found' })
    expect(seen).toEqual([[404, 'Loan 17 not found']])
  })

  it('are v1 errors for those who did not ask for v2', async () => {
    const { ask } = await start(make, setUp, { plugin: { mode: 'negotiate' } })
    for (const path of ['/throw', '/reply']) {
      const reply = await ask(path)
      expect([reply.status, JSON.parse(reply.text).message]).toEqual([404, 'Loan 17 not found'])
      const asked = await ask(path, { headers: { accept: 'application/problem+json' } })
      expect(problemIn(asked)).toMatchObject({ code: 'loan_not_found' })
    }
  })
})

describe('types', () => {
  it('a wrong code, a missing hole and a wrong value do not compile', () => {
    typed('loan_not_found', { id: 17 })
    typed('copy_on_hold')
    // @ts-expect-error the catalogue has no such code
    typed('loan_lost', { id: 17 })
    // @ts-expect-error the detail needs the id
    typed('loan_not_found', {})
    // @ts-expect-error the detail needs the id
    typed('loan_not_found')
    // @ts-expect-error no hole takes an object
    typed('loan_not_found', { id: {} })
    // @ts-expect-error no hole has this name
    typed('loan_not_found', { id: 17, shelf: 4 })
    expect(typed('loan_not_found', { id: 17 })).toMatchObject({ code: 'loan_not_found', holes: { id: 17 } })
  })
})
