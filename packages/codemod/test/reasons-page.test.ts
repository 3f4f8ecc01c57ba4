import { expect, it } from 'vitest'
import { REASONS } from '../src/decide/reasons.ts'

function page(): string {
  const entries = Object.entries(REASONS).map(
    ([reason, { is, unblock, settled }]) =>
      `## ${reason}\n\n${is}\n\n${unblock}${settled ? '\n\n`check` does not count it as work.' : ''}`,
  )
  const head = [
    '# Why a site stays as it is',
    'A site is rewritten only by proof; each other one has one of these reasons in the report.',
    '<!-- Made from the table of reasons by a test: `npx vitest run reasons-page -u` writes it anew. -->',
  ]
  return `${[...head, ...entries].join('\n\n')}\n`
}

it('the page of reasons says what the table says', async () => {
  await expect(page()).toMatchFileSnapshot('../../../docs/reference/reasons.md')
})
