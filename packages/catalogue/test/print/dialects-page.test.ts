import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { BUILT_IN_DIALECTS } from '../../src/dialects/built-in.ts'
import { printDialects } from '../../src/print/dialects-page.ts'

const PAGE = new URL('../../../../docs/reference/dialects.md', import.meta.url)

test('docs/reference/dialects.md says what the dialects are', async () => {
  await expect(printDialects(BUILT_IN_DIALECTS)).toMatchFileSnapshot(PAGE.pathname)
})

test('the page names every dialect', () => {
  const page = readFileSync(PAGE, 'utf8')
  expect(BUILT_IN_DIALECTS.filter(({ name }) => !page.includes(`## ${name}\n`))).toEqual([])
})
