import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { progressLine } from '../src/cli/progress.ts'

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
const TEST = `export const isSuspended = text => text === 'This membership is suspended'\n`
const CLIENT = `import axios from 'axios'
export async function borrow(id) {
  try {
    return await axios.post(\`/loans/\${id}\`)
  } catch (error) {
    if (error.response?.data.message === 'This membership is suspended') return null
    throw error
  }
}
`

// Root reads everything. Nobody else does, and may not even reach our program, where the checkout lies in root's own home.
const isRoot = process.getuid?.() === 0
const NOBODY = 65_534
const isRefused = !isRoot || spawnSync(process.execPath, [BIN, '--version'], { uid: NOBODY }).status === 0

function library(files: Readonly<Record<string, string | Buffer>>): string {
  const root = mkdtempSync(join(tmpdir(), 'problemshift-whole-'))
  for (const [file, text] of Object.entries({ 'errors.catalogue.yaml': CATALOGUE, ...files })) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  return root
}

function plan(root: string, options: { readonly uid?: number } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, 'plan', '--format', 'json'], {
    cwd: root,
    encoding: 'utf8',
    ...options,
  })
  return { status, stderr, sites: sitesIn(stdout) }
}

interface Told {
  readonly file: string
  readonly line: number
  readonly outcome: string
  readonly reason: string | null
}

function sitesIn(stdout: string): readonly Told[] {
  const { sites } = JSON.parse(stdout) as { readonly sites: readonly Told[] }
  return sites.map(({ file, line, outcome, reason }) => ({ file, line, outcome, reason }))
}

describe('a file that is not as others are', () => {
  const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')

  it.each([
    ['Latin-1', Buffer.from(`// r\xe9serv\xe9\n${TEST}`, 'latin1'), 2],
    ['UTF-16', utf16(`// desk\n\n${TEST}`), 3],
    ['UTF-16 the other way round', Buffer.from(utf16(`// desk\n${TEST}`)).swap16(), 2],
  ])('in %s is kept, at the line of the wording', (_, bytes, line) => {
    const { status, sites } = plan(library({ 'a.js': bytes }))
    expect(status).toBe(0)
    expect(sites).toEqual([{ file: 'a.js', line, outcome: 'keep', reason: 'not-utf8' }])
  })

  it.runIf(isRefused)('that cannot be read is a failure, and the rest goes on', () => {
    const root = library({ 'a.js': TEST, 'b.js': CLIENT })
    chmodSync(join(root, 'a.js'), 0o000)
    chmodSync(root, 0o755)
    const { sites } = plan(root, isRoot ? { uid: NOBODY } : {})
    expect(sites).toEqual([
      { file: 'a.js', line: 1, outcome: 'fail', reason: 'unreadable' },
      { file: 'b.js', line: 6, outcome: 'rewrite', reason: null },
    ])
  })

  it('that does not parse is a failure, and the rest goes on', () => {
    const { sites } = plan(library({ 'a.ts': `const = 'This membership is suspended'\n`, 'b.js': CLIENT }))
    expect(sites.map(({ file, reason }) => [file, reason])).toEqual([
      ['a.ts', 'does-not-parse'],
      ['b.js', null],
    ])
  })

  it('of a megabyte is looked into', () => {
    const filler = Array.from({ length: 20_000 }, (_, at) => `export const shelf${at} = [${at}, 'of the hall']\n`)
    const { status, sites } = plan(library({ 'a.js': `${filler.join('')}${TEST}` }))
    expect([status, sites.length]).toEqual([0, 1])
    expect(sites[0]).toMatchObject({ line: 20_001, outcome: 'keep' })
  })

  it('and no file at all, though its name says so, changes nothing', () => {
    const root = library({ 'folder.ts/b.js': CLIENT })
    symlinkSync('nowhere.ts', join(root, 'broken.ts'))
    symlinkSync('loop.ts', join(root, 'loop.ts'))
    symlinkSync('..', join(root, 'folder.ts/up'))
    symlinkSync('folder.ts/b.js', join(root, 'again.js'))
    const told = { file: 'folder.ts/b.js', line: 6, outcome: 'rewrite', reason: null }
    expect(plan(root)).toEqual({ status: 0, stderr: '', sites: [told] })
    spawnSync('git', ['init', '--quiet', root])
    expect(plan(root)).toEqual({ status: 0, stderr: '', sites: [told] })
  })
})

