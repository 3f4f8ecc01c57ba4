import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { SEED } from './seeded.js'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

it('draw the same examples in every run of the gate, because it has to say the same of the same commit', () => {
  const drawn = () => fc.check(fc.property(fc.nat(), () => true)).seed
  expect([drawn(), drawn()]).toEqual([SEED, SEED])
})

it('draw others where somebody searches for them, and refuse a seed that is none', () => {
  const search = (...words: string[]) =>
    spawnSync(process.execPath, ['checks/laws/run.js', ...words], { cwd: ROOT, encoding: 'utf8' })
  expect(search('--seed', 'soon')).toMatchObject({ status: 2 })
})
