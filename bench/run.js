// `pnpm bench [name…]`: runs the benchmarks of all packages, or those whose names are given, and prints their figures with
// how each was made. `pnpm bench codemod --path <repository> [--catalogue <file>]` takes a repository of yours. Figures are ratios of variants that alternated in one process; a machine's mood falls on both.
import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { createJiti } from 'jiti'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

/** @typedef {{ path?: string, catalogue?: string }} Given */
/** @typedef {{ name: string, ratio?: number, nanoseconds?: number, limit?: number, value?: string, made: string }} BenchLine */

const { values: options, positionals: asked } = parseArgs({
  options: { path: { type: 'string' }, catalogue: { type: 'string' } },
  allowPositionals: true,
})
const files = readdirSync(join(ROOT, 'packages'))
  .flatMap(name => benchesOf(join(ROOT, 'packages', name, 'bench')))
  .filter(file => asked.length === 0 || asked.some(name => file.includes(name)))

const jiti = createJiti(import.meta.url, { fsCache: false })
let over = 0
for (const file of files) {
  console.log(`\n${file.slice(ROOT.length + 1)}`)
  const bench = /** @type {{ run(given: Given): Promise<readonly BenchLine[]> | AsyncIterable<BenchLine> }} */ (
    await jiti.import(file)
  )
  for await (const line of await bench.run(options)) print(line)
}
console.log(over === 0 ? '' : `\n${over} figures are over their limit.`)

/** @param {string} folder */
function benchesOf(folder) {
  try {
    return readdirSync(folder)
      .filter(file => file.endsWith('.bench.ts'))
      .map(file => join(folder, file))
  } catch {
    return []
  }
}

/** @param {BenchLine} line */
function print({ name, ratio, nanoseconds, limit, value, made }) {
  const measured = ratio ?? nanoseconds
  const figure = value ?? (ratio !== undefined ? `× ${ratio.toFixed(2)}` : `${nanoseconds?.toFixed(0)} ns`)
  const isOver = limit !== undefined && measured !== undefined && measured > limit
  if (isOver) over += 1
  const promise = limit === undefined ? '' : `  (at most ${limit}${isOver ? ': OVER' : ''})`
  console.log(`  ${figure.padStart(10)}  ${name}${promise}\n              ${made}`)
}