describe('a configuration of the compiler', () => {
  it.each([
    ['that is not there', {}],
    ['that is broken', { 'tsconfig.json': '{ "compilerOptions": { "strict": tru' }],
    ['that extends what is not there', { 'tsconfig.json': '{ "extends": "./none.json" }' }],
    ['that extends itself', { 'tsconfig.json': '{ "extends": "./tsconfig.json" }' }],
    [
      'with comments and a trailing comma',
      { 'tsconfig.json': '{ // mine\n "compilerOptions": { "strict": true, }, }' },
    ],
  ])('%s hinders nothing', (_, files) => {
    const { status, sites } = plan(library({ ...files, 'a.ts': CLIENT.replace('(id)', '(id: string)') }))
    expect(status).toBe(0)
    expect(sites).toMatchObject([{ file: 'a.ts', line: 6 }])
  })
})

describe('whoever reads only the head of a report', () => {
  it('is not told of a broken pipe', () => {
    const many = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`${at}.js`, TEST.repeat(60)]))
    const root = library(many)
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', `"$0" "$1" plan --format json | head -c 10`, process.execPath, BIN],
      {
        cwd: root,
        encoding: 'utf8',
      },
    )
    expect([status, stderr]).toEqual([0, ''])
  })
})

describe('progress', () => {
  const many = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`src/${at}.js`, CLIENT]))

  it('is a line that goes away', () => {
    const written: string[] = []
    const line = progressLine(text => written.push(text), 30)
    line.tell({ stage: 'read files', done: 300, of: 10_000 })
    line.tell({ stage: 'look through a very long name of a stage', done: 0, of: 0 })
    line.clear()
    line.clear()
    expect(written).toEqual([
      '\r\x1b[2Kread files 300 of 10000 files',
      '\r\x1b[2Klook through a very long name',
      '\r\x1b[2K',
    ])
  })

  it.runIf(spawnSync('script', ['--version']).status === 0)('is shown on a terminal only, and cleared', () => {
    const root = library(many)
    const inTerminal = (env: NodeJS.ProcessEnv, flags = '') =>
      spawnSync(
        'script',
        ['-qec', `"${process.execPath}" "${BIN}" plan --format json ${flags} > report.json`, '/dev/null'],
        {
          cwd: root,
          encoding: 'utf8',
          env: { ...process.env, ...env },
        },
      ).stdout
    const shown = inTerminal({ CI: '' })
    expect(shown).toMatch(/\d+ of \d+ files/)
    expect(shown.endsWith('\r\x1b[2K')).toBe(true)
    expect(inTerminal({ CI: 'true' })).toBe('')
    expect(inTerminal({ CI: '' }, '--no-progress')).toBe('')
    expect(JSON.parse(readFileSync(join(root, 'report.json'), 'utf8')).summary.sites).toBe(60)
  })

  it('is nothing in a pipe', () => {
    expect(plan(library(many)).stderr).toBe('')
  })
})

describe('an interrupt while files are looked into', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('by %s ends with %i and leaves every file as it was', async (signal, code) => {
    const files = Object.fromEntries(Array.from({ length: 1_500 }, (_, at) => [`src/${at}.js`, CLIENT]))
    const root = library(files)
    const child = spawn(process.execPath, [BIN, 'run', '--timings'], { cwd: root, stdio: 'ignore' })
    const exited = new Promise<number | null>(done => void child.on('exit', done))
    await new Promise(done => void setTimeout(done, 1_500))
    child.kill(signal)
    expect(await exited).toBe(code)
    for (const [file, text] of Object.entries(files)) expect(readFileSync(join(root, file), 'utf8')).toBe(text)
  })
})
