import { dialectsOf } from '../dialects/built-in.ts'
import type { Catalogue } from '../entry.ts'
import type { LeftReason } from '../left-alone.ts'
import type { LegacyError } from '../legacy-error.ts'
import { type MatchQuery, type MatchResult, match } from '../match.ts'
import { matchError, type SentResponse } from '../match-error.ts'
import { readError, readLegacyError } from '../read-error.ts'
import { flagValue, type Request, UsageError, type World } from './command.ts'
import { dialectFlag, languageFlag, routeFlag, statusFlag } from './response-flags.ts'

/** A v1 error as a person gave it: a wording with flags beside it, or a whole body. */
export type Given =
  | {
      readonly outcome: 'error'
      readonly error: LegacyError
      readonly found: MatchResult
      readonly query: MatchQuery
      readonly isBody: boolean
    }
  | { readonly outcome: 'left'; readonly reason: LeftReason }

/** Fits every sign that asks for no status, and none that does. */
export const UNKNOWN_STATUS = 0

/** Reads what `match` was given; `-` is a whole body from stdin. */
export async function readLegacy(request: Request, world: World, catalogue: Catalogue): Promise<Given> {
  const [word] = request.words
  if (word === '-') return readWhole(await world.readInput(), request, catalogue)
  if (request.flags.has('body')) {
    if (word === undefined) throw new UsageError('match --body needs the body, or - to read it from stdin.')
    return readWhole(word, request, catalogue)
  }
  const error = errorOf(word, request, catalogue)
  const sent = { status: statusFlag(request) ?? UNKNOWN_STATUS, ...routeFlag(request) }
  const query = { ...queryOf(error, sent), dialect: dialectFlag(request, catalogue) }
  return { outcome: 'error', error, found: match(catalogue, query), query, isBody: false }
}

function readWhole(body: string, request: Request, catalogue: Catalogue): Given {
  const asked = statusFlag(request)
  const dialects = dialectsOf(catalogue)
  // Without a status the body is taken for an error; what it says of its status itself still counts.
  const reading = readError({ status: asked ?? 400, headers: {}, body }, null, dialects)
  const isSuccess = asked !== null && asked < 400
  if (reading.outcome === 'left' && !isSuccess) return { outcome: 'left', reason: reading.reason }
  const read = reading.outcome === 'error' ? reading.error : readLegacyError(reading.body, null, dialects)
  const error = {
    ...read,
    code: flagValue(request, 'code') ?? read.code,
    dialect: dialectFlag(request, catalogue) ?? read.dialect,
    language: languageFlag(request) ?? read.language,
  }
  const sent = { status: asked ?? statusIn(read), ...routeFlag(request) }
  const query = queryOf(error, sent)
  const found = asked === null ? match(catalogue, query) : matchError(catalogue, error, sent)
  if (isSuccess && found.outcome !== 'match') {
    return { outcome: 'left', reason: reading.outcome === 'left' ? reading.reason : 'success' }
  }
  return { outcome: 'error', error, found, query, isBody: true }
}

function statusIn({ status, statusSource }: LegacyError): number {
  return statusSource === 'line' ? UNKNOWN_STATUS : status
}

function errorOf(wording: string | undefined, request: Request, catalogue: Catalogue): LegacyError {
  const code = flagValue(request, 'code')
  if (wording === undefined && code === null) {
    throw new UsageError('match needs a wording, as in match "Loan 42 not found", or --code.')
  }
  return {
    dialect: dialectFlag(request, catalogue) ?? 'generic',
    wording: wording ?? null,
    message: wording ?? null,
    code,
    category: null,
    // Without a status there is none to answer with: that of a bad request stands for it.
    status: statusFlag(request) ?? 400,
    statusSource: 'line',
    traceId: null,
    retryAfter: null,
    docUrl: null,
    hint: null,
    language: languageFlag(request),
    fields: [],
    leaks: [],
  }
}

function queryOf({ wording, code, dialect, language }: LegacyError, sent: SentResponse): MatchQuery {
  return { wording, code, dialect, language, ...sent }
}
