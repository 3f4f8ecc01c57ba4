import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { BUILT_IN_DIALECTS } from '../src/dialects/built-in.ts'
import { readError } from '../src/read-error.ts'
import type { RequestFacts, WireResponse } from '../src/wire.ts'

const CASES = new URL('../../fixtures/cases/wire/', import.meta.url)

interface WireCase {
  readonly dialect: string
  readonly name: string
  readonly response: WireResponse
  readonly request: RequestFacts | null
  readonly reading: Readonly<Record<string, unknown>>
}

function parse(folder: string, file: string): unknown {
  return JSON.parse(readFileSync(new URL(`${folder}/${file}`, CASES), 'utf8'))
}

function loadCase(dialect: string, name: string): WireCase {
  const folder = `${dialect}/${name}`
  // The files are ours, written in the shapes of these types.
  const { status, headers, body } = parse(folder, 'response.json') as WireResponse & { body: unknown }
  const request = existsSync(new URL(`${folder}/request.json`, CASES))
    ? (parse(folder, 'request.json') as RequestFacts)
    : null
  const reading = parse(folder, 'reading.json') as WireCase['reading']
  return {
    dialect,
    name,
    response: { status, headers, body: typeof body === 'string' ? body : JSON.stringify(body) },
    request,
    reading,
  }
}

const cases = readdirSync(CASES).flatMap(dialect =>
  readdirSync(new URL(`${dialect}/`, CASES)).map(name => loadCase(dialect, name)),
)

describe('each case is read as it says', () => {
  test.each(cases.map(one => [`${one.dialect}/${one.name}`, one] as const))(
    '%s',
    (_, { response, request, reading }) => {
      const read = readError(response, request, BUILT_IN_DIALECTS)
      expect(read.outcome === 'left' ? { left: read.reason } : read.error).toEqual(reading)
    },
  )
})

describe('the laws of the cases', () => {
  test.each(BUILT_IN_DIALECTS.map(({ name }) => name))(
    '%s has a body that it reads, and one that it leaves to others',
    name => {
      const own = cases.filter(one => one.dialect === name)
      expect(own.filter(({ reading }) => reading.dialect === name)).not.toEqual([])
      expect(own.filter(({ reading }) => reading.dialect !== name)).not.toEqual([])
    },
  )

  test('a folder is the name of a dialect', () => {
    const names = new Set(BUILT_IN_DIALECTS.map(({ name }) => name))
    expect(cases.filter(one => !names.has(one.dialect))).toEqual([])
  })

  test('a keep- case is left as it came, any other is read', () => {
    expect(cases.filter(({ name, reading }) => name.startsWith('keep-') !== (reading.left !== undefined))).toEqual([])
  })
})
