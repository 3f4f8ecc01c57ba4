import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { main } from '../src/cli/main.ts'

const CATALOGUE = `
api: Lending library
type: https://errors.library.example/{code}
dialects: [message-only]
problems:
  member_suspended:
    status: 403
    title: Member suspended
    from:
      - message: This membership is suspended
`

const CLIENT = `import axios from 'axios'

export const borrow = copy =>
  axios.post('/loans', { copy }).catch(error => error.response?.data?.message === 'This membership is suspended')
`

const REWRITTEN = CLIENT.replace('message', 'code').replace('This membership is suspended', 'member_suspended')

const UNKNOWN = `export const isSuspended = text => text === 'This membership is suspended'\n`

function library(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = mkdtempSync(join(tmpdir(), 'problemshift-cli-'))
  for (const [file, text] of Object.entries({ 'errors.catalogue.yaml': CATALOGUE, ...files })) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  return root
}

async function run(cwd: string, ...argv: string[]) {
  let out = ''
  let error = ''
  const code = await main(argv, {
    cwd,
    isTerminal: false,
    noColor: false,
    out: text => {
      out += text
    },
    error: text => {
      error += text
    },
  })
  return { code, out, error }
}

interface JsonSite {
  readonly id: string
  readonly file: string
  readonly outcome: string
  readonly reason: string | null
}

async function plan(cwd: string, ...argv: string[]) {
  const { out } = await run(cwd, 'plan', '--format', 'json', ...argv)
  const report: { version: number; summary: Record<string, number>; sites: readonly JsonSite[] } = JSON.parse(out)
  return report
}

describe('the commands', () => {
  it('plan writes nothing and ends with 0', async () => {
    const root = library({ 'src/loans.js': CLIENT })
    const { code, out } = await run(root, 'plan')
    expect(code).toBe(0)
    expect(out).toContain('1 sites: 1 rewritten, 0 kept, 0 failed')
    expect(readFileSync(join(root, 'src/loans.js'), 'utf8')).toBe(CLIENT)
  })

  it('run rewrites what is proved, and a second run finds nothing', async () => {
    const root = library({ 'src/loans.js': CLIENT })
    expect((await run(root, 'run', '--quiet')).code).toBe(0)
    expect(readFileSync(join(root, 'src/loans.js'), 'utf8')).toBe(REWRITTEN)
    expect((await plan(root)).sites).toEqual([])
  })

  it('run leaves nothing to report where it was, when the file has sites that stay', async () => {
    const root = library({ 'src/loans.js': CLIENT + UNKNOWN })
    await run(root, 'run')
    expect(readFileSync(join(root, 'src/loans.js'), 'utf8')).toBe(REWRITTEN + UNKNOWN)
    expect((await plan(root)).sites.map(site => site.reason)).toEqual(['origin-unknown'])
  })

  it('check ends with 1 while a message read is left, and with 0 when none is or so many are allowed', async () => {
    const root = library({ 'src/loans.js': CLIENT })
    expect((await run(root, 'check')).code).toBe(1)
    expect((await run(root, 'check', '--max-kept', '1')).code).toBe(0)
    await run(root, 'run')
    expect((await run(root, 'check')).code).toBe(0)
  })

  it('check does not count what is surely none of the API', async () => {
    const root = library({
      'src/own.js': `try {\n  throw new Error('This membership is suspended')\n} catch (error) {\n  if (error.message === 'This membership is suspended') console.log(1)\n}\n`,
    })
    expect((await plan(root)).sites.map(site => site.reason)).toEqual(['not-an-api-error'])
    expect((await run(root, 'check')).code).toBe(0)
  })

  it('sees a test whose wording stands in a file that was not asked for', async () => {
    const root = library({
      'src/texts.js': `export const SUSPENDED = 'This membership is suspended'\n`,
      'src/loans.js': CLIENT.replace(`'This membership is suspended'`, 'SUSPENDED').replace(
        'import',
        `import { SUSPENDED } from './texts.js'\nimport`,
      ),
    })
    const { sites } = await plan(root, 'src/loans.js')
    expect(sites.map(site => [site.file, site.outcome])).toEqual([['src/loans.js', 'rewrite']])
  })

  it('explain tells one site by its id, and refuses an id that is not there', async () => {
    const root = library({ 'src/loans.js': CLIENT })
    const [site] = (await plan(root)).sites
    const told = await run(root, 'explain', site?.id ?? '')
    expect(told.code).toBe(0)
    expect(told.out).toContain('member_suspended')
    expect((await run(root, 'explain', 'nothing')).code).toBe(2)
  })
})

