import { readCatalogue, readDefinition } from '@problemshift/catalogue'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readJson } from '../../src/definition/read-json.ts'

const YAML = `api: Lending library
type: https://errors.library.example/{code}
dialects: [plain-text, { name: acme, at: "errors[]" }]
problems:
  loan_not_found: &loan
    status: 404
    title: { en: Loan not found, pt-BR: "Empréstimo inexistente" }
    from:
      - message: Loan {id:int} not found
        route: GET /loans/:id
      - >-
        No such
        loan
  # no more
  copy_lost: *loan
`

const JSON_TEXT = JSON.stringify({
  type: 'urn:library:{code}',
  problems: {
    loan_not_found: { status: 404, title: 'Loan \u00e9\n', from: [{ code: -4.5e1, message: 'No {id}' }, true] },
  },
})

const PIECES = [...'{}[]:,-"\'#&*!|>%@`\t\n \\0.', '\uFEFF', '\uD800', '---', '<<', '__proto__: ', '? ', '1e999']

/** A text with a few pieces put in and cut out. */
const spoiled = (text: string) =>
  fc
    .array(fc.record({ at: fc.nat(text.length), cut: fc.nat(4), put: fc.constantFrom('', ...PIECES) }), {
      maxLength: 5,
    })
    .map(edits => edits.reduce((now, { at, cut, put }) => now.slice(0, at) + put + now.slice(at + cut), text))

describe('whatever comes in, faults or a catalogue come out', () => {
  test('for YAML with slips', () => {
    const seen = { catalogue: 0, faults: 0 }
    const property = fc.property(spoiled(YAML), text => {
      const result = readDefinition(text, 'yaml', 'errors.catalogue.yaml')
      seen[result.outcome] += 1
      if (result.outcome === 'faults') expect(result.faults.length).toBeGreaterThan(0)
    })
    fc.assert(property, { numRuns: 800 })
    expect(seen.faults).toBeGreaterThan(100)
  })

  test('for any text', () => {
    const property = fc.property(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.constantFrom('yaml', 'json'),
      (text, kind) => {
        expect(readDefinition(text, kind === 'yaml' ? 'yaml' : 'json').outcome).toBe('faults')
      },
    )
    fc.assert(property, { numRuns: 500 })
  })

  test('for any value', () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withSparseArray: true,
    })
    const property = fc.property(
      anything,
      fc.constantFrom('problems', 'fields', 'generic', 'contract', 'dialects'),
      (value, key) => {
        readCatalogue(value)
        readCatalogue({ type: 'urn:library:{code}', problems: {}, [key]: value })
      },
    )
    fc.assert(property, { numRuns: 1000 })
  })
})

describe('our reader of JSON', () => {
  test('reads just what JSON.parse reads', () => {
    const seen = { read: 0, refused: 0 }
    const property = fc.property(spoiled(JSON_TEXT), text => {
      const { value, findings } = readJson(text)
      const other = parsed(text)
      // JSON.parse takes these two and tells nobody.
      const silent = ['duplicate-key', 'number-changed']
      if (findings.some(finding => silent.includes(finding.facts.code))) return
      expect(findings.length === 0).toBe(other.read)
      if (other.read) expect(value).toEqual(other.value)
      seen[other.read ? 'read' : 'refused'] += 1
    })
    fc.assert(property, { numRuns: 2000 })
    expect(Math.min(seen.read, seen.refused)).toBeGreaterThan(100)
  })

  test('and any JSON at all', () => {
    const property = fc.property(
      fc.jsonValue({ maxDepth: 6 }),
      fc.constantFrom(undefined, 2, '\t'),
      (value, indent) => {
        const text = JSON.stringify(value, null, indent)
        expect(readJson(text)).toMatchObject({ findings: [], value: JSON.parse(text) })
      },
    )
    fc.assert(property, { numRuns: 500 })
  })
})

// A byte order mark at the start is none of JSON.parse's business, and ours to skip.
function parsed(text: string): { read: true; value: unknown } | { read: false } {
  try {
    return { read: true, value: JSON.parse(text.replace(/^\uFEFF/, '')) }
  } catch {
    return { read: false }
  }
}
