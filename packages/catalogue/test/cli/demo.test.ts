import { spawnSync } from 'node:child_process'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const DEMO = fileURLToPath(new URL('../../../fixtures/dist/demo/demo.js', import.meta.url))

test('the demo shows a check, a conversion, an exact answer and a rewritten client, on a narrow screen and without colours', () => {
  const { status, stdout } = spawnSync(process.execPath, [DEMO], { encoding: 'utf8' })
  expect(status).toBe(0)
  for (const part of [
    '4 problems',
    'signs-overlap',
    'HTTP/1.1 404',
    '"code": "loan_not_found"',
    'codes     loan_not_found',
    '"Loan 1 not found"',
    '3 sites: 2 rewritten, 1 kept, 0 failed',
    "\n+    if (error.code === 'copy_on_loan')",
  ]) {
    expect(stdout).toContain(part)
  }
  expect(stdout).not.toContain('\u001b')
  const lines = stdout.trimEnd().split('\n')
  expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(80)
  // What is shown of the catalogue alone fits on one screen; the halves that ask it follow.
  expect(lines.findIndex(line => line.includes('"Loan 1 not found"'))).toBeLessThanOrEqual(60)
}, 30_000)
