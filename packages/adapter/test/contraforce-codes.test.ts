import { defineCatalogue } from '@problemshift/catalogue'
import { describe, expect, test } from 'vitest'
import { problemIn, start } from './kit/start.ts'
import { VERSIONS } from './kit/versions.ts'

const CATALOGUE = defineCatalogue({
  api: 'Lending library',
  type: 'https://docs.library.example/errors',
  contract: 'contraforce',
  problems: { LOAN_NOT_FOUND: { status: 404, title: 'Loan not found', from: ['Loan {id:int} not found'] } },
})

describe.each(VERSIONS)('the codes of ContraForce, on $name', ({ make }) => {
  test("are told in place of Fastify's own", async () => {
    const { ask } = await start(
      make,
      app => {
        const body = { type: 'object', required: ['name'], properties: { name: { type: 'string' } } }
        app.post('/', { schema: { body } }, () => 'never')
      },
      { plugin: { catalogue: CATALOGUE } },
    )
    const post = async (type: string, body: string) =>
      problemIn(await ask('/', { method: 'POST', headers: { 'Content-Type': type }, body }))
    expect(await post('application/json', '{}')).toMatchObject({
      code: 'VALIDATION_ERROR',
      target: 'name',
      errors: { name: ["must have required property 'name'"] },
    })
    expect(await post('application/json', '{bad')).toMatchObject({ status: 400, code: 'BAD_REQUEST' })
    expect(await post('application/xml', '<a/>')).toMatchObject({ status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' })
  })
})
