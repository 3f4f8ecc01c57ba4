import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { BROKEN, folderWith, LIBRARY } from './desk.ts'

const PACKAGE = new URL('../../', import.meta.url)
const manifest = JSON.parse(readFileSync(new URL('package.json', PACKAGE), 'utf8'))
const BIN = fileURLToPath(new URL(manifest.bin['problemshift-catalogue'], PACKAGE))

function runBin(cwd: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  return { status, stdout, stderr }
}

describe('the built program, as a process', () => {
  test('starts with a line that names node', () => {
    expect(readFileSync(BIN, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/)
  })

  test('has the version of its package', () => {
    expect(runBin('/', ['--version'])).toEqual({ status: 0, stdout: `${manifest.version}\n`, stderr: '' })
  })

  test.each([
    [0, LIBRARY],
    [1, BROKEN],
  ])('exits with %d', (status, text) => {
    expect(runBin(folderWith({ 'errors.catalogue.yaml': text }), ['check'])).toMatchObject({ status, stderr: '' })
  })

  test('exits with 2 and writes to stderr only for a wrong call', () => {
    const { status, stdout, stderr } = runBin(folderWith({}), ['check'])
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).not.toBe('')
    expect(stderr).not.toContain('    at ')
  })

  test('writes no colours into a pipe', () => {
    expect(runBin(folderWith({ 'errors.catalogue.yaml': BROKEN }), ['check']).stdout).not.toContain('\u001b')
  })

  test('ends in peace when its reader goes away', async () => {
    const problems = Array.from({ length: 3000 }, (_, at) => `  loan_${at}: { status: 404, title: Loan ${at} }`).join(
      '\n',
    )
    const cwd = folderWith({
      'errors.catalogue.yaml': `type: https://errors.library.example/{code}\nproblems:\n${problems}\n`,
    })
    const child = spawn(process.execPath, [BIN, 'pages'], { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    let complaints = ''
    child.stderr.on('data', part => {
      complaints += part
    })
    child.stdout.once('data', () => child.stdout.destroy())
    await once(child, 'close')
    expect(complaints).toBe('')
  }, 30_000)
})
