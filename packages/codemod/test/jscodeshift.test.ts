import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { afterAll, describe, expect, it } from 'vitest'
import { installPacked } from './packed.ts'

// The real jscodeshift, in a process of its own, on the packages as they would be published.
const packed = installPacked()
const require = createRequire(import.meta.url)
const JSCODESHIFT = require.resolve('jscodeshift/bin/jscodeshift.js')
const TRANSFORM = 'node_modules/@problemshift/codemod/jscodeshift.cjs'

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
\taxios.post('/loans', { copy }).catch( error=>error.response?.data?.message === "This membership is suspended" ) // stays
`
const REWRITTEN = CLIENT.replace('message', 'code').replace('This membership is suspended', 'member_suspended')

const roots: string[] = []
afterAll(() => {
  for (const root of [packed, ...roots]) rmSync(root, { recursive: true, force: true })
})

function library(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = mkdtempSync(join(tmpdir(), 'problemshift-door-'))
  roots.push(root)
  symlinkSync(join(packed, 'node_modules'), join(root, 'node_modules'))
  for (const [file, text] of Object.entries({ 'errors.catalogue.yaml': CATALOGUE, ...files })) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  return root
}

function shift(root: string, ...args: readonly string[]) {
  const words = [JSCODESHIFT, '-t', TRANSFORM, '--catalogue=errors.catalogue.yaml', '--fail-on-error', ...args]
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: root, encoding: 'utf8' })
  return { status, output: stdout + stderr }
}

const text = (root: string, file: string) => readFileSync(join(root, file), 'utf8')

describe('npx jscodeshift -t node_modules/@problemshift/codemod/jscodeshift.cjs', () => {
  it('changes the bytes of the thought and no others, and nothing a second time', () => {
    const root = library({ 'src/loans.js': CLIENT, 'src/other.js': 'export const copies = 4\n' })
    const first = shift(root, 'src')
    expect(first.output).toMatch(/1 ok/)
    expect(text(root, 'src/loans.js')).toBe(REWRITTEN)
    expect(shift(root, 'src').output).toMatch(/0 ok/)
  })

  it('keeps a BOM, CRLF and the quotes of TypeScript with JSX', () => {
    const typed = (code: boolean) =>
      `\uFEFFimport axios from 'axios'\r\nexport const Loan = async () => {\r\n\ttry {\r\n\t\tawait axios.post('/loans')\r\n\t} catch (error: any) {\r\n\t\treturn <b>{error.response?.data?.${code ? 'code' : 'message'} === "${code ? 'member_suspended' : 'This membership is suspended'}"}</b>\r\n\t}\r\n}\r\n`
    const root = library({ 'src/loan.tsx': typed(false) })
    expect(shift(root, '--extensions=tsx', '--parser=tsx', 'src').output).toMatch(/1 ok/)
    expect(text(root, 'src/loan.tsx')).toBe(typed(true))
  })

  it('reads Flow', () => {
    const flow = `// @flow strict\nimport axios from 'axios'\ntype Props = {| +copy: ?number |}\nexport async function borrow({ copy }: Props): Promise<?boolean> {\n  try {\n    await axios.post('/loans', { copy })\n  } catch (error) {\n    return (error: any).response.data.message === 'This membership is suspended'\n  }\n}\n`
    const root = library({ 'src/loan.js': flow })
    expect(shift(root, '--parser=flow', 'src').output).toMatch(/1 ok/)
    expect(text(root, 'src/loan.js')).toBe(
      flow.replace('.message', '.code').replace('This membership is suspended', 'member_suspended'),
    )
  })

  it('keeps what has to change in two files, tells why, and works without Babel and in one process', () => {
    const files = {
      'src/http.js': `export async function send(path) {\n  const response = await fetch(path)\n  const body = await response.json()\n  if (!response.ok) throw new Error(body.message)\n  return body\n}\n`,
      'src/loans.js': `import { send } from './http.js'\nexport const borrow = () =>\n  send('/loans').catch(error => error.message === 'This membership is suspended')\n`,
    }
    const root = library(files)
    for (const how of [[], ['--no-babel'], ['--run-in-band']]) {
      const { output } = shift(root, ...how, 'src')
      expect(output).toMatch(/0 ok/)
      expect(output).toMatch(/src\/loans\.js 3:33 kept: other-file\./)
    }
    expect(text(root, 'src/loans.js')).toBe(files['src/loans.js'])
    expect(text(root, 'src/http.js')).toBe(files['src/http.js'])
  })

  it('sees the callers in other files, and leaves bytes alone that are no UTF-8', () => {
    const predicate = `import axios from 'axios'\nexport const isSuspended = text => text === 'This membership is suspended'\nexport const borrow = () => axios.post('/loans').catch(error => isSuspended(error.response.data.message))\n`
    const latin = Buffer.from(CLIENT.replace('stays', 'bl\u00e9ibt'), 'latin1')
    const root = library({
      'src/loans.js': predicate,
      'src/desk.js': `import { isSuspended } from './loans.js'\nexport const note = input => isSuspended(input.value)\n`,
      'src/old.js': latin,
    })
    const { output } = shift(root, 'src')
    expect(text(root, 'src/loans.js')).toContain("text === 'This membership is suspended'")
    expect(output).toMatch(/loans\.js 2:36 kept: origin-unknown/)
    expect(output).toMatch(/old\.js 1:1 kept: not-utf8|old\.js \d+:1 kept: not-utf8/)
    expect(readFileSync(join(root, 'src/old.js'))).toEqual(latin)
  })

  it('writes nothing in a dry run, and counts', () => {
    const root = library({ 'src/loans.js': CLIENT })
    const { output } = shift(root, '--dry', 'src')
    expect(output).toMatch(/rewritten: 1/)
    expect(text(root, 'src/loans.js')).toBe(CLIENT)
  })

  it('says what is wrong with the catalogue, and changes nothing', () => {
    const root = library({ 'src/loans.js': CLIENT })
    const { status, output } = shift(root, '--catalogue=none.yaml', 'src')
    expect(status).toBe(1)
    expect(output).toMatch(/none\.yaml: no such catalogue/)
    expect(text(root, 'src/loans.js')).toBe(CLIENT)
  })

  it('answers in the same turn, by the name that the package exports, for a text without a file', () => {
    const root = library({})
    const script = `
      const transform = require('@problemshift/codemod/jscodeshift')
      const { applyTransform } = require('jscodeshift/dist/testUtils')
      const input = { path: 'loans.js', source: ${JSON.stringify(CLIENT)} }
      const options = { catalogue: 'errors.catalogue.yaml' }
      if (transform(input, {}, options) !== ${JSON.stringify(REWRITTEN)}) throw new Error('not the text')
      console.log(applyTransform(transform, options, input))`
    const { stdout, stderr } = spawnSync(process.execPath, ['-e', script], { cwd: root, encoding: 'utf8' })
    expect(stderr).toBe('')
    expect(stdout.trim()).toBe(REWRITTEN.trim())
  })
})
