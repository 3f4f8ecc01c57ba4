import type { WireResponse } from '@problemshift/catalogue'
import type { Conversion, Exchange } from './exchange.ts'
import { identify } from './occurrence.ts'
import type { Passage, PresentHeaders } from './passage.ts'
import { isProblemError } from './problem-error.ts'
import { problemOf, thrownOf, unserialisedOf } from './reply-marks.ts'
import { FastifyFacts } from './request-facts.ts'
import { readThrown } from './thrown.ts'

// Most contracts say no time, and then nobody reads the clock.
const NO_TIME = new Date(0)

/** Gathers what Fastify knows of one error and asks the converter. */
export function judge(passage: Passage, body: Uint8Array | string, fromUpstream: boolean): Conversion {
  const { state, plan, request, reply, status, present, stance } = passage
  const thrown = thrownOf(reply)
  const exchange: Exchange = {
    response: { status, headers: readHeaders(present), body },
    request: new FastifyFacts(request, plan.path),
    thrown: thrown === undefined ? null : readThrown(thrown),
    problem: isProblemError(thrown) ? thrown : problemOf(reply),
    unserialised: unserialisedOf(reply),
    stripped: plan.stripped,
    upstream: fromUpstream,
    bridge: stance.kind === 'convert' && stance.bridge,
    identity: identify(request, state.settings),
    now: state.catalogue.contract.timestamp === null ? NO_TIME : new Date(),
  }
  return state.converter.convert(exchange)
}

function readHeaders(present: PresentHeaders): WireResponse['headers'] {
  // Handlers set numbers too (`retry-after: 30`), and on Fastify before 5.7 lists where one value belongs.
  if (areTexts(present)) return present
  const headers: Record<string, string | readonly string[] | undefined> = {}
  for (const name in present) headers[name] = readHeader(present[name])
  return headers
}

function areTexts(present: PresentHeaders): present is Readonly<Record<string, string>> {
  for (const name in present) if (typeof present[name] !== 'string') return false
  return true
}

function readHeader(value: PresentHeaders[string]): string | readonly string[] | undefined {
  if (typeof value === 'string' || value === undefined) return value
  return Array.isArray(value) ? value.map(String) : String(value)
}
