import { isTraceId, traceIdOfParent } from '@problemshift/catalogue'
import type { FastifyRequest } from 'fastify'
import { parseLanguages } from './negotiate.ts'
import { randomId } from './random-id.ts'
import type { Settings } from './settings.ts'

/** The request whose error is being written, as far as a problem speaks of it. */
export interface Identity {
  readonly instance: string | null
  readonly traceId: string
  /** The id that the caller sent, when it is fit to be echoed. */
  readonly callerId: string | null
  readonly languages: readonly string[]
}

// Fastify counts req-1, req-2 … in every process anew: no id to quote to a support desk.
const COUNTED_ID = /^req-[0-9a-z]+$/
const NO_LANGUAGES: readonly string[] = []

/** Gathers what the request tells; makes an id where nobody gave one that can be trusted. */
export function identify(request: FastifyRequest, settings: Settings): Identity {
  const sent = request.headers[settings.requestId.header]
  const callerId = isTraceId(sent) ? sent : null
  return {
    instance: instanceOf(request, settings),
    traceId: traceIdOf(request, settings),
    callerId,
    languages: languagesOf(request, settings),
  }
}

/** The path as it was asked for, without the query: a token in a query string must not travel with an error. */
export function pathOf(url: string): string {
  const query = url.indexOf('?')
  const path = query === -1 ? url : url.slice(0, query)
  if (path.startsWith('/')) return path
  // An absolute request target (RFC 9112 section 3.2.2).
  return URL.canParse(path) ? new URL(path).pathname : '/'
}

function instanceOf(request: FastifyRequest, settings: Settings): string | null {
  const { instance } = settings
  if (instance === 'none') return null
  // Middleware that is mounted on a path, and `rewriteUrl`, change the one that the caller does not know.
  return instance === 'path' ? pathOf(request.originalUrl) : instance(request)
}

/** The id under which all that is said of a request can be found: new where nobody gave one that can be trusted. */
export function traceIdOf(request: FastifyRequest, settings: Settings): string {
  const { generate, header } = settings.requestId
  const { traceparent, [header]: sent } = request.headers
  const traced = typeof traceparent === 'string' ? traceIdOfParent(traceparent) : null
  if (traced !== null) return traced
  if (generate !== null) {
    const made = generate(request)
    if (isTraceId(made)) return made
  }
  const { id } = request
  // With `requestIdHeader` Fastify takes over what the caller wrote: the server's id must be its own.
  const own = !COUNTED_ID.test(id) && id !== sent && isTraceId(id) && !isSent(request, id)
  return own ? id : randomId()
}

function isSent(request: FastifyRequest, id: string): boolean {
  return Object.values(request.headers).includes(id)
}

function languagesOf(request: FastifyRequest, settings: Settings): readonly string[] {
  const own = settings.languageHeader === null ? undefined : request.headers[settings.languageHeader]
  const accepted = request.headers['accept-language']
  if (own === undefined && accepted === undefined) return NO_LANGUAGES
  const first = typeof own === 'string' ? parseLanguages(own) : NO_LANGUAGES
  const second = accepted === undefined ? NO_LANGUAGES : parseLanguages(accepted)
  return [...first, ...second]
}
