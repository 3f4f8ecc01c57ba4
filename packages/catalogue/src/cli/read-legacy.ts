import { dialectsOf } from '../dialects/built-in.ts'
import type { Catalogue } from '../entry.ts'
import type { LeftReason } from '../left-alone.ts'
import type { LegacyError } from '../legacy-error.ts'
import type { MatchQuery } from '../match.ts'
import { readError } from '../read-error.ts'
import { flagValue, type Request, UsageError, type World } from './command.ts'
import { dialectFlag, languageFlag, statusFlag } from './response-flags.ts'

/** A v1 error as a person gave it: a wording with flags beside it, or a whole body. */
export type Given =
  | { readonly outcome: 'error'; readonly error: LegacyError; readonly query: MatchQuery; readonly isBody: boolean }
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
  const query = queryOf(error, statusFlag(request) ?? UNKNOWN_STATUS, request)
  return { outcome: 'error', error, query: { ...query, dialect: dialectFlag(request, catalogue) }, isBody: false }
}

function readWhole(body: string, request: Request, catalogue: Catalogue): Given {
  const asked = statusFlag(request)
  // Without a status the body is taken for an error; what it says of its status itself still counts.
  const reading = readError({ status: asked ?? 400, headers: {}, body }, null, dialectsOf(catalogue))
  if (reading.outcome === 'left') return { outcome: 'left', reason: reading.reason }
  const code = flagValue(request, 'code')
  const error = { ...reading.error, ...(code === null ? {} : { code }) }
  const known = asked !== null || error.statusSource !== 'line'
  const dialect = dialectFlag(request, catalogue) ?? error.dialect
  const query = queryOf({ ...error, dialect }, known ? error.status : UNKNOWN_STATUS, request)
  return { outcome: 'error', error, query: { ...query, dialect }, isBody: true }
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

function queryOf({ wording, code, language }: LegacyError, status: number, request: Request): MatchQuery {
  const asked = flagValue(request, 'route')
  const [, method = null, route = null] = /^(?:([A-Za-z]+) +)?(\/\S*)$/.exec(asked ?? '') ?? []
  if (asked !== null && route === null) {
    throw new UsageError('--route is written as the server registers it: "GET /loans/:id" or /loans/:id.')
  }
  const spoken = languageFlag(request) ?? language
  return { wording, status, code, route, language: spoken, dialect: null, method: method?.toUpperCase() ?? null }
}
