import { expect, it } from 'vitest'
import { openCatalogue, runOver } from './cases.ts'

const catalogue = await openCatalogue()

it('names the call that may throw, where nobody knows what it throws', async () => {
  const source = `import axios from 'axios'
export const borrow = async (copy, report) => {
  try {
    await axios.post('/loans', { copy })
    report(copy)
  } catch (error) {
    return error.message === 'This copy is already on loan'
  }
}
`
  const { migration } = await runOver(new Map([['client.js', source]]), catalogue)
  const [site] = migration.report.sites
  expect(site).toMatchObject({ reason: 'origin-unknown', line: 7 })
  expect(site?.origin[0]).toMatchObject({ step: 'thrown-by-unknown', line: 5 })
})
