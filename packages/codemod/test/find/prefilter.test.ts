import { defineCatalogue, readCatalogue } from '@problemshift/catalogue'
import { describe, expect, it } from 'vitest'
import { needlesOf } from '../../src/find/needles.ts'
import { whereWordingMayStand } from '../../src/find/prefilter.ts'

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
    `if (error.response?.data\n    ?.message\n    .startsWith(\n      'Copy ',\n    )) wait()`,
  ])('%s', source => {
    expect(lineOf(`${source}\n`)).not.toBeNull()
  })

  it('and the line is told', () => {
    expect(lineOf(`let a\n\nif (error.message.includes('has left')) wait()\n`)).toBe(3)
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
  ])('%s', source => {
    expect(lineOf(`${source}\n`)).toBeNull()
  })
})
