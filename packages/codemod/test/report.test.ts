import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadCatalogue } from '@problemshift/catalogue/node'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { main } from '../src/cli/main.ts'
import { migrate } from '../src/migrate.ts'
import { PRINTERS } from '../src/report/printers.ts'
import { RULES } from '../src/rules/rule-names.ts'
import { rulePage } from '../src/rules/rule-pages.ts'
import { openCatalogue, readCases, runOver } from './cases.ts'

const SCHEMA = fileURLToPath(new URL('../../fixtures/sarif/sarif-2.1.0-rtm.5.schema.json', import.meta.url))
const CATALOGUE = fileURLToPath(new URL('../../fixtures/cases/clients/errors.catalogue.yaml', import.meta.url))

const FILES = {
  'src/http.ts': `interface Refusal {\n  message: string\n}\n\nexport async function send(path: string) {\n  const response = await fetch(path)\n  const body: Refusal = await response.json()\n  if (!response.ok) throw new Error(body.message)\n  return body\n}\n`,
  'src/my loans#1.ts': `import { send } from './http'\n\nexport const borrow = () =>\n  send('/loans').catch((error: any) => {\n    if (error.message === 'This copy is already on loan') return 'Place a hold'\n    throw error\n  })\n`,
  'src/holes.ts': `import { send } from './http'\n\nexport const find = () =>\n  fetch('/loans').then(async r => (await r.json()).message === 'Loan 7 not found')\n`,
}

function library(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'problemshift-report-'))
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  return root
}

async function run(root: string, argv: readonly string[], columns?: number) {
  const said = { out: '', error: '' }
  const code = await main([...argv, '--catalogue', CATALOGUE], {
    cwd: root,
    isTerminal: columns !== undefined,
    noColor: false,
    ...(columns === undefined ? {} : { columns }),
    out: text => {
      said.out += text
    },
    error: text => {
      said.error += text
    },
  })
  return { code, ...said }
}

interface Replacement {
  readonly deletedRegion: { startLine: number; startColumn: number; endLine: number; endColumn: number }
  readonly insertedContent: { readonly text: string }
}

interface Fixed {
  readonly fixes?: readonly {
    readonly artifactChanges: readonly {
      readonly artifactLocation: { readonly uri: string }
      readonly replacements: readonly Replacement[]
    }[]
  }[]
}

describe('SARIF', () => {
  // The official schema is of draft 4; what it uses of it means the same in later ones.
  const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(SCHEMA, 'utf8'))
  const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false, allErrors: true }).compile(
    schema,
  )

  it('is what the official schema asks for, for every case', async () => {
    const catalogue = await openCatalogue()
    const chosen = readCases().filter((_, index) => index % 12 === 0)
    for (const one of chosen) {
      const { migration } = await runOver(one.before, catalogue)
      const log = JSON.parse(PRINTERS.sarif(migration.report, { color: false, verbose: false }))
      expect(validate(log) || validate.errors, one.name).toBe(true)
    }
  })

  it('is refused by the schema when a region begins before the first line', () => {
    const log = { version: '2.1.0', runs: [{ tool: { driver: { name: 'a' } }, results: [{ message: { text: 'a' } }] }] }
    expect(validate(log)).toBe(true)
    const [result] = log.runs[0]?.results ?? []
    Object.assign(result ?? {}, { locations: [{ physicalLocation: { region: { startLine: 0 } } }] })
    expect(validate(log)).toBe(false)
  })

  it('has fixes that make the files what run makes them', async () => {
    const root = library(FILES)
    const loaded = await loadCatalogue(CATALOGUE)
    if (loaded.outcome !== 'catalogue') throw new Error('no catalogue')
    const { changes } = await migrate({ root, catalogue: loaded.catalogue })
    const { out } = await run(root, ['plan', '--format', 'sarif'])
    const results: readonly Fixed[] = JSON.parse(out).runs[0].results
    const texts = new Map<string, string>()
    for (const { artifactChanges } of results.flatMap(result => result.fixes ?? [])) {
      for (const { artifactLocation, replacements } of artifactChanges) {
        const file = decodeURIComponent(artifactLocation.uri)
        texts.set(file, applied(readFileSync(join(root, file), 'utf8'), replacements))
      }
    }
    expect([...texts].sort()).toEqual(changes.map(({ file, after }) => [file, after]).sort())
    expect(texts.size).toBe(2)
  })
})

function applied(text: string, replacements: readonly Replacement[]): string {
  const lines = text.split('\n')
  const at = (line: number, column: number) =>
    lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + column - 1
  return replacements.reduceRight((now, { deletedRegion: region, insertedContent }) => {
    const start = at(region.startLine, region.startColumn)
    return now.slice(0, start) + insertedContent.text + now.slice(at(region.endLine, region.endColumn))
  }, text)
}

