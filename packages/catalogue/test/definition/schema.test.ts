import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { CATALOGUE_SCHEMA, type CatalogueDefinition, readCatalogue } from '@problemshift/catalogue'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { checkShape, type Shape } from '../../src/definition/check-shape.ts'

const CASES = fileURLToPath(new URL('../../../fixtures/cases/catalogue/', import.meta.url))
const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(CATALOGUE_SCHEMA)

/** Uses every member of the format once. */
const FULL: CatalogueDefinition = {
  $schema: './errors-catalogue.schema.json',
  api: 'Lending library',
  type: 'https://errors.library.example/{code}',
  contract: {
    extends: 'kordiam',
    trace: 'correlationId',
    code: null,
    errors: { member: 'violations', shape: 'map' },
    timestamp: 'at',
    target: null,
    hint: 'advice',
    type: 'per-code',
    pointer: true,
    genericCase: 'screaming',
    order: ['type', 'title'],
  },
  dialects: ['plain-text', { name: 'acme', at: 'errors[]', message: 'reason', code: 'kind', path: 'field' }],
  languages: ['en', 'pt-BR'],
  problems: {
    loan_not_found: {
      status: 404,
      title: { en: 'Loan not found', 'pt-BR': 'Empréstimo inexistente' },
      detail: 'No loan has the number {id}.',
      retry: 'never',
      type: 'https://errors.library.example/loans/none',
      extensions: ['id'],
      description: 'Look for the loan first.',
      from: ['Loan {id:int} not found', { message: 'Not found', code: 'E4', status: 404, route: 'GET /loans/:id' }],
    },
    copy_lost: { status: 410, title: 'Copy lost', from: [{ code: 4041, dialect: 'acme' }] },
  },
  fields: { required: { description: 'Give it.', from: ['{path} is required', { message: 'Missing {path}' }] } },
  generic: { '404': 'nothing_here', '409': { code: 'clash', title: 'Clash' } },
}

/** What an author might write in the wrong place. */
const STRAY: readonly unknown[] = [
  null,
  true,
  0,
  1.5,
  200,
  404,
  600,
  -1,
  '',
  ' ',
  'en',
  'kordiam',
  'fixed',
  'GET /loans',
  'GET loans',
  'not found',
  'loan_not_found',
  '__proto__',
  [],
  [''],
  ['en', 'en'],
  [null],
  {},
  { en: 'Loan' },
  { english: 'Loan' },
  { code: 'x' },
  { message: { en: '' } },
]

const NAMES = ['status', 'stauts', 'from', 'code', 'title', '404', '200', 'en', 'x-y', 'constructor', 'not found']

type Mutation =
  | { kind: 'replace'; at: number; by: number }
  | { kind: 'remove'; at: number }
  | { kind: 'rename'; at: number; to: number }

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ kind: fc.constant('replace' as const), at: fc.nat(), by: fc.nat() }),
  fc.record({ kind: fc.constant('remove' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('rename' as const), at: fc.nat(), to: fc.nat() }),
)

interface Slot {
  readonly holder: object
  readonly key: string
}

function slotsOf(value: unknown): Slot[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.keys(value).flatMap(key => [{ holder: value, key }, ...slotsOf(Reflect.get(value, key))])
}

function mutate(value: unknown, change: Mutation): void {
  const slots = slotsOf(value)
  const slot = slots[change.at % Math.max(1, slots.length)]
  if (slot === undefined) return
  const { holder, key } = slot
  switch (change.kind) {
    case 'replace':
      Reflect.set(holder, key, structuredClone(STRAY[change.by % STRAY.length]))
      return
    case 'remove':
      if (Array.isArray(holder)) holder.splice(Number(key), 1)
      else Reflect.deleteProperty(holder, key)
      return
    case 'rename': {
      if (Array.isArray(holder)) return
      const inner: unknown = Reflect.get(holder, key)
      Reflect.deleteProperty(holder, key)
      Reflect.set(holder, NAMES[change.to % NAMES.length] ?? key, inner)
      return
    }
    default:
      change satisfies never
  }
}

// The shape check reads the schema as plain JSON Schema.
const SHAPE = CATALOGUE_SCHEMA as Shape

describe('the schema that ships', () => {
  test('is the one that the types are made of', async () => {
    const text = `${JSON.stringify(CATALOGUE_SCHEMA, null, 2)}\n`
    await expect(text).toMatchFileSnapshot('../../errors-catalogue.schema.json')
  })

  test('describes every member of the format', () => {
    const undescribed = slotsOf(CATALOGUE_SCHEMA)
      .filter(({ holder, key }) => key === 'type' && Reflect.get(holder, 'type') === 'object')
      .flatMap(({ holder }) => Object.entries(Reflect.get(holder, 'properties') ?? {}))
      .filter(([, member]) => typeof member === 'object' && member !== null && !('description' in member))
    expect(undescribed.map(([name]) => name)).toEqual([])
  })

  test('takes a definition that uses every member', () => {
    expect(validate(FULL)).toBe(true)
    expect(readCatalogue(FULL)).toMatchObject({ outcome: 'catalogue' })
  })
})

describe('a validator of JSON Schema and our own check agree', () => {
  test('on every case', () => {
    const texts = readdirSync(CASES).filter(name => readdirSync(CASES + name).includes('errors.catalogue.yaml'))
    const seen = { valid: 0, invalid: 0 }
    for (const name of texts) {
      const value = plainValue(name)
      if (value === undefined) continue
      const valid = checkShape(SHAPE, value).findings.length === 0
      expect([name, validate(value)]).toEqual([name, valid])
      seen[valid ? 'valid' : 'invalid'] += 1
    }
    expect(Math.min(seen.valid, seen.invalid)).toBeGreaterThan(10)
  })

  test('on definitions with slips of many kinds', () => {
    const seen = { valid: 0, invalid: 0 }
    const property = fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), changes => {
      const value: unknown = structuredClone(FULL)
      for (const change of changes) mutate(value, change)
      const valid = validate(value)
      expect(checkShape(SHAPE, value).findings.length === 0).toBe(valid)
      seen[valid ? 'valid' : 'invalid'] += 1
    })
    fc.assert(property, { numRuns: 2000 })
    expect(Math.min(seen.valid, seen.invalid)).toBeGreaterThan(100)
  })

  test('on any JSON at all', () => {
    const property = fc.property(fc.jsonValue(), value => {
      expect(checkShape(SHAPE, value).findings.length === 0).toBe(validate(value))
    })
    fc.assert(property, { numRuns: 300 })
  })
})

// Cases about the text itself have no value that another parser would agree on.
function plainValue(name: string): unknown {
  if (/^(?:yaml|file|alias|too-deep|duplicate|key-not|not-data)/.test(name)) return undefined
  return parse(readFileSync(`${CASES}${name}/errors.catalogue.yaml`, 'utf8'))
}
