import { CATALOGUE_SCHEMA } from '@problemshift/catalogue'
import { expect, test } from 'vitest'
import type { Shape } from '../../src/definition/check-shape.ts'
import { formOf } from '../../src/definition/patterns.ts'

const HEAD = `# Members of a catalogue

Everything that \`errors.catalogue.yaml\` may hold. \`<code>\`, \`<language>\` and \`<status>\` stand for a name of yours, \`[]\` for
each item of a list. Members with a star must be there.

<!-- Made from the schema by a test: \`npx vitest run format-page -u\` writes it anew. -->

| Member | Value | What it is |
| --- | --- | --- |
`

// The page reads the schema as plain JSON Schema.
const ROOT = CATALOGUE_SCHEMA as Shape

function rowsOf(shape: Shape, path: string): string[] {
  const branches = shape.anyOf ?? [shape]
  return branches.flatMap(branch => [
    ...Object.entries(branch.properties ?? {}).flatMap(([name, inner]) => {
      const member = path === '' ? name : `${path}.${name}`
      return [row(member, inner, branch.required?.includes(name) ?? false), ...rowsOf(inner, member)]
    }),
    ...Object.entries(branch.patternProperties ?? {}).flatMap(([pattern, inner]) => {
      const texts = (inner.anyOf ?? [inner]).every(one => one.type === 'string')
      return texts ? [] : rowsOf(inner, `${path}.${placeholder(pattern)}`)
    }),
    ...(branch.items === undefined ? [] : rowsOf(branch.items, `${path}[]`)),
  ])
}

function row(member: string, shape: Shape, isNeeded: boolean): string {
  const about = shape.description ?? ''
  return `| \`${member}\`${isNeeded ? ' \\*' : ''} | ${valueOfShape(shape)} | ${about.replaceAll('|', '\\|').replaceAll('<', '&lt;')} |`
}

function valueOfShape(shape: Shape): string {
  if (shape.anyOf !== undefined) return [...new Set(shape.anyOf.map(valueOfShape))].join(', or ')
  if (shape.enum !== undefined)
    return shape.enum.length > 5 ? 'a name' : shape.enum.map(name => `\`${name}\``).join(', ')
  if (shape.minimum !== undefined) return `${shape.minimum} to ${shape.maximum}`
  if (shape.patternProperties !== undefined) {
    return Object.keys(shape.patternProperties)
      .map(pattern => `a map by ${placeholder(pattern).slice(1, -1)}`)
      .join('')
  }
  if (shape.pattern !== undefined) return formOf(shape.pattern).replaceAll('|', '\\|')
  const words: Readonly<Record<string, string>> = {
    array: 'a list',
    boolean: 'true or false',
    null: 'null',
    number: 'a number',
    object: 'an object',
    string: 'a text',
  }
  return words[shape.type ?? ''] ?? ''
}

function placeholder(pattern: string): string {
  const form = formOf(pattern)
  if (form.includes('language')) return '<language>'
  return form.includes('status') ? '<status>' : '<code>'
}

test('the page of members says what the schema says', async () => {
  await expect(`${HEAD}${rowsOf(ROOT, '').join('\n')}\n`).toMatchFileSnapshot('../../../../docs/reference/catalogue.md')
})

test('the page has every member with words of its own', () => {
  const rows = rowsOf(ROOT, '')
  expect(rows.length).toBeGreaterThan(40)
  expect(rows.filter(line => line.endsWith('|  |') || line.includes('|  |'))).toEqual([])
})
