import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

const BIN = fileURLToPath(new URL('../bin/problemshift-codemod.js', import.meta.url))

const CATALOGUE = `
api: Lending library
type: https://errors.library.example/{code}
problems:
  member_suspended:
    status: 403
    title: Member suspended
    from:
      - message: This membership is suspended
`

const TEXT = `text => text === 'This membership is suspended'\n`
const ONE = `export const isSuspended = ${TEXT}`
const TWO = `${ONE}export const mayBorrow = ${TEXT.replace('===', '!==')}`

function library(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'problemshift-bin-'))
  for (const [file, text] of Object.entries({ 'errors.catalogue.yaml': CATALOGUE, ...files })) write(root, file, text)
  return root
}

function write(root: string, file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), text)
}

function run(cwd: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], { cwd, encoding: 'utf8' })
  return { status, stdout, stderr }
}

describe('an ignore comment', () => {
  it('keeps its site, and check does not count it', () => {
    const root = library({ 'a.js': `// problemshift-ignore: a text of the desk\n${ONE}` })
    expect(run(root, 'check', '--quiet')).toMatchObject({ status: 0, stderr: '' })
  })

  it.each([
    ['no site is on its line or the next', `// problemshift-ignore: a text of the desk\n\n\n${ONE}`, 'a.js:1:'],
    [
      'there is no site in its file any more',
      '\n// problemshift-ignore: gone since\nexport const code = 4\n',
      'a.js:2:',
    ],
    ['it gives no reason', `// problemshift-ignore\n${ONE}`, 'a.js:1:'],
  ])('is told when %s', (_, text, place) => {
    const { status, stdout, stderr } = run(library({ 'a.js': text }), 'plan', '--format', 'json')
    expect(status).toBe(0)
    expect(Object.keys(JSON.parse(stdout))).toEqual(['version', 'summary', 'sites'])
    expect(stderr).toMatch(new RegExp(`^${place} problemshift-ignore .*\n$`))
  })

  it('without effect is an annotation on GitHub', () => {
    const root = library({ 'a.js': '// problemshift-ignore: gone since\n' })
    expect(run(root, 'check', '--format', 'github').stdout).toMatch(
      /^::warning file=a\.js,line=1,title=idle-ignore::.*\n$/,
    )
  })
})

