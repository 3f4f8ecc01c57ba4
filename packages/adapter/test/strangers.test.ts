import type { FastifyReply } from 'fastify'
import { describe, expect, test } from 'vitest'
import { problemIn, start } from './kit/start.ts'
import { VERSIONS } from './kit/versions.ts'
import { parseReply, talk } from './kit/wire.ts'

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

  test('a mistake of the program is not told under the status that was set before it', async () => {
    const { ask } = await start(make, app => {
      app.get('/', (_request, reply) => {
        const circular: Record<string, unknown> = {}
        circular.self = circular
        reply.code(404).send(circular)
      })
      app.get('/meant', (_request, reply) => {
        reply.code(404)
        throw new Error('No such shelf')
      })
    })
    const problem = problemIn(await ask('/'))
    expect(problem.status).toBe(404)
    expect(JSON.stringify(problem)).not.toMatch(/circular|constructor|closes/)
    expect(problemIn(await ask('/meant'))).toMatchObject({ detail: 'No such shelf' })
  })

  test('a streamed text that bridge keeps is announced as deprecated', async () => {
    const { ask } = await start(
      make,
      app => {
        app.get('/', (_request, reply) => {
          reply.code(404).type('text/plain').send(webStream())
        })
      },
      { plugin: { mode: 'bridge', deprecation: { since: '2026-01-01' } } },
    )
    const reply = await ask('/')
    expect([reply.text, reply.headers.deprecation]).toEqual([NOT_FOUND, '@1767225600'])
  })

  test('bytes that are no request are of a caller that no rollout has chosen', async () => {
    for (const [percent, media] of [
      [0, 'application/json'],
      [100, 'application/problem+json'],
    ] as const) {
      const { port } = await start(make, () => undefined, { plugin: { rollout: { percent } } })
      expect(parseReply(await talk(port, 'GARBAGE\r\n\r\n')).headers['content-type']).toBe(media)
    }
  })

  test('a validation that an own handler writes is read from what Ajv reported', async () => {
    const { ask } = await start(
      make,
      app => {
        const schema = { querystring: { type: 'object', properties: {}, additionalProperties: false } }
        app.get('/', { schema }, () => 'never')
        app.setErrorHandler((error: Error, _request, reply) => {
          reply.code(400).send({ ok: false, error: error.message })
        })
      },
      { server: { ajv: { customOptions: { removeAdditional: false } } } },
    )
    // The sentence does not say which one it was.
    expect(problemIn(await ask('/?extra=1')).errors).toMatchObject([{ scope: 'query', path: 'extra' }])
  })

  test('the challenge of another server does not travel with what its 401 became', async () => {
    const { ask } = await start(
      make,
      app => {
        app.get('/partners/x', (_request, reply) => {
          reply.code(401).type('text/plain').header('www-authenticate', 'Basic realm="inner"').send(webStream())
        })
        app.get('/own', (_request, reply) => {
          reply.code(401).header('www-authenticate', 'Basic').send('Who are you?')
        })
      },
      { plugin: { upstream: ['/partners'] } },
    )
    const hidden = await ask('/partners/x')
    expect([hidden.status, hidden.headers['www-authenticate']]).toEqual([502, undefined])
    const own = await ask('/own')
    expect([own.status, own.headers['www-authenticate']]).toEqual([401, 'Basic'])
  })

  test('what another server sent is hidden when the handler passes it on as a text, and our own refusal is not', async () => {
    const { ask } = await start(
      make,
      app => {
        app.get('/partners/x', async (_request, reply) => reply.code(401).send('No such client in the inner realm'))
        app.get('/partners/bug', async () => {
          throw new Error('our own fault')
        })
        const preHandler = async (_request: unknown, reply: FastifyReply) => reply.code(401).send('Who are you?')
        app.get('/partners/refused', { preHandler }, () => 'never')
      },
      { plugin: { upstream: ['/partners'] } },
    )
    const hidden = await ask('/partners/x')
    expect(hidden.status).toBe(502)
    expect(hidden.text).not.toContain('inner realm')
    expect((await ask('/partners/refused')).status).toBe(401)
    expect((await ask('/partners/bug')).status).toBe(500)
  })

  test('a caller who did not ask is told what the reply depends on, by a Response and a raw reply too', async () => {
    const { ask } = await start(
      make,
      app => {
        app.get('/response', async () => new Response(NOT_FOUND, { status: 404, headers: { vary: 'Origin' } }))
        app.get('/raw', (_request, reply) => {
          reply.hijack()
          reply.raw.writeHead(404, { 'content-type': 'text/plain' }).end(NOT_FOUND)
        })
      },
      { plugin: { mode: 'negotiate', capture: true, deprecation: { since: '2026-01-01' } } },
    )
    for (const [path, vary] of [
      ['/response', 'Origin, Accept'],
      ['/raw', 'Accept'],
    ] as const) {
      const reply = await ask(path)
      expect([reply.status, reply.text, reply.headers.vary]).toEqual([404, NOT_FOUND, vary])
      expect(reply.headers.deprecation).toBe('@1767225600')
    }
  })
})
