import { type Catalogue, entryOf, type LegacyError, type MatchResult, matchError } from '@problemshift/catalogue'
import type { ProblemSource } from './events.ts'
import type { Exchange } from './exchange.ts'

/**
 * Another server's 401 and 403 are about our credentials there, and its 5xx about its own inside: neither says anything
 * to our caller. `null` for what is passed on, and for what the catalogue names for this very route.
 */
export function hideUpstream(
  catalogue: Catalogue,
  error: LegacyError,
  { response: { status }, request: { method, route } }: Exchange,
  upstreamCode: string | null,
): { readonly error: LegacyError; readonly found: MatchResult; readonly source: ProblemSource } | null {
  if (status !== 401 && status !== 403 && status < 500) return null
  const named = matchError(catalogue, error, { status, method, route })
  if (named.outcome === 'match' && named.sign.route !== null) return null
  const hidden: LegacyError = {
    ...error,
    message: null,
    code: null,
    category: null,
    docUrl: null,
    hint: null,
    fields: [],
    status: status === 503 || status === 504 ? status : 502,
  }
  const entry = upstreamCode === null ? undefined : entryOf(catalogue, upstreamCode)
  if (entry === undefined) return { error: hidden, found: { outcome: 'unmatched' }, source: 'framework' }
  const conditions = { message: null, language: null, legacyCode: null, status: null, route: null, dialect: null }
  const sign = { id: `${entry.code}#upstream`, entry: entry.code, ...conditions }
  return { error: hidden, found: { outcome: 'match', entry, sign, holes: {} }, source: 'catalogue' }
}
