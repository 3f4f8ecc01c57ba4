// `pnpm mutate <part> [--one-in n] [--seed n]`: plants faults in a deciding part and counts those that its tests find.
// The figures go into docs/reference/mutation.json; a page is made from them. Long, so it is not in the gate.
import { readFileSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { Stryker } from '@stryker-mutator/core'
import { isDrawn } from './draw.js'
import { listMutants } from './list-mutants.js'
import { parts } from './parts.js'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const FIGURES = new URL('../../docs/reference/mutation.json', import.meta.url)

const { values, positionals } = parseArgs({
  options: { 'one-in': { type: 'string', default: '1' }, seed: { type: 'string', default: '1' } },
  allowPositionals: true,
})
const [name = ''] = positionals
const part = parts[name]
const oneIn = Number(values['one-in'])
if (part === undefined || positionals.length > 1 || !Number.isInteger(oneIn) || oneIn < 1) {
  console.error(`pnpm mutate <part> [--one-in n] [--seed n]\nparts: ${Object.keys(parts).join(', ')}`)
  process.exit(2)
}

console.log(`${name}: one mutant in ${oneIn}, seed ${values.seed}`)
Object.assign(process.env, {
  MUTATE_SEED: values.seed,
  MUTATE_ONE_IN: String(oneIn),
  MUTATE_TESTS: part.tests.join(','),
})
process.chdir(ROOT)
const all = await listMutants(part.sources)
const chosen = all.filter(mutant => isDrawn(mutant, { seed: values.seed, oneIn }))
// Only there is the source made changeable: a switch at every place would make the automata a hundred times slower.
const ranges = chosen.map(({ fileName, location: { start, end } }) => {
  return `${fileName}:${start.line + 1}:${start.column}-${end.line + 1}:${end.column}`
})
const mutants = await new Stryker({
  mutate: ranges,
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner', new URL('./sampler.js', import.meta.url).pathname],
  checkers: ['sampler'],
  vitest: { configFile: 'checks/mutation/vitest.config.js', related: false },
  concurrency: 1,
  coverageAnalysis: 'perTest',
  // On a busy machine a test may be slow; that is no fault found.
  timeoutFactor: 4,
  timeoutMS: 15_000,
  // The builds come along: a test that starts a program starts that, without a fault in it.
  ignorePatterns: ['.git'],
  reporters: ['progress-append-only'],
  tempDirName: '.stryker-tmp',
  allowConsoleColors: false,
}).runMutationTest()

/** @param {readonly string[]} statuses */
const count = (...statuses) => mutants.filter(({ status }) => statuses.includes(status)).length
const drawn = mutants.filter(({ status, statusReason }) => status !== 'CompileError' || statusReason !== 'not drawn')
const figures = {
  day: new Date().toISOString().slice(0, 10),
  seed: Number(values.seed),
  oneIn,
  mutants: all.length,
  drawn: drawn.length,
  killed: count('Killed', 'RuntimeError'),
  timeout: count('Timeout'),
  survived: count('Survived'),
  uncovered: count('NoCoverage'),
  late: drawn.filter(({ status }) => status === 'Timeout').map(placeOf),
  left: drawn.filter(({ status }) => status === 'Survived' || status === 'NoCoverage').map(placeOf),
}
writeFileSync(FIGURES, `${JSON.stringify({ ...readFigures(), [name]: figures }, null, 2)}\n`)
for (const { place, mutator, becomes } of figures.left) console.log(`${place} ${mutator}: ${becomes}`)
const found = figures.killed + figures.timeout
console.log(`${found} of ${drawn.length} found (${((100 * found) / drawn.length).toFixed(1)} %)`)

/** @param {import('@stryker-mutator/api/core').MutantResult} mutant */
function placeOf({ fileName, location: { start }, mutatorName, replacement, status }) {
  const file = fileName.slice(fileName.indexOf('packages/'))
  const becomes = (replacement ?? '').replace(/\s+/g, ' ').slice(0, 160)
  return { place: `${file}:${start.line}:${start.column}`, mutator: mutatorName, becomes, status }
}

function readFigures() {
  try {
    return JSON.parse(readFileSync(FIGURES, 'utf8'))
  } catch {
    return {}
  }
}
