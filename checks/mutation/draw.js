// Which mutants are drawn depends on the seed and on what each is, not on the order of the files: the sample is even, and
// a run can be repeated.
import { createHash } from 'node:crypto'

/**
 * @param {import('@stryker-mutator/api/core').Mutant} mutant
 * @param {{ readonly seed: string, readonly oneIn: number }} sample
 */
export function isDrawn(mutant, { seed, oneIn }) {
  const hash = createHash('sha256')
    .update([seed, ...startOf(mutant)].join('\0'))
    .digest()
  return hash.readUInt32BE(0) % oneIn === 0
}

/**
 * What a mutant is: the same in each run over the same sources, in a copy of them too. A condition and its first half begin
 * alike and may become the same.
 * @param {import('@stryker-mutator/api/core').Mutant} mutant
 */
export function nameOf(mutant) {
  const { line, column } = mutant.location.end
  return [...startOf(mutant), line, column].join('\0')
}

/** @param {import('@stryker-mutator/api/core').Mutant} mutant */
function startOf({ fileName, location: { start }, mutatorName, replacement }) {
  const file = fileName.replaceAll('\\', '/')
  const place = `${file.slice(file.lastIndexOf('packages/'))}:${start.line}:${start.column}`
  return [place, mutatorName, replacement]
}
