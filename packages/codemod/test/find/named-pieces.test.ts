import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineCatalogue, readCatalogue } from '@problemshift/catalogue'
import { describe, expect, it } from 'vitest'
import { askingForNamed } from '../../src/find/named-pieces.ts'
import { needlesOf } from '../../src/find/needles.ts'
import { prefilter } from '../../src/find/prefilter.ts'

const read = readCatalogue(
  defineCatalogue({
    api: 'Lending library',
    type: 'https://errors.library.example/{code}',
    problems: {
      branch_closed: { status: 409, title: 'Closed', from: [{ message: 'Branch {branch:word} is shut today' }] },
    },
  }),
)
if (read.outcome !== 'catalogue') throw new Error('the catalogue has faults')
const needles = needlesOf(read.catalogue)

async function look(source: string) {
  const root = mkdtempSync(join(tmpdir(), 'problemshift-named-'))
  writeFileSync(join(root, 'client.js'), source)
  const { survivors, doubtful, byName } = await prefilter({ root, files: ['client.js'], needles })
  return { survivors, doubtful, named: askingForNamed(root, byName, needles) }
}

describe('a file that speaks of no error is doubtful where a text is asked for', () => {
  it.each([
    `if (found.startsWith('Branch ')) wait()`,
    `if (/^Branch /.test(found)) wait()`,
    `if (found.toLowerCase().indexOf('today') !== -1) wait()`,
  ])('%s', async source => {
    expect(await look(source)).toEqual({ survivors: [], doubtful: ['client.js'], named: [] })
  })

  it.each([
    `const WORD = 'Branch '\nif (found.startsWith(WORD)) wait()`,
    `const WORD = /^Branch /\nif (WORD.test(found)) wait()`,
    `if (['Shelf', 'Branch '].some(word => found.includes(word))) wait()`,
    `const WORDS = ['Shelf', 'Branch ']\nif (WORDS.some((word) => found.includes(word))) wait()`,
    `const WORDS = Object.freeze([\n  'Shelf',\n  'Branch ',\n])\nfor (const word of WORDS) if (found.includes(word)) wait()`,
    `for (const word of ['Shelf', 'Branch ']) {\n  if (found.includes(word)) wait()\n}`,
  ])('%s', async source => {
    expect(await look(source)).toEqual({ survivors: [], doubtful: [], named: ['client.js'] })
  })
})

describe('a file is not doubtful in which', () => {
  it.each([
    `if (found.startsWith('Shelf')) wait()`,
    `const WORD = 'Shelf'\nconst HEADING = 'Branch '\nif (found.startsWith(WORD)) wait()`,
    `if (['Shelf'].some(word => found.includes(word))) show(['Branch '])`,
    `const heading = 'Branch '\nif (list.includes(one)) wait()`,
  ])('%s', async source => {
    expect(await look(source)).toEqual({ survivors: [], doubtful: [], named: [] })
  })
})
