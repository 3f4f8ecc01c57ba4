import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadCatalogue } from '@problemshift/catalogue/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'problemshift-'))
})

afterAll(() => {
  rmSync(folder, { recursive: true })
})

async function codesOf(name: string, content: string | Uint8Array): Promise<readonly string[]> {
  const file = join(folder, name)
  writeFileSync(file, content)
  const result = await loadCatalogue(file)
  return result.outcome === 'faults' ? result.faults.map(fault => fault.code) : []
}

describe('a file that nobody meant as a catalogue is a fault, not an exception', () => {
  test('20 MB', async () => {
    expect(await codesOf('large.yaml', new Uint8Array(20 * 1024 * 1024).fill(97))).toEqual(['file-too-large'])
  })

  test('a link that leads to itself', async () => {
    const file = join(folder, 'loop.yaml')
    symlinkSync(file, file)
    expect(await loadCatalogue(file)).toMatchObject({ faults: [{ code: 'file-unreadable' }] })
  })

  test('a path through a file', async () => {
    await codesOf('plain.yaml', 'problems: {}')
    const result = await loadCatalogue(join(folder, 'plain.yaml', 'errors.catalogue.yaml'))
    expect(result).toMatchObject({ faults: [{ code: 'file-missing' }] })
  })

  test('a name with a byte that no path can hold', async () => {
    expect(await loadCatalogue('errors\0.yaml')).toMatchObject({ faults: [{ code: 'file-unreadable' }] })
  })

  test('UTF-16', async () => {
    expect(await codesOf('wide.yaml', new Uint8Array(Buffer.from('\uFEFFproblems: {}', 'utf16le')))).toEqual([
      'file-encoding',
    ])
  })

  test('brackets without end', async () => {
    expect(await codesOf('open.yaml', '['.repeat(20))).toEqual(['yaml-syntax'])
    expect(await codesOf('deep.yaml', '['.repeat(100_000) + ']'.repeat(100_000))).toEqual(['too-deep'])
    expect(await codesOf('steps.yaml', '- '.repeat(100_000))).toEqual(['too-deep'])
    expect(await codesOf('deep.json', '['.repeat(100_000))).toEqual(['too-deep'])
  })
})

describe('a module', () => {
  test('may export a promise', async () => {
    expect(
      await codesOf('later.mjs', "export default Promise.resolve({ type: 'urn:a:{code}', problems: {} })"),
    ).toEqual([])
  })

  test('that throws something unprintable is still a fault', async () => {
    expect(await codesOf('odd.mjs', 'throw Object.create(null)')).toEqual(['module-throws'])
  })

  test('whose definition has getters that throw is still a fault', async () => {
    const text = "export default { type: 'urn:a:{code}', get problems() { throw new Error('not now') } }"
    expect(await codesOf('getter.mjs', text)).toEqual(['module-throws'])
  })

  test('that calls defineCatalogue with a faulty definition tells the faults of the definition', async () => {
    const text =
      "import { defineCatalogue } from '@problemshift/catalogue'\nexport default defineCatalogue({ problems: {} })"
    expect(await codesOf('defined.ts', text)).toEqual(['missing-key'])
  })

  test('that makes a catalogue gives that catalogue', async () => {
    const text =
      "import { defineCatalogue } from '@problemshift/catalogue'\nexport const catalogue = defineCatalogue({ type: 'urn:a:{code}', problems: {} })"
    expect(await codesOf('made.mts', text)).toEqual([])
  })
})
