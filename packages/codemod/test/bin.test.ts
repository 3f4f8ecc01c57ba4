import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

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
    ).toEqual(['list', 'prefilter', 'load the compiler', 'open', 'detect', 'decide and plan', 'verify'])
  })

  it('names no compiler where no file needs one', () => {
    const { stderr } = run(library({ 'a.js': 'export const copies = 4\n' }), 'plan', '--timings')
    expect(stderr).toContain('prefilter')
    expect(stderr).not.toContain('compiler')
  })
})
