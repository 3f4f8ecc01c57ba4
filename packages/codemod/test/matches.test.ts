import { expect, it } from 'vitest'
import { openCatalogue, runOver } from './cases.ts'

const catalogue = await openCatalogue()

const sitesOf = async (condition: string) => {
  const source = `import axios from 'axios'
export const renew = loan =>
  axios.post('/renewals', { loan }).catch(error => ${condition})
`
  return (await runOver(new Map([['client.js', source]]), catalogue)).migration.report.sites
}

it('names both wordings of a code that a test tells apart', async () => {
  const [site] = await sitesOf(`error.response?.data?.message === 'No such loan'`)
  expect(site?.reason).toBe('splits-a-code')
  expect(site?.matches).toEqual([
    {
      code: 'loan_not_found',
      sign: 'loan_not_found#0',
      verdict: 'never',
      witness: expect.stringMatching(/^Loan \d+ not found$/),
    },
    { code: 'loan_not_found', sign: 'loan_not_found#1', verdict: 'always', witness: 'No such loan' },
  ])
})

it('leaves out the codes that a test never meets', async () => {
  const [site] = await sitesOf(`error.response?.data?.message.includes('is suspended')`)
  expect(site?.matches.map(({ code, verdict }) => [code, verdict])).toEqual([['member_suspended', 'always']])
})
