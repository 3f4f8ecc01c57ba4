import { defineCatalogue } from '@problemshift/catalogue'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import type { Converter, Exchange } from '../../src/exchange.ts'
import { installHooks } from '../../src/hooks.ts'
import { Ledger } from '../../src/observe/ledger.ts'
import { readOptions } from '../../src/read-options.ts'
import type { PluginState } from '../../src/state.ts'

/** Makes any error `{"v2":<what it read>}`; keeps what says KEEP and breaks on what says BREAK. */
export function fakeConverter(seen: Exchange[] = []): Converter {
  return {
    successSigns: () => null,
    convert(exchange) {
      seen.push(exchange)
      const { body, status } = exchange.response
      const text = typeof body === 'string' ? body : Buffer.from(body).toString('utf8')
      if (text.includes('BREAK')) throw new Error('our own fault')
      if (text.includes('KEEP')) return { outcome: 'kept', reason: 'oauth' }
      return {
        outcome: 'converted',
        status,
        body: JSON.stringify({ v2: text, status }),
        code: 'fake',
        source: 'catalogue',
        dialect: 'fake',
        traceId: 'trace-1',
        retryAfter: null,
        redacted: false,
        localised: false,
        contentLanguage: null,
        error: null,
      }
    },
  }
}

const CATALOGUE = defineCatalogue({
  api: 'Lending library',
  type: 'https://errors.library.example/{code}',
  problems: { loan_not_found: { status: 404, title: 'Loan not found', from: ['Loan {id:int} not found'] } },
})

/** Registers only the mechanics, with a converter that shows what reached it. */
export async function registerFake(
  app: FastifyInstance,
  options: Record<string, unknown> = {},
  converter: Converter = fakeConverter(),
): Promise<PluginState> {
  const read = readOptions({ catalogue: CATALOGUE, mode: 'enforce', ...options })
  if (read.outcome === 'faults') throw new Error(JSON.stringify(read.faults))
  const { settings } = read
  const state: PluginState = {
    settings,
    catalogue: CATALOGUE,
    converter,
    ledger: new Ledger(settings.limits.reportRows),
    outer: null,
    mode: settings.mode,
    off: false,
  }
  await app.register(fp(async instance => installHooks(instance, state)))
  return state
}