describe('bad usage ends with 2 and a sentence', () => {
  const root = library({ 'src/loans.js': CLIENT })
  it.each([
    [['walk'], 'unknown command'],
    [['plan', '--wide'], 'wide'],
    [['plan', '--format', 'html'], 'not there yet'],
    [['plan', '--format', 'pdf'], 'text, json'],
    [['run', '--interactive'], 'not there yet'],
    [['plan', '--shard', '1/2'], 'not there yet'],
    [['plan', '--max-kept', 'many'], 'whole number'],
    [['plan', '--only', 'guesses'], 'equality'],
    [['plan', '--catalogue', 'none.yaml'], 'no such catalogue'],
    [['plan', 'lib'], 'no such file'],
    [['plan', '--config', 'none.yaml'], 'no such file'],
  ])('%j', async (argv, words) => {
    const { code, out, error } = await run(root, ...argv)
    expect([code, out]).toEqual([2, ''])
    expect(error).toContain(words)
  })

  it('a catalogue with faults, all of them told', async () => {
    const broken = library({ 'errors.catalogue.yaml': 'api: Lending library\nproblems: 17\n' })
    const { code, error } = await run(broken, 'plan')
    expect(code).toBe(2)
    expect(error).toContain('errors.catalogue.yaml')
  })

  it('a configuration with a member that nobody knows', async () => {
    const broken = library({ 'problemshift.config.yaml': 'catalog: errors.catalogue.yaml\n' })
    const { code, error } = await run(broken, 'plan')
    expect(code).toBe(2)
    expect(error).toContain('catalog')
  })
})

describe('the work tree', () => {
  function committed(files: Readonly<Record<string, string>>): string {
    const root = library(files)
    const git = (...argv: string[]) =>
      execFileSync('git', ['-C', root, '-c', 'user.name=a', '-c', 'user.email=a@b', ...argv])
    git('init', '-q')
    git('add', '-A')
    git('commit', '-qm', 'first')
    return root
  }

  it('is guarded: run refuses a dirty one with 4 and changes nothing', async () => {
    const root = committed({ 'src/loans.js': 'export {}\n' })
    writeFileSync(join(root, 'src/loans.js'), CLIENT)
    expect((await run(root, 'run')).code).toBe(4)
    expect(readFileSync(join(root, 'src/loans.js'), 'utf8')).toBe(CLIENT)
    expect((await run(root, 'run', '--allow-dirty')).code).toBe(0)
    expect(readFileSync(join(root, 'src/loans.js'), 'utf8')).toBe(REWRITTEN)
  })

  it('is not looked at where git ignores it, unless it is asked for', async () => {
    const root = committed({ '.gitignore': 'old/\n', 'old/loans.js': CLIENT, 'src/loans.js': CLIENT })
    expect((await plan(root)).sites.map(site => site.file)).toEqual(['src/loans.js'])
    expect((await plan(root, '--no-gitignore')).sites.map(site => site.file)).toEqual(['old/loans.js', 'src/loans.js'])
  })

  it('is narrowed by paths, --include and --ignore', async () => {
    const root = library({ 'a/loans.js': CLIENT, 'b/loans.js': CLIENT, 'b/old/loans.js': CLIENT })
    expect((await plan(root, 'b')).sites.map(site => site.file)).toEqual(['b/loans.js', 'b/old/loans.js'])
    expect((await plan(root, '--include', 'b/**', '--ignore', '**/old/**')).sites).toHaveLength(1)
  })

  it('keeps the mode of a file and the link that leads to it', async () => {
    const root = library({ 'src/loans.js': `#!/usr/bin/env node\n${CLIENT}` })
    chmodSync(join(root, 'src/loans.js'), 0o755)
    symlinkSync('loans.js', join(root, 'src/link.js'))
    await run(root, 'run')
    expect(statSync(join(root, 'src/loans.js')).mode & 0o777).toBe(0o755)
    expect(lstatSync(join(root, 'src/link.js')).isSymbolicLink()).toBe(true)
    expect(readFileSync(join(root, 'src/loans.js'), 'utf8')).toBe(`#!/usr/bin/env node\n${REWRITTEN}`)
  })
})

