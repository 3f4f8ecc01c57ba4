// The guards of the house in the order in which they run: the cheap ones first. `checks/guards.test.ts` breaks each of
// them on purpose, and fails when one of these has no such test.

/** @typedef {{ name: string, why: string, command: readonly string[] }} Guard */

/** @type {readonly Guard[]} */
export const guards = [
  {
    name: 'format',
    why: 'a diff shows only the thought',
    command: ['biome', 'format', '.'],
  },
  {
    name: 'lint',
    why: 'no any, no console, no process outside the command line, no function that nobody can follow',
    command: ['biome', 'lint', '--error-on-warnings', '.'],
  },
  {
    name: 'types',
    why: 'types tell the truth, in sources, tests and benchmarks; it also builds what the next guards look at',
    command: ['tsc', '-b', 'tsconfig.json'],
  },
  {
    name: 'imports',
    why: 'who may import whom; each rule says its own why',
    command: ['depcruise', '--config', '.dependency-cruiser.mjs', '--output-type', 'err-long', 'packages'],
  },
  {
    name: 'unused',
    why: 'what nobody calls is a lie about what is needed',
    command: ['knip', '--no-progress'],
  },
  {
    name: 'packages',
    why: 'what is packed installs, has types and is complete',
    command: ['node', 'checks/packages.js'],
  },
  {
    name: 'tests',
    why: 'the promises, the docs and the guards themselves',
    command: ['vitest', 'run'],
  },
]
