import { spawn } from 'node:child_process'
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { main } from '../src/cli/main.ts'
import type { Change } from '../src/migrate.ts'
import { writeChanges } from '../src/rewrite/write-files.ts'

const BIN = fileURLToPath(new URL('../bin/problemshift-codemod.js', import.meta.url))

function folder(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'problemshift-write-'))
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  return root
}

const change = (file: string, group: number, before = 'old'): Change => ({
  file,
  before,
  after: 'new',
  bom: false,
  group,
})
const texts = (root: string) =>
  Object.fromEntries(readdirSync(root).map(file => [file, readFileSync(join(root, file), 'utf8')]))

describe('what changes together', () => {
  it('is written whole, and what does not belong to it goes on without it', () => {
    const root = folder({ 'a.js': 'old', 'b.js': 'old', 'c.js': 'old' })
    chmodSync(join(root, 'b.js'), 0o444)
    const faults = writeChanges(root, [change('a.js', 0), change('b.js', 0), change('c.js', 1)])
    expect(faults.map(fault => fault.file)).toEqual(['b.js'])
    expect(texts(root)).toEqual({ 'a.js': 'old', 'b.js': 'old', 'c.js': 'new' })
  })

  it('is not written over what somebody else wrote meanwhile', () => {
    const root = folder({ 'a.js': 'old', 'b.js': 'other' })
    expect(writeChanges(root, [change('a.js', 0), change('b.js', 0)]).map(fault => fault.file)).toEqual(['b.js'])
    expect(texts(root)).toEqual({ 'a.js': 'old', 'b.js': 'other' })
  })

  it('is put back when the last of it cannot get into its place', () => {
    const root = folder({ 'a.js': 'old', 'b.js': 'old' })
    const [first, second] = [change('a.js', 0), change('b.js', 0)]
    // It becomes a folder when its new text is asked for: behind the look at it, before the rename, which then fails.
    const late = {
      ...second,
      get after() {
        makeFolder(join(root, 'b.js'))
        return 'new'
      },
    }
    expect(writeChanges(root, [first, late]).map(fault => fault.file)).toEqual(['b.js'])
    expect(readFileSync(join(root, 'a.js'), 'utf8')).toBe('old')
    expect(readdirSync(root).filter(file => file.endsWith('.tmp'))).toEqual([])
  })
})

function makeFolder(path: string): void {
  if (statSync(path).isDirectory()) return
  rmSync(path)
  mkdirSync(path)
}

const CATALOGUE = `api: Lending library\ntype: https://errors.library.example/{code}\ndialects: [message-only]\nproblems:\n  member_suspended:\n    status: 403\n    title: Member suspended\n    from: [{ message: This membership is suspended }]\n`
const HTTP = `#!/usr/bin/env node\r\nexport async function send(path) {\r\n\tconst response = await fetch(path)\r\n\tconst body = await response.json()\r\n\tif (!response.ok) throw new Error(body.message)\r\n\treturn body\r\n}\r\n`
const LOANS = `\uFEFFimport { send } from './http.js'\n\nexport const borrow = () =>\n  send('/loans').catch(error => error.message === 'This membership is suspended')`

async function run(root: string, ...argv: readonly string[]) {
  const said = { out: '', error: '' }
  const code = await main(argv, {
    cwd: root,
    isTerminal: false,
    noColor: true,
    out: text => {
      said.out += text
    },
    error: text => {
      said.error += text
    },
  })
  return { code, ...said }
}

describe('run', () => {
  it('keeps the mode, the link, the BOM, CRLF, the shebang and the missing last line end of both files', async () => {
    const root = folder({ 'errors.catalogue.yaml': CATALOGUE, 'src/real.js': HTTP, 'src/loans.js': LOANS })
    chmodSync(join(root, 'src/real.js'), 0o751)
    symlinkSync('real.js', join(root, 'src/http.js'))
    const renamed = LOANS.replace('./http.js', './real.js')
    writeFileSync(join(root, 'src/loans.js'), renamed)
    expect((await run(root, 'run')).code).toBe(0)
    const thrown = 'Object.assign(new Error(body.detail ?? body.title), { code: body.code })'
    expect(readFileSync(join(root, 'src/real.js'), 'utf8')).toBe(HTTP.replace('new Error(body.message)', thrown))
    expect(readFileSync(join(root, 'src/loans.js'), 'utf8')).toBe(
      renamed.replace('message', 'code').replace('This membership is suspended', 'member_suspended'),
    )
    expect(statSync(join(root, 'src/real.js')).mode & 0o777).toBe(0o751)
    expect(lstatSync(join(root, 'src/http.js')).isSymbolicLink()).toBe(true)
  })

  it('fails with 3 on a read-only file, writes nothing of its group, and counts it as failed', async () => {
    const root = folder({ 'errors.catalogue.yaml': CATALOGUE, 'src/http.js': HTTP, 'src/loans.js': LOANS })
    chmodSync(join(root, 'src/http.js'), 0o444)
    const { code, out, error } = await run(root, 'run', '--format', 'json')
    const { summary, sites } = JSON.parse(out)
    expect([code, summary.rewritten, summary.failed, sites[0].reason]).toEqual([3, 0, 1, 'not-written'])
    expect(error).toMatch(/src\/http\.js could not be written: .*read-only/)
    expect(readFileSync(join(root, 'src/loans.js'), 'utf8')).toBe(LOANS)
  })

  it('leaves each group whole when it is interrupted', async () => {
    const files: Record<string, string> = { 'errors.catalogue.yaml': CATALOGUE }
    for (let index = 0; index < 40; index += 1) {
      files[`p${index}/http.js`] = HTTP
      files[`p${index}/loans.js`] = LOANS
    }
    const root = folder(files)
    const child = spawn(process.execPath, [BIN, 'run', '--quiet'], { cwd: root, stdio: 'ignore' })
    const exited = new Promise<number | null>(done => void child.on('exit', done))
    while (child.exitCode === null && readFileSync(join(root, 'p0/loans.js'), 'utf8') === LOANS) {
      await new Promise(done => void setTimeout(done, 1))
    }
    child.kill('SIGINT')
    expect([0, 130]).toContain(await exited)
    for (let index = 0; index < 40; index += 1) {
      const [http, loans] = ['http', 'loans'].map(name => readFileSync(join(root, `p${index}/${name}.js`), 'utf8'))
      expect(http === HTTP).toBe(loans === LOANS)
      expect(readdirSync(join(root, `p${index}`)).sort()).toEqual(['http.js', 'loans.js'])
    }
  })
})
