import {
  type Catalogue,
  type Dialect,
  dialectsOf,
  findLeaks,
  isTraceId,
  type LegacyBody,
  type LegacyError,
  type MatchResult,
  matchError,
  type Occurrence,
  type Problem,
  type ProblemEntry,
  type Reading,
  prepareMatch,
  problemFor,
  problemReply,
  readError,
  readLegacyError,
  type SentResponse,
  serializeProblem,
} from '@problemshift/catalogue'
import { bridgeBody } from './bridge-body.ts'
import type { ProblemSource } from './events.ts'
import type { Conversion, ConvertedReply, Converter, Exchange } from './exchange.ts'
import { frameworkEntry } from './framework-errors.ts'
import { keptReason } from './kept-reason.ts'
import { KnownTexts } from './known/known-texts.ts'
import type { ProblemError } from './problem-error.ts'
import { readUnserialised, restoreError } from './restore-error.ts'
import { successSigns } from './success-signs.ts'
import { hideUpstream } from './upstream.ts'

/** What every conversion asks of: made once at boot. */
interface World {
  readonly catalogue: Catalogue
  readonly dialects: readonly Dialect[]
  readonly upstreamCode: string | null
  /** The codes whose texts depend on the caller's language. */
  readonly localised: ReadonlySet<string>
}

/** A v1 error and what it was found to be. */
interface Finding {
  readonly error: LegacyError
  readonly found: MatchResult
  readonly source: ProblemSource
}

/** Makes the converter of a catalogue, with its indexes, so that the first error does not wait for them. */
export function createConverter(catalogue: Catalogue, upstreamCode: string | null = null): Converter {
  const localised = new Set(catalogue.problems.filter(speaksSeveral).map(({ code }) => code))
  const world: World = { catalogue, dialects: dialectsOf(catalogue), upstreamCode, localised }
  prepareMatch(catalogue)
  const known = new KnownTexts(catalogue, localised.size === 0, exchange => convert(world, exchange))
  return {
    convert: exchange => known.convert(exchange),
    successSigns: (method, path) => successSigns(catalogue, method, path),
  }
}

function speaksSeveral({ title, detail, signs }: ProblemEntry): boolean {
  const ofSigns = new Set(signs.flatMap(({ language }) => language ?? []))
  return Object.keys(title).length > 1 || Object.keys(detail ?? {}).length > 1 || ofSigns.size > 1
}

function convert(world: World, exchange: Exchange): Conversion {
  if (exchange.problem !== null) return convertProblem(world, exchange, exchange.problem)
  const { response, request } = exchange
  const reading = readError(response, request, world.dialects)
  if (reading.outcome === 'left' && reading.reason !== 'success') return keptReason(reading.reason)
  if (response.status < 400) return convertSuccess(world, exchange, reading)
  if (reading.outcome === 'left') return { outcome: 'kept', reason: 'not-an-error' }
  const finding = identifyError(world, exchange, restoreError(exchange, reading.error, world.dialects))
  const known = finding.source === 'catalogue' ? null : identifyStripped(world, exchange, reading.error)
  return write(world, exchange, known ?? finding, reading.body)
}

// A schema that lets only some members through may have dropped those that a sign asks for. Only what the catalogue
// knows is told: the schema had a reason for the rest.
function identifyStripped(world: World, exchange: Exchange, read: LegacyError): Finding | null {
  if (!exchange.stripped || exchange.upstream) return null
  const sent = readUnserialised(exchange, read, world.dialects)
  if (sent === null) return null
  const found = matchError(world.catalogue, sent, sentIn(exchange))
  if (found.outcome !== 'match') return null
  const { hint, fields, docUrl } = read
  return { error: { ...sent, hint, fields, docUrl }, found, source: 'catalogue' }
}

// "200" is turned into an error only by a sign that says so; what the body looks like is no reason by itself.
function convertSuccess(world: World, exchange: Exchange, { outcome, body }: Reading): Conversion {
  const error = readLegacyError(body, exchange.request, world.dialects)
  const found = matchError(world.catalogue, error, sentIn(exchange))
  // An error all the same, by its looks, is worth a line in the report.
  if (found.outcome !== 'match')
    return { outcome: 'kept', reason: outcome === 'left' ? 'success' : 'success-without-sign' }
  if (exchange.bridge) return { outcome: 'kept', reason: 'bridge-keeps-status' }
  return write(world, exchange, { error, found, source: 'catalogue' }, body)
}

