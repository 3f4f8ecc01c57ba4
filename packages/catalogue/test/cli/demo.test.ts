import { spawnSync } from 'node:child_process'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const DEMO = fileURLToPath(new URL('../../../fixtures/dist/demo/demo.js', import.meta.url))

test('the demo shows a check, a conversion and an exact answer on one screen without colours', () => {
  const { status, stdout } = spawnSync(process.execPath, [DEMO], { encoding: 'utf8' })
  expect(status).toBe(0)
  for (const part of [
    '4 problems',
    'signs-overlap',
    'HTTP/1.1 404',
    '"code": "loan_not_found"',
    'codes     loan_not_found',
    '"Loan 1 not found"',
  ]) {
    expect(stdout).toContain(part)
  }
  expect(stdout).not.toContain('\u001b')
  const lines = stdout.trimEnd().split('\n')
  expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(80)
  expect(lines.length).toBeLessThanOrEqual(60)
}, 30_000)
