import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'

const COPY = fileURLToPath(new URL('../examples/copy.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'problemshift-example-'))
afterAll(() => rmSync(folder, { recursive: true }))

function copyTo(name?: string) {
  const words = name === undefined ? [COPY] : [COPY, name]
  return spawnSync('node', words, { encoding: 'utf8', env: { ...process.env, INIT_CWD: folder } }).status
}

describe('the example', () => {
  test('is copied to where it was asked for, and runs there', () => {
    expect(copyTo('lending')).toBe(0)
    const told = execFileSync('node', ['server/ask.js'], { cwd: join(folder, 'lending'), encoding: 'utf8' })
    expect(told.split('\n')[0]).toBe('GET /loans/99 404 Loan 99 not found')
  })

  test('is not copied over what somebody has', () => {
    const own = mkdtempSync(join(folder, 'own-'))
    writeFileSync(join(own, 'loans.txt'), '17')
    expect(copyTo(own)).toBe(2)
    expect(readdirSync(own)).toEqual(['loans.txt'])
  })

  test('is copied nowhere where nobody says where to', () => {
    expect(copyTo()).toBe(2)
  })
})
