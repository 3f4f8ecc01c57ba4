import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineCatalogue, readCatalogue } from '@problemshift/catalogue'
import { describe, expect, it } from 'vitest'
import { needlesOf } from '../../src/find/needles.ts'
import { prefilter, whereWordingMayStand } from '../../src/find/prefilter.ts'

const read = readCatalogue(
  defineCatalogue({
    api: 'Lending library',
    type: 'https://errors.library.example/{code}',
    problems: {
      copy_on_loan: { status: 409, title: 'On loan', from: [{ message: 'Copy {copy:int} is on loan until {date}' }] },
      member_left: { status: 410, title: 'Member left', from: [{ message: '{member:word} has left the library' }] },
      loan_not_found: { status: 404, title: 'No loan', from: [{ message: 'Loan {id:int} not found' }] },
      cannot_renew: { status: 409, title: 'No renewal', from: [{ message: "This copy can't be renewed" }] },
      member_expired: { status: 403, title: 'Expired', from: [{ message: 'Membership expired' }] },
    },
  }),
)
if (read.outcome !== 'catalogue') throw new Error('the catalogue has faults')
const needles = needlesOf(read.catalogue)

const lineOf = (source: string) => {
  const at = whereWordingMayStand(Buffer.from(source), needles)
  return at === -1 ? null : source.slice(0, at).split('\n').length
}

describe('a file is opened in which stands', () => {
  it.each([
    `if (error.message.endsWith('until tomorrow')) wait()`,
    `if (error.message === 'Ana has left the library') wait()`,
    `if ('Ana has left the library' === error.message) wait()`,
    `if (/loan \\d+ not/i.test(error.message)) wait()`,
    `if (error.message.match(/^Copy [0-9]+ is/)) wait()`,
    `if (message.toLowerCase().includes('has left')) wait()`,
    `if (text.toLowerCase().indexOf("expired") !== -1) wait()`,
    `if (err.message.includes('not')) wait()`,
    `if (err.message.includes('tomorrow')) wait()`,
    `if (body.detail == 'This copy can\\'t be renewed') wait()`,
    `if (body.detail == 'This copy can\\u0027t be ren\\x65wed') wait()`,
    'const text = `$' + '{copy} is on loan until $' + '{date}`',
    `const text = 'Copy 5 is on ' +\n  'loan until tomorrow'`,
    `export const TEXTS = { left: 'has left the library' }`,
    `enum Texts { Left = "Ana has left the library" }`,
    `const LEFT = /has left the (?:old )?library/`,
    `expect(error.message).toBe('Loan 5 not found')`,
    `await expect(borrow()).rejects.toThrow(/not found$/)`,
    `if (String(error) === 'Error: Membership expired') wait()`,
    `switch (message) {\n  case 'Membership expired':\n    wait()\n}`,
    `if (message.slice(0, 4) === 'Copy') wait()`,
    `if (error.message.substring(0, 5) !== 'Loan ') wait()`,
    `if (error.message.charAt(0) === 'C') wait()`,
    `if (err.message[0] == 'L') wait()`,
    `if (message.split(' ')[0].toLowerCase() === 'loan') wait()`,
    `if (error.response?.data\n    ?.message\n    .startsWith(\n      'Copy ',\n    )) wait()`,
  ])('%s', async source => {
    expect(lineOf(`${source}\n`)).not.toBeNull()
  })

  it('and the line is told', () => {
    expect(lineOf(`let a\n\nif (error.message.includes('has left')) wait()\n`)).toBe(3)
  })
})

describe('a file is opened beside others in which stands a sentence that may be of yesterday', () => {
  const isStale = async (source: string) => {
    const root = mkdtempSync(join(tmpdir(), 'problemshift-stale-'))
    writeFileSync(join(root, 'client.js'), source)
    const { survivors, stale } = await prefilter({ root, files: ['client.js'], needles })
    return survivors.length + stale.length > 0
  }
  it.each([
    `if (error.message === 'Shelf is empty') wait()`,
    `if ((error as Error).message !== 'Shelf is empty') wait()`,
    `if ('Shelf is empty' === body.error) wait()`,
    `if (body.detail?.toLowerCase().includes('shelf is empty')) wait()`,
    `if (/shelf is (?:quite )?empty/i.test(error.message)) wait()`,
    `if (['Shelf is empty', 'Shelf is gone'].includes(error.message)) wait()`,
    `switch (error.message) {\n  case 'Shelf is empty':\n    wait()\n}`,
    `switch (error.message) {\n  ${'//'.repeat(30)}\n  // Shelves\n  case 'Shelf is empty':\n    wait()\n}`,
    `expect(error.message).toBe('Nothing in the library')`,
  ])('%s', async source => {
    expect(await isStale(source)).toBe(true)
  })
  it.each([
    `if (error.message === 'ENOENT') wait()`,
    `if (book.title === 'The Name of the Rose') wait()`,
    `expect(error.message).toBe('Shelf is empty')`,
    `throw new Error('Shelf is empty')`,
  ])('but not: %s', async source => {
    expect(await isStale(source)).toBe(false)
  })
})

describe('a file stays shut in which stands', () => {
  it.each([
    `// Ana has left the library`,
    `/**\n * "has left the library" is what it said.\n */`,
    `throw new Error('Ana has left the library')`,
    `console.log("Loan 5 not found")`,
    `if (error.code === 'ENOENT') wait()`,
    `if (error.message === 'Shelf is empty') wait()`,
    `const isOnLoanUntil = copyIsOnLoanUntil(date)`,
    `<p>Ana has left the library</p>`,
    `import { expired } from './membership-expired.js'`,
    `path.endsWith('.js')`,
  ])('%s', async source => {
    expect(lineOf(`${source}\n`)).toBeNull()
  })
})
