import type { Exchange } from '../exchange.ts'
import { gatewayStatus } from '../framework-errors.ts'

/** Headers in which no reading finds a code, an id, a language or a time. */
const SILENT = new Set([
  'content-type',
  'content-length',
  'connection',
  'keep-alive',
  'date',
  'vary',
  'etag',
  'cache-control',
  'pragma',
  'expires',
  'allow',
  'server',
  'x-powered-by',
  'set-cookie',
  'strict-transport-security',
  'content-security-policy',
  'content-security-policy-report-only',
  'x-content-type-options',
  'x-frame-options',
  'x-dns-prefetch-control',
  'x-download-options',
  'x-permitted-cross-domain-policies',
  'x-xss-protection',
  'x-robots-tag',
  'referrer-policy',
  'permissions-policy',
  'cross-origin-opener-policy',
  'cross-origin-embedder-policy',
  'cross-origin-resource-policy',
  'origin-agent-cluster',
  'timing-allow-origin',
  'access-control-allow-origin',
  'access-control-allow-credentials',
  'access-control-allow-methods',
  'access-control-allow-headers',
  'access-control-expose-headers',
  'access-control-max-age',
])

/** Whether an error is read from its body and nothing else; any other thing to go by may tell more than the body. */
export function isRepeatable(exchange: Exchange, speaksOne: boolean): boolean {
  const { thrown, problem, unserialised, stripped, upstream, bridge, identity, response } = exchange
  if (problem !== null || unserialised !== undefined || stripped || upstream || bridge || response.status < 400)
    return false
  if (identity.languages.length > 0 && !speaksOne) return false
  // An id that is the server's as well is not said twice.
  if (identity.callerId === identity.traceId) return false
  if (thrown !== null && (thrown.kind !== 'other' || thrown.issues !== null || gatewayStatus(thrown.code) !== null)) {
    return false
  }
  for (const name in response.headers) if (name !== 'content-type' && !SILENT.has(name)) return false
  return true
}

/** Whether it is a sentence in plain text that nobody threw. */
export function isPlain({ response, thrown }: Exchange, body: string): boolean {
  const media = response.headers['content-type']
  if (thrown !== null || (media !== 'text/plain; charset=utf-8' && media !== 'text/plain')) return false
  const first = body.charCodeAt(0)
  const isLetter = (first >= 65 && first <= 90) || (first >= 97 && first <= 122)
  return isLetter && body.charCodeAt(body.length - 1) > 32
}
