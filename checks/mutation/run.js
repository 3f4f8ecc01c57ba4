// `pnpm mutate <part> [--one-in n] [--seed n]`: plants faults in a deciding part and counts those that its tests find.
// The figures go into docs/reference/mutation.json; a page is made from them. Long, so it is not in the gate.
import { readFileSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { isDrawn } from './draw.js'
import { filesOf, listMutants } from './list-mutants.js'
import { parts } from './parts.js'
import { plant } from './plant.js'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const FIGURES = new URL('../../docs/reference/mutation.json', import.meta.url)
const FEW_EXAMPLES = 100

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
process.chdir(ROOT)
const all = await listMutants(part.sources)
const drawn = all.filter(mutant => isDrawn(mutant, { seed: values.seed, oneIn }))
const first = await plant(part.tests, drawn, FEW_EXAMPLES)
// What few examples leave is planted again, and the laws run as they do in the gate; the other tests say the same twice.
const laws = part.tests.flatMap(filesOf).filter(file => readFileSync(file, 'utf8').includes("from 'fast-check'"))
const missed = first.filter(isLeft)
const again = drawn.filter(mutant => missed.some(result => isOf(result, mutant)))
const second = again.length === 0 || laws.length === 0 ? [] : await plant(laws, again, Number.POSITIVE_INFINITY)
const foundThen = drawn.filter(mutant => second.some(result => !isLeft(result) && isOf(result, mutant)))
const mutants = first.map(result => {
  const found = foundThen.find(mutant => isOf(result, mutant))
  return found === undefined ? result : (second.find(one => isOf(one, found)) ?? result)
})
if (mutants.length !== drawn.length) throw new Error(`${drawn.length} were drawn, ${mutants.length} were run`)

/** @param {readonly string[]} statuses */
const count = (...statuses) => mutants.filter(({ status }) => statuses.includes(status)).length
const figures = {
  day: new Date().toISOString().slice(0, 10),
  seed: Number(values.seed),
  oneIn,
  mutants: all.length,
  drawn: mutants.length,
  killed: count('Killed', 'RuntimeError') + mutants.filter(isEndless).length,
  timeout: count('Timeout') - mutants.filter(isEndless).length,
  survived: count('Survived'),
  uncovered: count('NoCoverage'),
  late: mutants.filter(mutant => mutant.status === 'Timeout' && !isEndless(mutant)).map(placeOf),
  left: mutants.filter(isLeft).map(placeOf),
}
writeFileSync(FIGURES, `${JSON.stringify({ ...readFigures(), [name]: figures }, null, 2)}\n`)
for (const { place, mutator, becomes } of figures.left) console.log(`${place} ${mutator}: ${becomes}`)
const found = figures.killed + figures.timeout
console.log(`${found} of ${mutants.length} found (${((100 * found) / mutants.length).toFixed(1)} %)`)

/** @param {import('@stryker-mutator/api/core').MutantResult} mutant */
function isLeft({ status }) {
  return status === 'Survived' || status === 'NoCoverage'
}

// Stryker counts how often a fault is passed, and gives up where it is passed a hundred times as often as without it.
// That does not depend on how busy the machine is.
/** @param {import('@stryker-mutator/api/core').MutantResult} mutant */
function isEndless({ status, statusReason }) {
  return status === 'Timeout' && (statusReason?.startsWith('Hit limit') ?? false)
}

/**
 * Results count lines and columns from 1, mutants that were not run from 0.
 * @param {import('@stryker-mutator/api/core').MutantResult} result
 * @param {import('@stryker-mutator/api/core').Mutant} mutant
 */
function isOf(result, { fileName, location, mutatorName, replacement }) {
  return (
    result.fileName.endsWith(fileName) &&
    isSame(result.location.start, location.start) &&
    isSame(result.location.end, location.end) &&
    result.mutatorName === mutatorName &&
    result.replacement === replacement
  )
}

/**
 * @param {{ readonly line: number, readonly column: number }} fromOne
 * @param {{ readonly line: number, readonly column: number }} fromZero
 */
function isSame(fromOne, fromZero) {
  return fromOne.line === fromZero.line + 1 && fromOne.column === fromZero.column + 1
}

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