describe('files that cannot be rewritten are told', () => {
  it('one that is not UTF-8 is kept, byte for byte', async () => {
    const bytes = Buffer.from(`// caf\xe9\n${CLIENT}`, 'latin1')
    const root = library({ 'src/loans.js': bytes })
    expect((await plan(root)).sites.map(site => [site.outcome, site.reason])).toEqual([['keep', 'not-utf8']])
    await run(root, 'run')
    expect(readFileSync(join(root, 'src/loans.js'))).toEqual(bytes)
  })

  it('one that does not parse fails, the rest is done, and run ends with 3', async () => {
    const root = library({ 'src/broken.js': `if (x === 'This membership is suspended' {\n`, 'src/loans.js': CLIENT })
    expect((await run(root, 'run')).code).toBe(3)
    expect(readFileSync(join(root, 'src/loans.js'), 'utf8')).toBe(REWRITTEN)
    const { summary, sites } = await plan(root)
    expect(sites.map(site => [site.file, site.reason])).toEqual([['src/broken.js', 'does-not-parse']])
    expect(summary).toMatchObject({ sites: 1, rewritten: 0, kept: 0, failed: 1 })
  })

  it('a component file is counted and named', async () => {
    const root = library({ 'src/Loans.vue': `<script>\n${CLIENT}</script>\n` })
    expect((await plan(root)).sites.map(site => [site.file, site.reason])).toEqual([
      ['src/Loans.vue', 'component-file'],
    ])
  })

  it('a declaration file, a minified one and node_modules are not looked at', async () => {
    const root = library({ 'a.d.ts': UNKNOWN, 'a.min.js': UNKNOWN, 'node_modules/a/index.js': UNKNOWN })
    expect((await plan(root)).summary).toMatchObject({ files: 0, opened: 0, sites: 0 })
  })
})

