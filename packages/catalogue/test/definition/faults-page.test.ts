import { FAULT_KINDS } from '@problemshift/catalogue'
import { expect, test } from 'vitest'
import { FILE_FAULTS } from '../../src/faults/file-faults.ts'
import { LAW_FAULTS } from '../../src/faults/law-faults.ts'
import { SHAPE_FAULTS } from '../../src/faults/shape-faults.ts'
import { TEXT_FAULTS } from '../../src/faults/text-faults.ts'

const PARTS = [
  ['The file', FILE_FAULTS],
  ['Its text', TEXT_FAULTS],
  ['One value', SHAPE_FAULTS],
  ['Between values', LAW_FAULTS],
] as const

const HEAD = `# Faults of a catalogue

Every fault that \`loadCatalogue\`, \`readCatalogue\`, \`defineCatalogue\` and \`problemshift-catalogue check\` can tell. The codes
are stable; the sentences are not. A fault also has the file, the line and the column (from 1; \`null\` where only the file
is known), the path of the value, and \`also\`: the other place where two things disagree.

<!-- Made from the fault kinds by a test: \`npx vitest run faults-page -u\` writes it anew. -->
`

function page(): string {
  const parts = PARTS.map(([title, kinds]) => {
    const rows = Object.entries(kinds).map(
      ([code, { means, next }]) => `| \`${code}\` | ${cell(means)} | ${cell(next)} |`,
    )
    return `## ${title}\n\n| Code | What it means | What to do |\n| --- | --- | --- |\n${rows.join('\n')}\n`
  })
  return [HEAD, ...parts].join('\n')
}

// Within backticks Markdown shows an entity as it is written.
function cell(text: string): string {
  const parts = text.replaceAll('|', '\\|').split('`')
  return parts.map((part, at) => (at % 2 === 0 ? part.replaceAll('<', '&lt;') : part)).join('`')
}

test('the page of faults says what the code says', async () => {
  await expect(page()).toMatchFileSnapshot('../../../../docs/reference/faults.md')
})

test('the page has every kind of fault', () => {
  const listed = PARTS.flatMap(([, kinds]) => Object.keys(kinds))
  expect(listed.sort()).toEqual(Object.keys(FAULT_KINDS).sort())
})
