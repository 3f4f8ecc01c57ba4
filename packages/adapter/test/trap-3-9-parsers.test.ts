import multipart from '@fastify/multipart'
import { describe, expect, it } from 'vitest'
import { problemIn, start } from './kit/start.ts'
import { VERSIONS } from './kit/versions.ts'

const JSON_TYPE = { 'content-type': 'application/json' }

describe.each(VERSIONS)('parser and content-type errors, on Fastify $name', ({ make }) => {
  const setUp = (app: Parameters<Parameters<typeof start>[1]>[0]) => {
    app.post(
      '/loans/:branch',
      {
        bodyLimit: 100,
        schema: {
          body: {
            type: 'object',
            required: ['copy'],
            properties: {
              copy: { type: 'string' },
              items: { type: 'array', items: { type: 'object', properties: { n: { type: 'integer' } } } },
            },
          },
          querystring: { type: 'object', required: ['q'], properties: { q: { type: 'string' } } },
          params: { type: 'object', properties: { branch: { type: 'integer' } } },
          headers: { type: 'object', properties: { 'x-age': { type: 'integer' } } },
        },
      },
      () => 'fine',
    )
  }

  it('invalid JSON is the same problem on every version, and quotes nothing', async () => {
    const { ask } = await start(make, setUp)
    const reply = await ask('/loans/1?q=x', { method: 'POST', headers: JSON_TYPE, body: '{"secret": hunter2' })
    expect(problemIn(reply)).toMatchObject({ status: 400, code: 'FST_ERR_CTP_INVALID_JSON_BODY' })
    expect(reply.text).not.toContain('hunter2')
  })

  it('a media type that nobody reads is the same problem on every version', async () => {
    const { ask } = await start(make, setUp)
    for (const type of ['application/xml', ';;;']) {
      const reply = await ask('/loans/1?q=x', { method: 'POST', headers: { 'content-type': type }, body: '<a/>' })
      expect(problemIn(reply), type).toMatchObject({ status: 415, code: 'FST_ERR_CTP_INVALID_MEDIA_TYPE' })
    }
  })

  it('a body that is too large is a problem', async () => {
    const { ask } = await start(make, setUp)
    const body = JSON.stringify({ copy: 'x'.repeat(200) })
    const reply = await ask('/loans/1?q=x', { method: 'POST', headers: JSON_TYPE, body })
    expect(problemIn(reply)).toMatchObject({ status: 413, code: 'FST_ERR_CTP_BODY_TOO_LARGE' })
  })

  it('an empty JSON body is a problem', async () => {
    const { ask } = await start(make, setUp)
    const reply = await ask('/loans/1?q=x', { method: 'POST', headers: JSON_TYPE, body: '' })
    expect(problemIn(reply)).toMatchObject({ status: 400, code: 'FST_ERR_CTP_EMPTY_JSON_BODY' })
  })

  it('errors on an unknown URL are those that Fastify makes', async () => {
    const { ask } = await start(make, setUp)
    const bad = await ask('/nowhere', { method: 'POST', headers: JSON_TYPE, body: '{' })
    expect(problemIn(bad).status).toBe(400)
    const xml = await ask('/nowhere', { method: 'POST', headers: { 'content-type': 'application/xml' }, body: '<a/>' })
    expect(problemIn(xml).status).toBe(404)
  })

  it.each([
    ['/loans/1?q=x', {}, '{}', { scope: 'body', path: 'copy', code: 'required' }],
    ['/loans/1?q=x', {}, '{"copy":"a","items":[{"n":1},{"n":"x"}]}', { scope: 'body', path: 'items[1].n' }],
    ['/loans/1', {}, '{"copy":"a"}', { scope: 'query', path: 'q', code: 'required' }],
    ['/loans/north?q=x', {}, '{"copy":"a"}', { scope: 'path', path: 'branch' }],
    ['/loans/1?q=x', { 'x-age': 'old' }, '{"copy":"a"}', { scope: 'header', path: 'x-age' }],
  ])('validation of %s %j %s names the input', async (path, headers, body, field) => {
    const { ask } = await start(make, setUp)
    const reply = await ask(path, { method: 'POST', headers: { ...JSON_TYPE, ...headers }, body })
    const problem = problemIn(reply)
    expect(problem).toMatchObject({ status: 400, errors: [field] })
  })

  it('all errors of a validation are listed, each once', async () => {
    const { ask } = await start(make, setUp, { server: { ajv: { customOptions: { allErrors: true } } } })
    const reply = await ask('/loans/1?q=x', { method: 'POST', headers: JSON_TYPE, body: '{"items":[{"n":"x"}]}' })
    expect(problemIn(reply).errors).toMatchObject([{ path: 'copy' }, { path: 'items[0].n' }])
  })

  it('fields are read from the text where only the text is left', async () => {
    const { ask } = await start(make, app => {
      app.setErrorHandler((error, _request, reply) => {
        const { message } = error as Error
        return reply.code(400).send({ message })
      })
      setUp(app)
    })
    const reply = await ask('/loans/1', { method: 'POST', headers: JSON_TYPE, body: '{"copy":"a"}' })
    expect(problemIn(reply).errors).toMatchObject([{ scope: 'query', path: 'q' }])
  })

  it('attachValidation raises nothing, and so nothing is converted', async () => {
    const { ask } = await start(make, app => {
      app.post(
        '/attach',
        { attachValidation: true, schema: { body: { type: 'object', required: ['a'] } } },
        request => ({ had: request.validationError !== undefined }),
      )
    })
    const reply = await ask('/attach', { method: 'POST', headers: JSON_TYPE, body: '{}' })
    expect([reply.status, reply.text]).toEqual([200, '{"had":true}'])
  })

  // The plugin does not run on 5.0.0.
  it('multipart errors are problems, and uploads work', async () => {
    const { ask } = await start(make, async app => {
      await app.register(multipart, { limits: { fileSize: 10 } })
      app.post('/cover', async request => {
        const file = await request.file()
        const bytes = await file?.toBuffer()
        return { size: bytes?.length ?? 0 }
      })
    })
    const upload = (text: string) => ({
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
      body: `--b\r\nContent-Disposition: form-data; name="f"; filename="f.txt"\r\n\r\n${text}\r\n--b--\r\n`,
    })
    expect((await ask('/cover', upload('small'))).text).toBe('{"size":5}')
    expect(problemIn(await ask('/cover', upload('x'.repeat(50))))).toMatchObject({
      status: 413,
      code: 'FST_REQ_FILE_TOO_LARGE',
    })
    const wrong = await ask('/cover', { method: 'POST', headers: JSON_TYPE, body: '{}' })
    expect(problemIn(wrong)).toMatchObject({ status: 406, code: 'FST_INVALID_MULTIPART_CONTENT_TYPE' })
  })
})
