// Which mutants are drawn depends on the seed and on what each is, not on the order of the files: the sample is even, and
// a run can be repeated.
import { createHash } from 'node:crypto'

/**
 * @param {import('@stryker-mutator/api/core').Mutant} mutant
 * @param {{ readonly seed: string, readonly oneIn: number }} sample
 */
export function isDrawn({ fileName, location: { start }, mutatorName, replacement }, { seed, oneIn }) {
  const file = fileName.replaceAll('\\', '/')
  const place = `${file.slice(file.lastIndexOf('packages/'))}:${start.line}:${start.column}`
  const hash = createHash('sha256').update([seed, place, mutatorName, replacement].join('\0')).digest()
  return hash.readUInt32BE(0) % oneIn === 0
}
