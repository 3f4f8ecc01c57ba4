import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Catalogue, defineCatalogue } from '@problemshift/catalogue'
import { describe, expect, test } from 'vitest'
import { loadFromOption } from '../src/load.ts'
import { printStub } from '../src/observe/print-stub.ts'
import type { UnmatchedRow } from '../src/observe/report.ts'
import { LIBRARY } from './kit/library.ts'

function row(fingerprint: string | null, more: Partial<UnmatchedRow> = {}): UnmatchedRow {
  const times = { count: 1, first: '2026-01-01T00:00:00Z', last: '2026-01-01T00:00:00Z' }
  const place = { method: 'GET', route: '/loans', status: 400, dialect: 'plain-text' }
  return { ...place, fingerprint, sample: fingerprint, code: null, ...times, ...more }
}

// Fails with its faults where the catalogue does not hold.
async function load(stub: string): Promise<Catalogue> {
  const folder = await mkdtemp(join(tmpdir(), 'stub-'))
  try {
    const file = join(folder, 'errors.catalogue.yaml')
    await writeFile(file, `api: Library\ntype: https://errors.library.example/{code}\n${stub}`)
    return await loadFromOption(file)
  } finally {
    await rm(folder, { recursive: true })
  }
}

describe('the stub of a catalogue', () => {
  test('is one that can be loaded, whatever v1 says', async () => {
    const stub = printStub([
      row('null'),
      row('true'),
      row('{token:word} gone'),
      row('Loan {n:int} missing'),
      row('Loan {token:word} missing'),
      row(null, { code: 'constructor' }),
      row(null, { code: 'toString' }),
      row(null, { code: 'No' }),
    ])
    const { problems } = await load(stub)
    expect(problems).toHaveLength(7)
    expect(stub).toContain('# shares messages with loan_missing')
  })

  test('takes no code that the catalogue has', async () => {
    const stub = printStub([row('Loan "{value}" not found')], LIBRARY)
    expect((await load(stub)).problems).toMatchObject([{ code: 'loan_not_found_2' }])
  })

  test('leaves out a wording that an entry of the same status may mean, and says which', () => {
    const present = defineCatalogue({
      api: 'Lending library',
      type: 'https://errors.library.example/{code}',
      problems: { lost: { status: 400, title: 'Lost', from: [{ message: 'Loan {id} lost', status: 400 }] } },
    })
    const stub = printStub([row('Loan {n:int} lost')], present)
    expect(stub).toContain('# shares messages with lost')
    expect(stub.match(/^ {2}[a-z]/m)).toBeNull()
  })
})
