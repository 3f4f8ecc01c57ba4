import { readFileSync } from 'node:fs'
import {
  type Catalogue,
  dialectsOf,
  matchError,
  problemReply,
  readDefinition,
  readError,
  readLegacyError,
  serializeProblem,
} from '@problemshift/catalogue'
import { describe, expect, test } from 'vitest'
import { occurrence } from './library.ts'

const FOLDER = new URL('../../../fixtures/contracts/', import.meta.url)
const CONTRACTS = ['causeloop', 'fortary', 'ruleforge', 'kordiam', 'contraforce']

interface Response {
  readonly status: number
  readonly body: unknown
  /** The code that the v2 body must have. */
  readonly code: string
  /** The codes of its field errors, or their paths where they are written as a map. */
  readonly fields?: readonly string[]
}

function load(contract: string): Catalogue {
  const text = readFileSync(new URL(`${contract}/errors.catalogue.yaml`, FOLDER), 'utf8')
  const result = readDefinition(text, 'yaml', `${contract}/errors.catalogue.yaml`)
  if (result.outcome === 'faults') throw new Error(JSON.stringify(result.faults))
  return result.catalogue
}

function responsesOf(contract: string): readonly Response[] {
  return JSON.parse(readFileSync(new URL(`${contract}/responses.json`, FOLDER), 'utf8'))
}

function answer(catalogue: Catalogue, { status, body }: Response) {
  const isText = typeof body === 'string'
  const headers = { 'content-type': isText ? 'text/plain' : 'application/json' }
  const wire = { status, headers, body: isText ? body : JSON.stringify(body) }
  const { body: read } = readError(wire, null, dialectsOf(catalogue))
  const error = readLegacyError(read, null, dialectsOf(catalogue))
  const found = matchError(catalogue, error, { status, method: 'GET', route: '/api/v1/things' })
  const { problem } = problemReply(catalogue, error, found, occurrence({ instance: '/api/v1/things' }))
  const written = JSON.parse(serializeProblem(problem))
  expect(Object.keys(written)).toEqual(expect.arrayContaining(['type', 'title', 'status', 'detail', 'code']))
  expect(written.status).toBe(problem.status)
  const list = Array.isArray(written.errors)
  return {
    code: written.code,
    fields: list ? written.errors.map((field: { code: string }) => field.code) : Object.keys(written.errors ?? {}),
  }
}

describe.each(CONTRACTS)('the catalogue of %s', contract => {
  const catalogue = load(contract)
  test.each(responsesOf(contract).map(response => [`${response.status} ${response.code}`, response] as const))(
    '%s',
    (_, response) => {
      const { code, fields } = answer(catalogue, response)
      expect({ code, fields }).toEqual({ code: response.code, fields: response.fields ?? [] })
    },
  )
})