describe('the text report', () => {
  const root = library(FILES)

  it('shows the test, what changes with it, the codes, the entries and the way', async () => {
    const { out } = await run(root, ['plan', 'src/my loans#1.ts'])
    expect(out.split('\n').slice(1, -3).join('\n')).toMatchInlineSnapshot(`
      "  - error.message === 'This copy is already on loan'
        + error.code === 'copy_on_loan'
        with src/http.ts:3
        + code?: string
        + detail?: string
        + title?: string
        with src/http.ts:8
        - if (!response.ok) throw new Error(body.message)
        + if (!response.ok) throw Object.assign(new Error(body.detail ?? body.title), { code: body.code })
        copy_on_loan
          always copy_on_loan (copy_on_loan#0): "This copy is already on loan"
          from src/my loans#1.ts:1 import → src/http.ts:8 throw → src/my loans#1.ts:4 call, catch, parameter → src/http.ts:6 call, await, variable → 7 call, await, variable → 8 .message, new → src/my loans#1.ts:5 .message
      "
    `)
  })

  it('fits a narrow terminal and uses its colours, unless it is told not to', async () => {
    const wide = (await run(root, ['plan'], 200)).out
    const { out } = await run(root, ['plan', '--no-color'], 60)
    expect(wide).toContain('\u001b[31m')
    expect(out).not.toContain('\u001b')
    const told = out.split('\n').filter(line => !/^ {2}[-+] |^ {4}/.test(line))
    expect(Math.max(...told.map(line => line.length))).toBeLessThanOrEqual(60)
    expect(out.replace(/\s+/g, ' ')).toContain('kept: depends-on-hole. Whether the test holds depends on a value')
    expect(out).toMatch(/\n {4}sometimes loan_not_found \(loan_not_found#0\): "Loan \d+ not found"\n/)
  })

  it('adds up', async () => {
    const { sites, summary } = JSON.parse((await run(root, ['plan', '--format', 'json'])).out)
    expect(summary.sites).toBe(summary.rewritten + summary.kept + summary.failed)
    expect(summary.sites).toBe(sites.length)
    expect(Object.keys(sites[0])).not.toContain('edits')
  })

  it('explains one site line by line', async () => {
    const { sites } = JSON.parse((await run(root, ['plan', '--format', 'json'])).out)
    const site = sites.find((one: { outcome: string }) => one.outcome === 'rewrite')
    const { out } = await run(root, ['explain', site.id])
    expect(out).toContain('    from src/http.ts:8 throw  if (!response.ok) throw new Error(body.message)')
  })
})

describe('Markdown', () => {
  it('parts what is to be reviewed from what is left to do, and survives back ticks', async () => {
    const root = library({
      ...FILES,
      'src/ticks.ts':
        'export const closed = () =>\n  fetch(`/loans`).then(async r => (await r.json()).message === `The branch is closed today`)\n',
    })
    const { out } = await run(root, ['plan', '--format', 'markdown'])
    expect(out).toContain('## Rewritten')
    expect(out).toContain('@@ src/http.ts:8 @@\n-   if (!response.ok) throw new Error(body.message)')
    expect(out).toContain('## Left to do')
    expect(out).toContain('**depends-on-hole** (1). ')
  })
})

describe('the rules in the report', () => {
  const root = library({
    ...FILES,
    'src/desk.ts':
      "import axios from 'axios'\n\nexport const open = () =>\n  axios.get('/loans').catch(error => {\n    alert(error.response.data.message)\n  })\n",
    'test/loans.test.ts':
      "import nock from 'nock'\n\nnock('https://api.library.example').post('/loans').reply(409, { message: 'This copy is already on loan' })\n",
  })
  type Totals = Readonly<Record<string, number>>

  it('add up to the whole in every member, and each site is of one', async () => {
    const { summary, sites } = JSON.parse((await run(root, ['plan', '--format', 'json'])).out)
    const rules: readonly (readonly [string, Totals])[] = Object.entries(summary.rules)
    expect(rules.map(([rule]) => rule)).toEqual(['branch', 'read', 'mocks'])
    for (const member of ['sites', 'rewritten', 'kept', 'failed'])
      expect(rules.reduce((sum, [, totals]) => sum + (totals[member] ?? 0), 0)).toBe(summary[member])
    for (const [rule, { sites: own }] of rules)
      expect(sites.filter((site: { rule: string }) => site.rule === rule)).toHaveLength(own ?? -1)
  })

  it('are told one after the other, with the same sums in every format', async () => {
    const { rules } = JSON.parse((await run(root, ['plan', '--format', 'json'])).out).summary
    const told = async (format: string) => (await run(root, ['plan', '--format', format])).out
    const { rewritten, kept, failed, sites } = rules.read
    const sum = `${sites} sites: ${rewritten} rewritten, ${kept} kept, ${failed} failed`
    const inText = await told('text')
    expect(inText).toContain(`  read: ${sum}\n`)
    expect(inText.match(/^[A-Z].*\((?:branch|read|mocks)\)$/gm)).toHaveLength(3)
    expect(await told('markdown')).toContain(`| \`read\` | ${sites} | ${rewritten} | ${kept} | ${failed} |`)
    expect(await told('github')).toContain(`::notice title=read::${sum}\n`)
    expect(JSON.parse(await told('sarif')).runs[0].properties.rules).toEqual(rules)
    const lines = (await told('jsonl')).trim().split('\n')
    expect(JSON.parse(lines.at(-1) ?? '').summary.rules).toEqual(rules)
  })

  it('are not spoken of where only one found something', async () => {
    const { out } = await run(root, ['plan', '--only', 'read'])
    expect(out).not.toContain('(read)')
    expect(out).not.toContain('read: 1 sites')
  })

  it('have a title and a page each', () => {
    for (const rule of RULES) {
      expect(rulePage(rule).title, rule).not.toBe(rule)
      expect(existsSync(new URL(`../../../${rulePage(rule).page}`, import.meta.url)), rule).toBe(true)
    }
  })
})
