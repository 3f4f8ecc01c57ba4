// Stands in for fast-check while faults are planted. A law runs once for each fault that is not found by another test, and
// with three thousand examples that took minutes: the same hundred each time, or the figures would waver.
import { createRequire } from 'node:module'

/** @type {typeof import('fast-check')} */
const fc = createRequire(import.meta.url)('fast-check')

const MOST = 100

/** @type {(property: Parameters<typeof fc.assert>[0], parameters?: Parameters<typeof fc.assert>[1]) => unknown} */
function assert(property, parameters = {}) {
  const numRuns = Math.min(parameters.numRuns ?? MOST, MOST)
  return fc.assert(property, { ...parameters, numRuns, seed: 20_271_115, endOnFailure: true })
}

export default { ...fc, assert }
