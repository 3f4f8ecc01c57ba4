import { describe, expect, test } from 'vitest'
import { problemIn, start } from './kit/start.ts'
import { VERSIONS } from './kit/versions.ts'

const NOT_FOUND = 'Loan 17 not found'

function webStream(): ReadableStream<Uint8Array> {
  return new Response(NOT_FOUND).body ?? new ReadableStream()
}

describe.each(VERSIONS)('what a stranger has on his server, on $name', ({ make }) => {
  test('a web stream goes to a caller who did not ask, as it was', async () => {
    const { ask } = await start(
      make,
      app => {
        app.get('/', (_request, reply) => {
          reply.code(404).type('text/plain').send(webStream())
        })
      },
      { plugin: { mode: 'negotiate' } },
    )
    const reply = await ask('/')
    expect([reply.status, reply.text, reply.headers.vary]).toEqual([404, NOT_FOUND, 'Accept'])
    expect(problemIn(await ask('/', { headers: { Accept: 'application/problem+json' } }))).toMatchObject({
      code: 'loan_not_found',
    })
  })

  test('the HEAD of a Response has the status and the type of its GET, and no other length', async () => {
    const { ask } = await start(make, app => {
      app.get('/body', async () => new Response(NOT_FOUND, { status: 404 }))
      app.get('/empty', async () => new Response(null, { status: 404 }))
    })
    for (const path of ['/body', '/empty']) {
      const [get, head] = [await ask(path), await ask(path, { method: 'HEAD' })]
      expect([head.status, head.headers['content-type']]).toEqual([404, get.headers['content-type']])
      expect([undefined, get.headers['content-length']]).toContain(head.headers['content-length'])
    }
  })

  test('callNotFound of a route is a 404, although the path has a method', async () => {
    const { ask } = await start(
      make,
      app => {
        app.get('/', (_request, reply) => reply.callNotFound())
      },
      { plugin: { methodNotAllowed: true } },
    )
    expect((await ask('/')).status).toBe(404)
    const refused = await ask('/', { method: 'DELETE' })
    expect([refused.status, refused.headers.allow]).toEqual([405, 'GET, HEAD'])
  })

  test('the instance is the path that the caller asked for, not the rewritten one', async () => {
    const { ask } = await start(make, () => undefined, {
      server: { rewriteUrl: () => '/inside?secret=1' },
    })
    expect(problemIn(await ask('/outside?token=1'))).toMatchObject({ instance: '/outside' })
  })

  test('a broken connection to another server says 502 and no word of the socket', async () => {
    const { ask } = await start(make, app => {
      app.get('/', async () => {
        throw Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' })
      })
    })
    const problem = problemIn(await ask('/'))
    expect([problem.status, problem.code]).toEqual([502, 'bad_gateway'])
    expect(JSON.stringify(problem)).not.toMatch(/UND_ERR|other side/)
  })
})