describe('the report', () => {
  const root = library({ 'src/loans.js': CLIENT, 'src/text.js': UNKNOWN })

  it('has the members of version 1, and its sum adds up', async () => {
    const report = await plan(root)
    expect(report.version).toBe(1)
    expect(Object.keys(report.summary)).toEqual([
      'files',
      'opened',
      'sites',
      'rewritten',
      'kept',
      'failed',
      'ms',
      'rules',
    ])
    expect(report.summary).toMatchObject({ files: 2, sites: 2, rewritten: 1, kept: 1, failed: 0 })
    expect(Object.keys(report.sites[0] ?? {})).toEqual(
      'id file line column form client outcome reason codes fields before after origin matches rule'.split(' '),
    )
  })

  it('has ids that stay when lines move', async () => {
    const moved = library({ 'src/loans.js': `// one more line\n${CLIENT}`, 'src/text.js': UNKNOWN })
    expect((await plan(moved)).sites.map(site => site.id)).toEqual((await plan(root)).sites.map(site => site.id))
  })

  it('goes to a file when that is asked for', async () => {
    const { out } = await run(root, 'plan', '--format', 'json', '--output-file', 'report.json')
    expect(out).toBe('')
    expect(JSON.parse(readFileSync(join(root, 'report.json'), 'utf8')).version).toBe(1)
  })

  it('comes as a line for each site, the summary last', async () => {
    const { out } = await run(root, 'plan', '--format', 'jsonl')
    const lines = out
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(lines).toHaveLength(3)
    expect(lines[2]).toMatchObject({ version: 1, summary: { sites: 2 } })
  })

  it('comes as SARIF whose results name rules that are there', async () => {
    const { runs } = JSON.parse((await run(root, 'plan', '--format', 'sarif')).out)
    const rules = runs[0].tool.driver.rules.map((rule: { id: string }) => rule.id)
    expect(runs[0].results).toHaveLength(2)
    for (const result of runs[0].results) expect(rules[result.ruleIndex]).toBe(result.ruleId)
  })

  it('comes as Markdown and as annotations', async () => {
    expect((await run(root, 'plan', '--format', 'markdown')).out).toContain('**1 rewritten**')
    const { out } = await run(root, 'plan', '--format', 'github')
    expect(out.trim().split('\n')).toHaveLength(2)
    expect(out).toMatch(/^::warning file=src\/loans\.js,line=4,col=49,/)
  })

  it('is narrowed by --only', async () => {
    expect((await plan(root, '--only', 'switch')).sites).toEqual([])
    expect((await plan(root, '--only', 'equality')).sites).toHaveLength(2)
  })
})

describe('the contract of the catalogue', () => {
  const own = (code: string) => CATALOGUE.replace('dialects:', `contract: { code: ${code} }\ndialects:`)
  const asserted = `import request from 'supertest'\nit('refuses', async () => {\n  const { body } = await request({}).get('/loans')\n  expect(body).toMatchObject({ message: 'This membership is suspended' })\n})\n`

  it('says what the code is called', async () => {
    const root = library({ 'errors.catalogue.yaml': own('problem'), 'src/loans.js': CLIENT, 'src/a.test.js': asserted })
    await run(root, 'run')
    expect(readFileSync(join(root, 'src/loans.js'), 'utf8')).toBe(REWRITTEN.replace('.code', '.problem'))
    expect(readFileSync(join(root, 'src/a.test.js'), 'utf8')).toContain("{ problem: 'member_suspended' }")
  })

  it('keeps every test where it has none', async () => {
    const root = library({ 'errors.catalogue.yaml': own('null'), 'src/loans.js': CLIENT })
    expect((await plan(root)).sites.map(site => site.reason)).toEqual(['no-code-member'])
  })
})

describe('the configuration', () => {
  it('names the API: a request to another host stays', async () => {
    const files = {
      'problemshift.config.yaml': 'api: { baseUrls: ["https://api.library.example"] }\n',
      'src/ours.js': CLIENT.replace("'/loans'", "'https://api.library.example/loans'"),
      'src/theirs.js': CLIENT.replace("'/loans'", "'https://api.bookshop.example/loans'"),
      'src/unknown.js': CLIENT.replace("'/loans'", 'copy.url'),
    }
    const sites = (await plan(library(files))).sites.map(site => [site.file, site.reason])
    expect(sites).toEqual([
      ['src/ours.js', null],
      ['src/theirs.js', 'other-api'],
      ['src/unknown.js', 'api-unknown'],
    ])
  })

  it.each([
    ['text: message, decoration: "Desk: it failed"'],
    ['text: message, decoration: "{status} {message}"'],
    ['body: body, decoration: "Desk: {message}"'],
  ])('refuses a decoration that cannot be taken off: %s', async source => {
    const config = `sources: [{ module: src/desk.js, symbol: cast, kind: returns, ${source} }]\n`
    const { code, error } = await run(library({ 'problemshift.config.yaml': config }), 'plan')
    expect([code, error]).toEqual([2, expect.stringContaining('sources[0].decoration')])
  })
})