function identifyError(world: World, exchange: Exchange, error: LegacyError): Finding {
  const { catalogue } = world
  if (exchange.upstream) {
    const hidden = hideUpstream(catalogue, error, exchange, world.upstreamCode)
    if (hidden !== null) return hidden
  }
  const found = matchError(catalogue, error, sentIn(exchange))
  if (found.outcome === 'match') return { error, found, source: 'catalogue' }
  const entry = typeof error.code === 'string' ? frameworkEntry(catalogue, error.code, error.status) : null
  if (entry === null) return { error, found, source: error.code === null ? 'generic' : 'legacy-code' }
  // A server error of the framework tells of the server's inside, so its title has to do.
  const told = error.status >= 500 ? { ...error, message: null, hint: null, fields: [] } : error
  return { error: told, found: asMatch(entry), source: 'framework' }
}

function sentIn({ response: { status }, request: { method, route } }: Exchange): SentResponse {
  return { status, method, route }
}

function asMatch(entry: NonNullable<ReturnType<typeof frameworkEntry>>): MatchResult {
  const conditions = { message: null, language: null, legacyCode: entry.code, status: null, route: null, dialect: null }
  return { outcome: 'match', entry, sign: { id: `${entry.code}#0`, entry: entry.code, ...conditions }, holes: {} }
}

function write(world: World, exchange: Exchange, { error, found, source }: Finding, body: LegacyBody): Conversion {
  const { problem, headers } = problemReply(world.catalogue, error, found, occurrenceOf(exchange))
  const redacted = isRedacted(problem, error)
  const written = exchange.bridge ? bridgeBody(problem, body, error, redacted) : problem
  if (written === null) return { outcome: 'kept', reason: 'bridge-needs-object' }
  if (exchange.bridge && problem.status !== exchange.response.status) {
    return { outcome: 'kept', reason: 'bridge-keeps-status' }
  }
  const { status, body: text, code, traceId } = finish(world, exchange, problem, written)
  return {
    outcome: 'converted',
    status,
    body: text,
    code,
    traceId,
    source,
    dialect: error.dialect,
    retryAfter: headers['retry-after'] ?? null,
    contentLanguage: headers['content-language'] ?? null,
    redacted,
    localised: found.outcome === 'match' && world.localised.has(found.entry.code),
    error,
  }
}

function convertProblem(world: World, exchange: Exchange, thrown: ProblemError): Conversion {
  const { catalogue } = world
  const problem = problemFor(catalogue, thrown.code, thrown.holes, occurrenceOf(exchange), thrown.fields)
  return {
    ...finish(world, exchange, problem, problem),
    source: 'thrown',
    dialect: 'problem',
    retryAfter: null,
    contentLanguage: null,
    redacted: false,
    localised: world.localised.has(thrown.code),
    error: null,
  }
}

function finish(
  { catalogue: { contract } }: World,
  { identity }: Exchange,
  problem: Problem,
  written: Problem,
): Pick<ConvertedReply, 'outcome' | 'status' | 'body' | 'code' | 'traceId'> {
  const traceId = problem[contract.trace]
  const code = contract.code === null ? problem.type : problem[contract.code]
  const { callerId } = identity
  const echoes = callerId !== null && callerId !== traceId && !Object.hasOwn(written, 'clientRequestId')
  return {
    outcome: 'converted',
    status: problem.status,
    body: serializeProblem(echoes ? { ...written, clientRequestId: callerId } : written),
    code: String(code ?? problem.type),
    traceId: isTraceId(traceId) ? traceId : null,
  }
}

function occurrenceOf({ identity, now }: Exchange): Occurrence {
  const { instance, traceId, languages } = identity
  return { instance, traceId, languages, time: now }
}

// Whoever reads the log under the trace id must find what the caller was not told.
function isRedacted(problem: Problem, { wording, leaks }: LegacyError): boolean {
  if (wording === null || problem.detail === wording) return false
  return problem.status >= 500 || leaks.length > 0 || findLeaks(wording).length > 0
}
