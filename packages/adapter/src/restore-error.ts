import { type Dialect, isReasonPhrase, type LegacyError, readError, scrub } from '@problemshift/catalogue'
import type { Exchange } from './exchange.ts'
import { gatewayStatus, INVALID_JSON, INVALID_JSON_TEXT } from './framework-errors.ts'
import type { Thrown } from './thrown.ts'

/** Gives an error back what got lost between the handler and the wire, from what our hooks have stashed. */
export function restoreError(exchange: Exchange, read: LegacyError, dialects: readonly Dialect[]): LegacyError {
  const { thrown } = exchange
  const error = isEmptied(read) ? (readUnserialised(exchange, read, dialects) ?? read) : read
  if (thrown === null) return error
  switch (thrown.kind) {
    case 'validation':
      return withValidation(error, thrown)
    case 'json-syntax':
      return error.code === null ? { ...error, code: INVALID_JSON, message: INVALID_JSON_TEXT } : error
    case 'fault':
      // A mistake in the program, which no client can mend: its words are about the program.
      return error.status < 500 && error.wording === thrown.message ? { ...error, message: null } : error
    case 'other':
      return withGateway(withIssues(exchange, error, thrown, dialects), thrown)
    default:
      return thrown.kind satisfies never
  }
}

// A response schema that names other members leaves `{}`, or the reason phrase alone.
function isEmptied({ wording, code, fields, status }: LegacyError): boolean {
  const saysNothing = wording === null || isReasonPhrase(wording, status)
  return saysNothing && code === null && fields.length === 0
}

/** What the handler gave before a response schema dropped members of it; `null` where nothing more is known. */
export function readUnserialised(
  exchange: Exchange,
  error: LegacyError,
  dialects: readonly Dialect[],
): LegacyError | null {
  if (!exchange.stripped) return null
  const { thrown, unserialised, response, request } = exchange
  if (thrown !== null) {
    const { code, message } = thrown
    return { ...error, code, wording: message, message: message === null ? null : scrub(message) }
  }
  if (typeof unserialised !== 'object' || unserialised === null) return null
  const headers = { 'content-type': 'application/json' }
  const reading = readError({ status: response.status, headers, body: JSON.stringify(unserialised) }, request, dialects)
  return reading.outcome === 'error' ? reading.error : null
}

// What Ajv reported is exact; the sentence that Fastify made of it has to be taken apart again.
function withValidation(error: LegacyError, { fields, message }: Thrown): LegacyError {
  const reported = error.dialect === 'fastify' || error.fields.length === 0 || error.wording === message
  if (!reported || error.status >= 500) return error
  return { ...error, fields }
}

// Joi, Zod and Yup throw lists of their own, of which Fastify sends one sentence.
function withIssues(
  { request, response: { status } }: Exchange,
  error: LegacyError,
  { issues, scope }: Thrown,
  dialects: readonly Dialect[],
): LegacyError {
  if (issues === null || error.fields.length > 0 || status >= 500) return error
  const reading = readError(
    { status, headers: { 'content-type': 'application/json' }, body: issues },
    request,
    dialects,
  )
  if (reading.outcome === 'left') return error
  const fields = reading.error.fields.map(field =>
    scope === null ? field : { ...field, scope, scopeSource: 'explicit' as const },
  )
  return { ...error, fields }
}

// The error of a server that could not be reached says 500 and where that server is.
function withGateway(error: LegacyError, { code }: Thrown): LegacyError {
  const status = error.status === 500 || error.status === 502 ? gatewayStatus(code) : null
  if (status === null) return error
  // `ECONNREFUSED` is a word of our own socket, not of v1's contract.
  const ours = error.code === code && code?.startsWith('FST_') === false
  return { ...error, status, code: ours ? null : error.code }
}
