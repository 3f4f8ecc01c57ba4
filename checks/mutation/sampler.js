// A checker of Stryker that lets only the drawn mutants through.
import process from 'node:process'
import { CheckStatus } from '@stryker-mutator/api/check'
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin'
import { isDrawn } from './draw.js'

const { MUTATE_SEED = '', MUTATE_ONE_IN = '1' } = process.env
const SAMPLE = { seed: MUTATE_SEED, oneIn: Number(MUTATE_ONE_IN) }

class Sampler {
  // Stryker asks every class that it makes what it wants to be given.
  static inject = /** @type {[]} */ ([])

  async init() {}

  /** @param {readonly import('@stryker-mutator/api/core').Mutant[]} mutants */
  async check(mutants) {
    /** @type {Record<string, import('@stryker-mutator/api/check').CheckResult>} */
    const results = {}
    for (const mutant of mutants) {
      results[mutant.id] = isDrawn(mutant, SAMPLE)
        ? { status: CheckStatus.Passed }
        : { status: CheckStatus.CompileError, reason: 'not drawn' }
    }
    return results
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Checker, 'sampler', Sampler)]
