// `pnpm laws [--times n] [--seed n]`: the laws on other examples than the gate's, until one does not hold.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

const { values } = parseArgs({ options: { times: { type: 'string', default: '1' }, seed: { type: 'string' } } })
const first = Number(values.seed ?? Date.now() % 1_000_000_000)
const times = Number(values.times)
if (!Number.isInteger(first) || !Number.isInteger(times) || times < 1) {
  console.error('pnpm laws [--times n] [--seed n]')
  process.exit(2)
}

process.chdir(ROOT)
const files = readdirSync('packages').flatMap(testsWithLaws)
for (let seed = first; seed < first + times; seed += 1) {
  console.log(`${files.length} files with laws, seed ${seed}`)
  const words = ['node_modules/vitest/vitest.mjs', 'run', ...files]
  const { status } = spawnSync(process.execPath, words, {
    stdio: 'inherit',
    env: { ...process.env, LAWS_SEED: String(seed) },
  })
  if (status === 0) continue
  console.error(
    `A law does not hold: pnpm laws --seed ${seed} draws it again. Make its example a test before you repair it.`,
  )
  process.exit(1)
}

// The made-up worlds take their own seed, and their time.
/** @param {string} name */
function testsWithLaws(name) {
  return readdirSync(`packages/${name}/test`, { recursive: true, encoding: 'utf8' })
    .map(file => `packages/${name}/test/${file}`)
    .filter(file => file.endsWith('.test.ts') && !file.endsWith('made-worlds.test.ts'))
    .filter(file => /from '(?:fast-check|\.\/arbitraries\.ts)'/.test(readFileSync(file, 'utf8')))
}