describe('a baseline', () => {
  it('lets check pass for what is in it, and fail for what is new', () => {
    const root = library({ 'a.js': ONE })
    expect(run(root, 'check', '--baseline', 'known.json', '--update-baseline').status).toBe(0)
    const first = run(root, 'check', '--baseline', 'known.json', '--format', 'jsonl')
    expect(first).toMatchObject({ status: 0, stderr: '' })
    expect(JSON.parse(first.stdout).summary).toMatchObject({ sites: 0, kept: 0 })
    write(root, 'a.js', `// one more line\n${TWO}`)
    const second = run(root, 'check', '--baseline', 'known.json', '--format', 'jsonl')
    expect(second.status).toBe(1)
    const [site, last] = second.stdout.trim().split('\n')
    expect(JSON.parse(site ?? '')).toMatchObject({ file: 'a.js', line: 3 })
    expect(JSON.parse(last ?? '').summary).toMatchObject({ sites: 1, rewritten: 0, kept: 1, failed: 0 })
  })

  it('that names sites which are gone is told, and shrinks when it is written anew', () => {
    const root = library({ 'a.js': TWO })
    run(root, 'check', '--baseline', 'known.json', '--update-baseline')
    write(root, 'a.js', ONE)
    expect(run(root, 'check', '--baseline', 'known.json')).toMatchObject({
      status: 0,
      stderr: expect.stringMatching(/^1 sites /),
    })
    run(root, 'check', '--baseline', 'known.json', '--update-baseline')
    const { version, sites } = JSON.parse(readFileSync(join(root, 'known.json'), 'utf8'))
    expect([version, sites.length]).toEqual([1, 1])
  })

  it.each([
    [['check', '--baseline', 'none.json'], 'no such baseline'],
    [['check', '--baseline', 'errors.catalogue.yaml'], 'errors.catalogue.yaml'],
    [['check', '--baseline', 'list.json'], 'version 1'],
    [['check', '--update-baseline'], '--baseline'],
    [['plan', '--baseline', 'known.json'], 'belongs to check'],
  ])('that cannot be used ends with 2: %j', (args, words) => {
    const { status, stdout, stderr } = run(library({ 'a.js': ONE, 'list.json': '[]' }), ...args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain(words)
  })
})

describe('--timings', () => {
  it('tells the stages on stderr and leaves the report alone', () => {
    const { status, stdout, stderr } = run(library({ 'a.js': ONE }), 'plan', '--format', 'json', '--timings')
    expect(status).toBe(0)
    expect(JSON.parse(stdout).summary.sites).toBe(1)
    expect(
      stderr
        .trimEnd()
        .split('\n')
        .map(line => line.replace(/^ *\d+ ms {2}/, '')),
    ).toEqual([
      'list',
      'prefilter',
      'near requests',
      'load the compiler',
      'look through',
      'detect',
      'decide and plan',
      'mocks',
      'validation',
      'read',
      'further rules',
      'verify',
    ])
  })

  it('names no compiler where no file needs one', () => {
    const { stderr } = run(library({ 'a.js': 'export const copies = 4\n' }), 'plan', '--timings')
    expect(stderr).toContain('prefilter')
    expect(stderr).not.toContain('compiler')
  })
})

describe('init', () => {
  const shop = {
    'packages/web/package.json': '{}',
    'packages/web/src/http.ts': `import axios from 'axios'\nexport const http = axios.create({ baseURL: 'https://api.library.example' })\n`,
    'packages/web/src/mocks/loans.ts': `export const loans = () => fetch('/loans')\n`,
    'packages/server/package.json': '{}',
    'packages/server/src/loans.ts': 'export const loans = []\n',
  }

  it('writes a configuration that plan takes, and narrows nothing by a guess', () => {
    const root = library({ ...shop, 'a.js': ONE })
    expect(run(root, 'init')).toEqual({ status: 0, stdout: 'problemshift.config.yaml\n', stderr: '' })
    const text = readFileSync(join(root, 'problemshift.config.yaml'), 'utf8')
    expect(parse(text)).toEqual({ catalogue: 'errors.catalogue.yaml' })
    expect(JSON.parse(run(root, 'plan', '--format', 'json').stdout).summary.sites).toBe(1)
  })

  it('says what it saw, so that taking away the marks gives a configuration', () => {
    const root = library(shop)
    run(root, 'init')
    const text = readFileSync(join(root, 'problemshift.config.yaml'), 'utf8')
    expect(text).toContain('axios (1 files), fetch (1 files)')
    expect(parse(text.replace(/^# (?=[a-z]+:| {2})/gm, ''))).toEqual({
      catalogue: 'errors.catalogue.yaml',
      include: ['packages/web/**'],
      ignore: ['**/mocks/**'],
      api: { baseUrls: ['https://api.library.example'] },
      sources: [{ module: 'src/http.ts', symbol: 'request', kind: 'rejects', body: 'context.body' }],
    })
  })

  it('finds a catalogue that lies deeper, and tells when there is none', () => {
    const deep = mkdtempSync(join(tmpdir(), 'problemshift-bin-'))
    write(deep, 'contract/errors.catalogue.yaml', CATALOGUE)
    expect(run(deep, 'init')).toMatchObject({ status: 0, stderr: '' })
    expect(run(deep, 'plan').status).toBe(0)
    const empty = mkdtempSync(join(tmpdir(), 'problemshift-bin-'))
    expect(run(empty, 'init')).toMatchObject({ status: 0, stderr: expect.stringContaining('errors.catalogue.yaml') })
  })

  it.each(['problemshift.config.yaml', 'problemshift.config.json', 'problemshift.config.ts'])(
    'refuses with 4 where there is a %s, and leaves it',
    name => {
      const root = library({ [name]: 'mine' })
      expect(run(root, 'init')).toMatchObject({ status: 4, stdout: '', stderr: expect.stringContaining(name) })
      expect(readFileSync(join(root, name), 'utf8')).toBe('mine')
    },
  )

  it('writes where it is told to, and only YAML', () => {
    const root = library({})
    expect(run(root, 'init', '--config', 'none.json').status).toBe(2)
    expect(run(root, 'init', '--config', 'tools/none.yaml').status).toBe(2)
    expect(run(root, 'init', '--config', 'shift.yml').status).toBe(0)
    expect(run(root, 'init', 'src').status).toBe(2)
    expect(run(root, 'plan', '--config', 'shift.yml').status).toBe(0)
  })
})

describe('a flag that is to come', () => {
  it.each([
    [['run', '--interactive'], '--interactive'],
    [['run', '-i'], '--interactive'],
    [['plan', '--shard', '1/4'], '--shard'],
    [['plan', '--shard=1/4'], '--shard'],
    [['plan', '--cache'], '--cache'],
    [['plan', '--since', 'main'], '--since'],
    [['plan', '--format', 'html'], '--format html'],
    [['init', '--interactive'], '--interactive'],
  ])('is refused with 2 and a sentence: %j', (args, words) => {
    const { status, stdout, stderr } = run(library({ 'a.js': ONE }), ...args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^problemshift-codemod: .* is not there yet.*\n$/)
    expect(stderr).toContain(words)
  })
})
