import type { FastifyInstance } from 'fastify'
import { describe, expect, test } from 'vitest'
import { problemshift } from '../src/plugin.ts'
import { LIBRARY } from './kit/library.ts'
import { problemIn, start } from './kit/start.ts'
import { VERSIONS } from './kit/versions.ts'

const ONLY_TITLE = { response: { 404: { type: 'object', properties: { title: { type: 'string' } } } } }

// Without `await` the plugin is loaded after every route of the server has been declared.
function unawaited(app: FastifyInstance, options: object = {}): void {
  app.register(problemshift, { catalogue: LIBRARY, mode: 'enforce', ...options })
}

describe.each(VERSIONS)('a registration without await, on $name', ({ make }) => {
  test('a 200 that a sign names becomes its error, for a GET and its HEAD', async () => {
    const { ask } = await start(
      make,
      app => {
        app.get('/before', async () => ({ message: 'Branch closed' }))
        unawaited(app)
        app.get('/after', async () => ({ message: 'Branch closed' }))
      },
      { plugin: null },
    )
    for (const path of ['/before', '/after']) {
      const reply = await ask(path)
      expect(problemIn(reply)).toMatchObject({ status: 422, code: 'branch_closed' })
      expect((await ask(path, { method: 'HEAD' })).status).toBe(422)
    }
  })

  test('a 200 that no sign names stays', async () => {
    const { ask } = await start(
      make,
      app => {
        unawaited(app)
        app.get('/', async () => ({ message: 'Branch open' }))
      },
      { plugin: null },
    )
    expect((await ask('/')).text).toBe('{"message":"Branch open"}')
  })

  test('a body that its response schema has emptied is still known', async () => {
    const { ask } = await start(
      make,
      app => {
        unawaited(app)
        app.get('/', { schema: ONLY_TITLE }, (_request, reply) => {
          reply.code(404).send({ message: 'Loan 17 not found' })
        })
      },
      { plugin: null },
    )
    expect(problemIn(await ask('/'))).toMatchObject({ code: 'loan_not_found', id: 17 })
  })

  test('a route that asks for capture gets it', async () => {
    const { ask } = await start(
      make,
      app => {
        unawaited(app)
        app.get('/', { config: { problemshift: { capture: true } } }, (_request, reply) => {
          reply.hijack()
          reply.raw.writeHead(404, { 'content-type': 'text/plain' }).end('Loan 17 not found')
        })
      },
      { plugin: null },
    )
    expect(problemIn(await ask('/'))).toMatchObject({ code: 'loan_not_found' })
  })
})
