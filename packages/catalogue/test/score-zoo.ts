import { gunzipSync } from 'node:zlib'
import { type FieldFacts, type Specimen, specimenBytes } from '@problemshift/fixtures'
import type { Dialect } from '../src/dialects/dialect.ts'
import type { LegacyError, LegacyField } from '../src/legacy-error.ts'
import { readError } from '../src/read-error.ts'
import type { RequestFacts } from '../src/wire.ts'

/** One fact of a specimen that was read in another way. */
export interface Miss {
  readonly id: string
  readonly fact: string
  readonly wanted: unknown
  readonly got: unknown
}

/** Every fact of a specimen that is not as the zoo says. */
export function scoreSpecimen(specimen: Specimen, dialects: readonly Dialect[]): readonly Miss[] {
  const { facts, response, id } = specimen
  const headers = Object.fromEntries(
    Object.entries(response.headers).map(([name, value]) => [name.toLowerCase(), value]),
  )
  const body = headers['content-encoding'] === undefined ? specimenBytes(specimen) : decoded(specimen)
  const reading = readError({ status: response.status, headers, body }, requestFacts(specimen), dialects)
  const tolerated = new Set(facts.tolerate ?? [])
  if (!facts.isError || facts.passThrough === true) {
    const isFine = reading.outcome === 'left' || tolerated.has('passThrough')
    return isFine ? [] : [{ id, fact: 'left', wanted: 'left', got: 'error' }]
  }
  // RFC 9110, section 9.3.2: the answer to HEAD has no body that could be converted.
  if (reading.outcome === 'left' && reading.reason === 'head') return []
  if (reading.outcome === 'left')
    return tolerated.has('passThrough') ? [] : [{ id, fact: 'left', wanted: 'error', got: reading.reason }]
  return compare(specimen, reading.error).filter(miss => !tolerated.has(miss.fact))
}

function compare({ id, facts, response }: Specimen, error: LegacyError): readonly Miss[] {
  const misses: Miss[] = []
  const check = (fact: string, wanted: unknown, got: unknown) => {
    if (JSON.stringify(wanted) !== JSON.stringify(got)) misses.push({ id, fact, wanted, got })
  }
  check('message', facts.message, error.message)
  check('code', facts.code, error.code)
  check('traceId', facts.traceId, error.traceId)
  check('retryAfter', facts.retryAfter, error.retryAfter)
  check('docUrl', facts.docUrl, error.docUrl)
  check('hint', facts.hint, error.hint)
  if (response.status < 400) check('status', facts.status, error.status)
  check('category', facts.category ?? null, error.category)
  if (!(facts.tolerate ?? []).includes('status'))
    check('statusSource', facts.statusSource ?? 'line', error.statusSource)
  misses.push(...compareFields(id, facts.fields, error, new Set(facts.tolerate ?? [])))
  const shown = JSON.stringify([error.message, error.hint, error.fields.map(field => field.message)])
  for (const secret of facts.leakStrings ?? []) {
    if (shown.includes(secret)) misses.push({ id, fact: 'leak', wanted: null, got: secret })
  }
  return misses
}

function compareFields(
  id: string,
  wanted: readonly FieldFacts[],
  error: LegacyError,
  tolerated: ReadonlySet<string>,
): readonly Miss[] {
  if (tolerated.has('fields')) return []
  const spell = (field: FieldFacts | LegacyField) =>
    JSON.stringify([
      tolerated.has('fields.scope') ? null : field.scope === 'cookie' ? 'header' : field.scope,
      tolerated.has('fields.scope') ? null : field.scopeSource,
      tolerated.has('fields.path') ? null : field.path,
      tolerated.has('fields.code') ? null : field.code,
      tolerated.has('fields.message') ? null : field.message,
    ])
  const left = wanted.map(spell)
  const extra: string[] = []
  for (const field of error.fields) {
    const at = left.indexOf(spell(field))
    if (at >= 0) left.splice(at, 1)
    else if (field.scope !== 'global' || field.message !== error.message) extra.push(spell(field))
  }
  return left.length + extra.length === 0 ? [] : [{ id, fact: 'fields', wanted: left, got: extra }]
}

function decoded(specimen: Specimen): Uint8Array {
  return new Uint8Array(gunzipSync(specimenBytes(specimen)))
}

/** What a server knows about the request: the route's parameters are the path's segments that are no words. */
function requestFacts({ request }: Specimen): RequestFacts {
  const url = new URL(request.url, 'http://library.example')
  return {
    method: request.method,
    path: url.pathname,
    route: null,
    params: [],
    query: [...url.searchParams.keys()],
    headers: Object.keys(request.headers ?? {}).map(name => name.toLowerCase()),
    cookies: [],
    body: namesOf(request.body),
  }
}

function namesOf(body: string | undefined): readonly string[] | null {
  try {
    const value: unknown = JSON.parse(body ?? '')
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : null
  } catch {
    return null
  }
}
