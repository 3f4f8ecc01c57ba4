// A checker of Stryker that lets only the chosen mutants through.
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { CheckStatus } from '@stryker-mutator/api/check'
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin'
import { nameOf } from './draw.js'

/** @type {ReadonlySet<string>} */
const CHOSEN = new Set(JSON.parse(readFileSync(process.env.MUTATE_CHOSEN ?? '', 'utf8')))

class Sampler {
  // Stryker asks every class that it makes what it wants to be given.
  static inject = /** @type {[]} */ ([])

  async init() {}

  /** @param {readonly import('@stryker-mutator/api/core').Mutant[]} mutants */
  async check(mutants) {
    /** @type {Record<string, import('@stryker-mutator/api/check').CheckResult>} */
    const results = {}
    for (const mutant of mutants) {
      results[mutant.id] = CHOSEN.has(nameOf(mutant))
        ? { status: CheckStatus.Passed }
        : { status: CheckStatus.CompileError, reason: 'not chosen' }
    }
    return results
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Checker, 'sampler', Sampler)]
