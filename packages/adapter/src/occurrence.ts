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

const NO_LANGUAGES: readonly string[] = []

/** Gathers what the request tells; makes an id where nobody gave one that can be trusted. */
export function identify(request: FastifyRequest, settings: Settings): Identity {
  const { headers } = request
  const sent = headers[settings.requestId.header]
  return {
    instance: instanceOf(request, settings),
    traceId: traceIdIn(headers, request, settings),
    callerId: isTraceId(sent) ? sent : null,
    languages: languagesIn(headers, settings),
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
  return instance === 'path' ? pathOf(originalUrlOf(request)) : instance(request)
}

// Fastify's own getter leaves its answer on the request, and a new member costs more than the answer.
function originalUrlOf({ raw }: FastifyRequest): string {
  // What middleware mounted on a path leaves there; Node knows nothing of it.
  const { originalUrl } = raw as { readonly originalUrl?: string }
  return originalUrl || raw.url || '/'
}

/** The id under which all that is said of a request can be found: new where nobody gave one that can be trusted. */
export function traceIdOf(request: FastifyRequest, settings: Settings): string {
  return traceIdIn(request.headers, request, settings)
}

function traceIdIn(headers: FastifyRequest['headers'], request: FastifyRequest, settings: Settings): string {
  const { generate, header } = settings.requestId
  const { traceparent } = headers
  const traced = typeof traceparent === 'string' ? traceIdOfParent(traceparent) : null
  if (traced !== null) return traced
  if (generate !== null) {
    const made = generate(request)
    if (isTraceId(made)) return made
  }
  const { id } = request
  // With `requestIdHeader` Fastify takes over what the caller wrote: the server's id must be its own.
  const own = !isCounted(id) && id !== headers[header] && isTraceId(id) && !Object.values(headers).includes(id)
  return own ? id : randomId()
}

// Fastify counts req-1, req-2 … in every process anew: no id to quote to a support desk.
function isCounted(id: string): boolean {
  if (!id.startsWith('req-') || id.length === 4) return false
  for (let at = 4; at < id.length; at += 1) {
    const code = id.charCodeAt(at)
    const isInBase36 = (code >= 48 && code <= 57) || (code >= 97 && code <= 122)
    if (!isInBase36) return false
  }
  return true
}

function languagesIn(headers: FastifyRequest['headers'], settings: Settings): readonly string[] {
  const own = settings.languageHeader === null ? undefined : headers[settings.languageHeader]
  const accepted = headers['accept-language']
  if (own === undefined && accepted === undefined) return NO_LANGUAGES
  const first = typeof own === 'string' ? parseLanguages(own) : NO_LANGUAGES
  const second = accepted === undefined ? NO_LANGUAGES : parseLanguages(accepted)
  return [...first, ...second]
}
