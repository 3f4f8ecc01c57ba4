import type { FastifyReply } from 'fastify'
import { addNames } from './header-names.ts'
import type { PresentHeaders } from './passage.ts'

/** What goes onto the wire in place of a v1 error. */
export interface Rewrite {
  readonly status: number
  readonly body: string
  readonly media: string
  /** Headers that are set; their values have been checked at boot or where they were read. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly vary: readonly string[]
}

/**
 * They speak of the bytes that were replaced (RFC 9110 section 8, RFC 9530). Everything else is about the exchange
 * and stays: CORS, cookies, `Retry-After`, `WWW-Authenticate`, rate limits.
 */
const OF_THE_BYTES = new Set([
  'content-type',
  'content-length',
  'content-encoding',
  'content-language',
  'content-range',
  'content-disposition',
  'content-location',
  'content-md5',
  'digest',
  'content-digest',
  'repr-digest',
  'etag',
  'last-modified',
  'accept-ranges',
  'trailer',
  'transfer-encoding',
])

/** Whether a header of the v1 reply has no place beside a problem: it speaks of the bytes, or of a 401 that is none now. */
export function isLost(name: string, legacyStatus: number, status: number): boolean {
  return OF_THE_BYTES.has(name) || (name === 'www-authenticate' && legacyStatus === 401 && status !== 401)
}

/** Puts a problem in the place of a body that has not begun to go out. */
export function writeReply(reply: FastifyReply, present: PresentHeaders, rewrite: Rewrite): string {
  for (const name in present) if (name !== 'content-type' && OF_THE_BYTES.has(name)) dropHeader(reply, name)
  reply.type(rewrite.media)
  dropChallenge(reply, rewrite.status)
  if (reply.raw.statusCode !== rewrite.status) reply.code(rewrite.status)
  clearReason(reply)
  writeExtras(reply, present, rewrite.headers, rewrite.vary)
  return rewrite.body
}

/** Adds headers to a reply whose body stays: what is there already is left. */
export function writeExtras(
  reply: FastifyReply,
  present: PresentHeaders,
  headers: Rewrite['headers'],
  vary: readonly string[],
): void {
  for (const [name, value] of headers) reply.header(name, value)
  if (vary.length > 0) reply.header('vary', addNames(String(present.vary ?? ''), vary))
}

/**
 * Does the same once Fastify has put the headers of a stream on the raw reply. A content coding is never taken away
 * here, unless it was the body's own: compress may have wrapped the stream behind us, and its label must stay.
 */
export function writeLate(
  reply: FastifyReply,
  present: PresentHeaders,
  rewrite: Rewrite,
  codingIsOurs: boolean,
): string {
  const { raw } = reply
  for (const name in present) {
    if (name === 'content-type' || name === 'content-encoding') continue
    if (OF_THE_BYTES.has(name)) dropHeader(reply, name)
  }
  if (codingIsOurs) dropHeader(reply, 'content-encoding')
  dropChallenge(reply, rewrite.status)
  raw.statusCode = rewrite.status
  clearReason(reply)
  setLate(reply, 'content-type', rewrite.media)
  writeLateExtras(reply, rewrite.headers, rewrite.vary)
  if (!isEncoded(reply) && raw.req.method !== 'HEAD') {
    setLate(reply, 'content-length', String(Buffer.byteLength(rewrite.body)))
  }
  return rewrite.body
}

/** Adds headers to a streamed reply before its first byte. */
export function writeLateExtras(reply: FastifyReply, headers: Rewrite['headers'], vary: readonly string[]): void {
  if (reply.raw.headersSent) return
  for (const [name, value] of headers) setLate(reply, name, value)
  if (vary.length > 0) setLate(reply, 'vary', addNames(String(reply.raw.getHeader('vary') ?? ''), vary))
}

/** Gives back a length that was taken away in time, for a streamed body that stays as it was. */
export function restoreLength(reply: FastifyReply, length: string | null, coding: string | null): void {
  if (length === null || reply.raw.headersSent) return
  const wrapped = (reply.raw.getHeader('content-encoding') ?? null) !== coding
  if (!wrapped) setLate(reply, 'content-length', length)
}

// A reason phrase of v1 would survive the new status; empty lets Node fill in its own. HTTP/2 has none, and Node warns.
function clearReason({ raw, request }: FastifyReply): void {
  if (request.raw.httpVersionMajor === 1) raw.statusMessage = ''
}

// The challenge of another server's 401 is not for our caller, and would name that server.
function dropChallenge(reply: FastifyReply, status: number): void {
  if (reply.raw.statusCode === 401 && status !== 401) dropHeader(reply, 'www-authenticate')
}

// Fastify 5.0 forgets what was set on the raw reply.
export function dropHeader(reply: FastifyReply, name: string): void {
  reply.removeHeader(name)
  if (!reply.raw.headersSent) reply.raw.removeHeader(name)
}

// On both: if another hook is slow, Fastify copies the reply's headers to the raw reply only after us.
function setLate(reply: FastifyReply, name: string, value: string): void {
  reply.header(name, value)
  reply.raw.setHeader(name, value)
}

function isEncoded(reply: FastifyReply): boolean {
  return reply.raw.hasHeader('content-encoding') || reply.hasHeader('content-encoding')
}
