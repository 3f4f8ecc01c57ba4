import type { Dialect } from './dialects/dialect.ts'
import { claims } from './dialects/claims.ts'
import { findIn, type Findings } from './dialects/findings.ts'
import type { FoundField } from './dialects/generic/found-field.ts'
import { findInText } from './dialects/text-findings.ts'
import { fitForClient } from './fit-for-client.ts'
import { findLeaks, scrub } from './leaks.ts'
import { leftAlone, type LeftReason } from './left-alone.ts'
import type { Leak, LegacyError, LegacyField } from './legacy-error.ts'
import { readXml } from './markup/read-xml.ts'
import { withoutOwnRoot } from './own-root.ts'
import { placeField } from './place-field.ts'
import { readBody } from './read-body.ts'
import type { LegacyBody, RequestFacts, WireResponse } from './wire.ts'

/** What a response was: an error that was read, or one to be left as it is, with the reason. */
export type Reading =
  | { readonly outcome: 'error'; readonly error: LegacyError; readonly body: LegacyBody }
  | { readonly outcome: 'left'; readonly reason: LeftReason; readonly body: LegacyBody }

/** As much of a body as is searched for leaks: a dump shows itself at once. */
const MAX_SEARCHED = 65_536

/** Reads a response in the first dialect that claims it; by the words of its members where none does. Never throws. */
export function readError(response: WireResponse, request: RequestFacts | null, dialects: readonly Dialect[]): Reading {
  const body = readBody(response)
  const reason = leftAlone(body, request)
  if (reason !== null) return { outcome: 'left', reason, body }
  return { outcome: 'error', error: readLegacyError(body, request, dialects), body }
}

/** Reads a body that is known to be an error. */
export function readLegacyError(
  body: LegacyBody,
  request: RequestFacts | null,
  dialects: readonly Dialect[],
): LegacyError {
  const value = valueIn(body)
  const dialect = dialects.find(one => claims(one, value, body)) ?? null
  const findings =
    typeof value === 'object' && value !== null
      ? findIn(value, body, dialect === null || dialect.isLoose ? {} : dialect.places)
      : findInText(body)
  const leaks = findLeaks(body.text.slice(0, MAX_SEARCHED))
  const { wording, word, code, category, status, statusSource, traceId, retryAfter, language, fields } = findings
  return {
    dialect: dialect?.name ?? 'generic',
    wording,
    word,
    message: fitForClient(findings, findings.isThrown || leaks.some(isOfProgram)),
    code,
    category,
    status,
    statusSource,
    traceId,
    retryAfter,
    language,
    docUrl: leadsBack(findings.docUrl, request) ? null : findings.docUrl,
    hint: findings.hint === null ? null : scrub(findings.hint),
    fields: withoutOwnRoot(fields, request)
      .filter(field => !repeats(field, findings))
      .map(field => finish(field, request)),
    leaks,
  }
}

/** The address that was asked for explains nothing; on a host of its own, a path of that name does. */
function leadsBack(docUrl: string | null, request: RequestFacts | null): boolean {
  if (docUrl === null || request === null || request.path === '/' || OF_DOCS.test(docUrl)) return false
  return docUrl.replace(/^https?:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '') === request.path
}

const OF_DOCS = /^https?:\/\/(?:docs?|developers?|help|support|learn)\./i

/** Signs of a dump: the sentence beside them was not written for clients. */
function isOfProgram({ kind }: Leak): boolean {
  return kind === 'stack' || kind === 'path' || kind === 'sql' || kind === 'class'
}

/** The value that the places of a dialect point into: parsed JSON, or XML as a value. */
function valueIn(body: LegacyBody): unknown {
  switch (body.kind) {
    case 'json':
      return body.json
    case 'xml':
      return readXml(body.text)
    case 'empty':
    case 'html':
    case 'text':
    case 'binary':
      return null
    default:
      return body.kind satisfies never
  }
}

/** A global error that only says the message once more. */
function repeats({ scope, message, code }: FoundField, findings: Findings): boolean {
  return scope === 'global' && message === findings.sentence && (code === null || code === findings.code)
}

function finish(
  { scope, path, code, message, isSaid = scope !== 'global' }: FoundField,
  request: RequestFacts | null,
): LegacyField {
  const isWhole = scope === null && path.length === 0
  const field: LegacyField = {
    scope: isWhole ? wholeInput(request) : scope,
    scopeSource: scope !== null && isSaid ? 'explicit' : 'inferred',
    path,
    code,
    message: message === null ? null : scrub(message),
  }
  return request === null || field.scope !== null ? field : placeField(field, request)
}

/** An error about the whole input is about the body, unless the request has none. */
function wholeInput(request: RequestFacts | null): 'body' | 'query' {
  return request !== null && /^(?:GET|HEAD|DELETE)$/i.test(request.method) && request.query.length > 0
    ? 'query'
    : 'body'
}
