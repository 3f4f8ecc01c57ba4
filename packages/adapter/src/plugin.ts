import type { Catalogue } from '@problemshift/catalogue'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import type { ProblemshiftControl } from './control.ts'
import { createConverter } from './convert.ts'
import { decorate } from './decorate.ts'
import { installHooks, isRegistered, stateOf } from './hooks.ts'
import { loadFromOption } from './load.ts'
import { Ledger } from './observe/ledger.ts'
import { OptionsError } from './option-fault.ts'
import type { ProblemshiftOptions } from './options.ts'
import type { HoleArguments, RegisteredCodes } from './problem.ts'
import { readOptions } from './read-options.ts'
import { serveReport } from './routes/report-route.ts'
import { servePages } from './routes/type-pages.ts'
import type { PluginState } from './state.ts'

// Here and not beside the code: whoever imports the plugin must see what it adds.
declare module 'fastify' {
  interface FastifyInstance {
    problemshift: ProblemshiftControl
  }
  interface FastifyReply {
    /** Sends a problem of the catalogue. */
    problem<Code extends keyof RegisteredCodes & string>(
      code: Code,
      ...values: HoleArguments<RegisteredCodes[Code]>
    ): FastifyReply
  }
}

/** Turns what a v1 server sends for an error into RFC 9457 Problem Details. */
export const problemshift = fp<ProblemshiftOptions>(register, { name: '@problemshift/adapter', fastify: '5.x' })

async function register(app: FastifyInstance, options: ProblemshiftOptions): Promise<void> {
  if (isRegistered(app)) {
    app.log.warn('@problemshift/adapter is registered here already; the second registration is passed over')
    return
  }
  const read = readOptions(options)
  if (read.outcome === 'faults') throw new OptionsError(read.faults)
  const { settings } = read
  const catalogue = await loadFromOption(options.catalogue)
  checkUpstreamCode(catalogue, settings.upstreamCode)
  const state: PluginState = {
    settings,
    catalogue,
    converter: createConverter(catalogue, settings.upstreamCode ?? ownUpstreamCode(catalogue)),
    ledger: new Ledger(settings.limits.reportRows, catalogue),
    outer: stateOf(app),
    mode: settings.mode,
    off: false,
  }
  installHooks(app, state)
  decorate(app, state)
  serveReport(app, state)
  servePages(app, state)
}

// Most catalogues that need one call it so.
function ownUpstreamCode({ problems }: Catalogue): string | null {
  return problems.find(({ code }) => code.toLowerCase() === 'upstream_error')?.code ?? null
}

function checkUpstreamCode({ problems }: Catalogue, code: string | null): void {
  if (code === null || problems.some(entry => entry.code === code)) return
  const instead = 'a code that the catalogue has'
  throw new OptionsError([{ code: 'option-value', option: 'upstreamCode', came: code, instead }])
}
