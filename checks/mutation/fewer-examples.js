// Stands in for fast-check while faults are planted. A law runs once for each fault that is not found by another test, and
// with three thousand examples that took minutes: so it runs with few at first, and the same each time, or the figures
// would waver.
import { createRequire } from 'node:module'
import process from 'node:process'

/** @type {typeof import('fast-check')} */
const fc = createRequire(import.meta.url)('fast-check')

const USUAL = 100
const MOST = Number(process.env.MUTATE_EXAMPLES ?? USUAL)

/** @type {(property: Parameters<typeof fc.assert>[0], parameters?: Parameters<typeof fc.assert>[1]) => unknown} */
function assert(property, parameters = {}) {
  const numRuns = Math.min(parameters.numRuns ?? USUAL, MOST)
  return fc.assert(property, { ...parameters, numRuns, seed: 20_271_115, endOnFailure: true })
}

export default { ...fc, assert }
