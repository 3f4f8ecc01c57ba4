import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Catalogue, defineCatalogue, readCatalogue } from '@problemshift/catalogue'
import { describe, expect, it } from 'vitest'
import { migrate } from '../../src/migrate.ts'

const read = readCatalogue(
  defineCatalogue({
    api: 'Lending library',
    type: 'https://errors.library.example/{code}',
    dialects: ['message-only'],
    problems: {
      member_suspended: { status: 403, title: 'Suspended', from: [{ message: 'This membership is suspended' }] },
      gone: { status: 410, title: 'Expired', from: [{ message: 'Membership expired' }] },
    },
  }),
)
if (read.outcome !== 'catalogue') throw new Error('the catalogue has faults')
const catalogue: Catalogue = read.catalogue

const HTTP = `import axios from 'axios'
export const borrow = copy => axios.post('/loans', { copy })
`
const test = (imports: string, condition: string) =>
  `${imports}import { borrow } from './http.js'\nexport const lend = copy => borrow(copy).catch(error => ${condition})\n`

function library(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'problemshift-files-'))
  for (const [file, text] of Object.entries({ 'src/http.js': HTTP, ...files })) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  return root
}

async function sitesOf(files: Readonly<Record<string, string>>, letters?: number) {
  const root = library(files)
  const { report } = await migrate({ root, catalogue, types: false, ...(letters === undefined ? {} : { letters }) })
  return report.sites
}

describe('a test is found whose text stands in another file', () => {
  const named = 'error.response.data.message === EXPIRED'
  it.each<[string, Readonly<Record<string, string>>]>([
    [
      'a constant of one word',
      {
        'src/texts.js': `export const EXPIRED = 'Membership'\n`,
        'src/loans.js': test(
          `import { EXPIRED } from './texts.js'\n`,
          'error.response.data.message.startsWith(EXPIRED)',
        ),
      },
    ],
    [
      'a constant that a folder hands on',
      {
        'src/texts/expired.js': `export const EXPIRED = 'Membership expired'\n`,
        'src/texts/index.js': `export * from './expired.js'\n`,
        'src/loans.js': test(`import { EXPIRED } from './texts/index.js'\n`, named),
      },
    ],
    [
      'a namespace',
      {
        'src/texts.js': `export const EXPIRED = 'Membership expired'\n`,
        'src/loans.js': test(`import * as texts from './texts.js'\n`, 'error.response.data.message === texts.EXPIRED'),
      },
    ],
    [
      'a default export',
      {
        'src/texts.js': `export default { expired: 'Membership expired' }\n`,
        'src/loans.js': test(`import texts from './texts.js'\n`, 'error.response.data.message === texts.expired'),
      },
    ],
    [
      'a module that is required',
      {
        'src/texts.cjs': `module.exports = { EXPIRED: 'Membership expired' }\n`,
        'src/loans.js': test(`const { EXPIRED } = require('./texts.cjs')\n`, named),
      },
    ],
    [
      'an enum',
      {
        'src/texts.ts': `export enum Texts { Expired = 'Membership expired' }\n`,
        'src/loans.ts': test(
          `import { Texts } from './texts'\n`,
          'error.response.data.message === Texts.Expired',
        ).replaceAll('(copy)', '(copy: string)'),
      },
    ],
    [
      'a JSON file',
      {
        'src/texts.json': `{ "expired": "Membership expired" }\n`,
        'src/loans.js': test(
          `import texts from './texts.json' with { type: 'json' }\n`,
          'error.response.data.message === texts.expired',
        ),
      },
    ],
    [
      'a list',
      {
        'src/texts.js': `export const KNOWN = ['Membership expired']\n`,
        'src/loans.js': test(`import { KNOWN } from './texts.js'\n`, 'KNOWN.includes(error.response.data.message)'),
      },
    ],
  ])('%s', async (_, files) => {
    const found = (await sitesOf(files)).filter(site => site.file.startsWith('src/loans'))
    expect(found).toHaveLength(1)
  })
})

it('a project that is let go after every file gives the same report', async () => {
  const files = {
    'src/texts.js': `export const EXPIRED = 'Membership expired'\n`,
    'src/loans.js': test(`import { EXPIRED } from './texts.js'\n`, 'error.response.data.message === EXPIRED'),
    'src/holds.js': test('', `error.response.data.message === 'This membership is suspended'`),
    'src/unknown.js': `export const isSuspended = text => text === 'This membership is suspended'\n`,
    'src/own.js': `try {\n  throw new Error('x')\n} catch (error) {\n  if (error.message === 'Membership expired') console.log(1)\n}\n`,
  }
  const whole = await sitesOf(files)
  expect(whole.map(site => site.file)).toEqual(['src/holds.js', 'src/loans.js', 'src/own.js', 'src/unknown.js'])
  expect(whole.map(site => site.outcome)).toEqual(['rewrite', 'rewrite', 'keep', 'keep'])
  expect(await sitesOf(files, 1)).toEqual(whole)
})
