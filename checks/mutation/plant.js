// Plants the chosen mutants one after another, and tells what the tests of the part said of each.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { Stryker } from '@stryker-mutator/core'
import { nameOf } from './draw.js'

/**
 * @param {readonly string[]} tests
 * @param {readonly import('@stryker-mutator/api/core').Mutant[]} chosen
 * @param {number} examples a law runs with so many at most
 */
export async function plant(tests, chosen, examples) {
  const names = new Set(chosen.map(nameOf))
  const folder = mkdtempSync(join(tmpdir(), 'problemshift-mutate-'))
  const list = join(folder, 'chosen.json')
  writeFileSync(list, JSON.stringify([...names]))
  Object.assign(process.env, {
    MUTATE_CHOSEN: list,
    MUTATE_TESTS: tests.join(','),
    MUTATE_EXAMPLES: String(examples),
  })
  // Only there is the source made changeable: a switch at every place would make the automata a hundred times slower.
  const ranges = chosen.map(({ fileName, location: { start, end } }) => {
    return `${fileName}:${start.line + 1}:${start.column}-${end.line + 1}:${end.column}`
  })
  try {
    const results = await new Stryker({
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
    return results.filter(({ status, statusReason }) => status !== 'CompileError' || statusReason !== 'not chosen')
  } finally {
    rmSync(folder, { recursive: true })
  }
}
