import { CHROMIUM_FLAGS, findChromium } from '@problemshift/fixtures'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import { problemTransform } from '../src/openapi.ts'
import { problemIn, start } from './kit/start.ts'
import { VERSIONS } from './kit/versions.ts'

const make = VERSIONS.at(-1)?.make ?? (() => Promise.reject(new Error('no version')) as never)

const CHROMIUM = findChromium()

function at(value: object, ...path: readonly string[]): object {
  return path.reduce<object>((inner, name) => Reflect.get(inner, name), value)
}

describe('pages of types', () => {
  it('are HTML for browsers, JSON and Markdown for those who ask', async () => {
    const { ask } = await start(make, () => {}, { plugin: { pages: '/errors' } })
    const html = await ask('/errors/loan_not_found', {
      headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' },
    })
    expect([html.status, html.headers['content-type'], html.headers.vary]).toEqual([
      200,
      'text/html; charset=utf-8',
      'Accept',
    ])
    expect(html.text).toContain('Loan not found')
    const json = await ask('/errors/loan_not_found', { headers: { accept: 'application/json' } })
    expect(JSON.parse(json.text)).toMatchObject({
      code: 'loan_not_found',
      status: 404,
      title: { '*': 'Loan not found' },
    })
    const markdown = await ask('/errors/loan_not_found', { headers: { accept: 'text/markdown' } })
    expect(markdown.text).toMatch(/^# /)
    expect((await ask('/errors')).text).toContain('loan_not_found')
  })

  it('are there for generic and framework types, and for no other', async () => {
    const { ask } = await start(make, () => {}, { plugin: { pages: '/errors/' } })
    expect((await ask('/errors/not_found')).status).toBe(200)
    expect((await ask('/errors/FST_ERR_VALIDATION')).text).toContain('Request validation failed')
    expect(problemIn(await ask('/errors/nope'))).toMatchObject({ status: 404 })
    expect((await ask('/errors/__proto__')).status).toBe(404)
  })
})

describe('the OpenAPI document', () => {
  it('has the problems of every route, with examples, beside what was there', async () => {
    const { app, ask } = await start(make, async app => {
      await app.register(swagger, {
        openapi: { openapi: '3.0.3', info: { title: 'Lending library', version: '1.0.0' } },
        transform: problemTransform(app) as never,
      })
      await app.register(swaggerUi, { routePrefix: '/docs' })
      app.get(
        '/loans/:id',
        {
          schema: {
            params: { type: 'object', properties: { id: { type: 'integer' } } },
            response: {
              200: { type: 'object', properties: { id: { type: 'integer' } } },
              404: { type: 'object', properties: { message: { type: 'string' } } },
            },
          },
        },
        (_, reply) => reply.code(404).send({ message: 'Loan 17 not found' }),
      )
      app.get('/plain', () => 'fine')
    })
    const document = app.swagger()
    const loan = at(document, 'paths', '/loans/{id}', 'get', 'responses')
    expect(Object.keys(loan)).toEqual(expect.arrayContaining(['200', '403', '404', '409', '422', '500']))
    const content = at(loan, '404', 'content')
    expect(Object.keys(content)).toEqual(['application/json', 'application/problem+json'])
    expect(at(content, 'application/problem+json', 'examples', 'loan_not_found', 'value')).toMatchObject({
      status: 404,
      code: 'loan_not_found',
      detail: 'No loan has the number 17.',
    })
    expect(Object.keys(at(document, 'paths', '/plain', 'get', 'responses'))).toContain('500')
    const validation = await new Validator().validate(document as never)
    expect(validation).toMatchObject({ valid: true })
    expect((await ask('/docs/json')).status).toBe(200)
    // The document must not have changed what is sent: the schema of the route still strips.
    expect((await ask('/loans/17')).headers['content-type']).toBe('application/problem+json')
  })

  it.skipIf(CHROMIUM === null)('is rendered by swagger-ui in a browser', async () => {
    const { port } = await start(make, async app => {
      await app.register(swagger, {
        openapi: { openapi: '3.0.3', info: { title: 'Lending library', version: '1.0.0' } },
        transform: problemTransform(app) as never,
      })
      await app.register(swaggerUi, { routePrefix: '/docs', uiConfig: { docExpansion: 'full' } })
      app.get('/loans/:id', (_, reply) => reply.code(404).send('Loan 17 not found'))
    })
    const flags = [...CHROMIUM_FLAGS, '--virtual-time-budget=15000', '--dump-dom']
    const { stdout } = await promisify(execFile)(CHROMIUM ?? '', [...flags, `http://127.0.0.1:${port}/docs`], {
      maxBuffer: 64 * 2 ** 20,
      timeout: 50_000,
    })
    expect(stdout).toContain('application/problem+json')
    expect(stdout).toContain('loan_not_found')
  })
})
