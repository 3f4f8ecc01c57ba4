import type { Catalogue } from '@problemshift/catalogue'
import type { FastifyRequest, onRequestHookHandler } from 'fastify'
import type { ModeChoice } from './mode.ts'

/** What one route may say for itself in `config.problemshift`; a bare mode or `false` is short for `{ mode }`. */
export interface RouteOptions {
  readonly mode?: ModeChoice
  readonly statuses?: Readonly<Record<string, ModeChoice>>
  /** The replies of this route come from another server: its 401, 403 and 5xx say nothing to our caller. */
  readonly upstream?: boolean
  /** Raw and hijacked replies of this route are captured. */
  readonly capture?: boolean
}

/** The options of the plugin. Only `catalogue` must be given. */
export interface ProblemshiftOptions {
  /** A file (`errors.catalogue.yaml`, `.json`, `.ts`, `.mjs`), or the value that `defineCatalogue` returned. */
  readonly catalogue: string | Catalogue | object
  /** `observe` when left out: not one byte changes until you say so. */
  readonly mode?: ModeChoice
  /** A mode by status: `{ '404': 'enforce', '5xx': 'observe' }`. */
  readonly statuses?: Readonly<Record<string, ModeChoice>>
  /** A mode by path prefix: `{ '/v1/admin': false }`. The longest prefix decides. */
  readonly prefixes?: Readonly<Record<string, ModeChoice>>
  /** How a caller asks for v2 in `negotiate`, beside `Accept: application/problem+json`. */
  readonly negotiate?: NegotiateOptions
  /** Only this share of the callers gets the mode; the others get `rest`. */
  readonly rollout?: RolloutOptions
  readonly requestId?: RequestIdOptions
  /** Read before `Accept-Language`, such as `x-locale`. */
  readonly languageHeader?: string
  /** `path` (the request's path without its query, the default), `none`, or a function of your own. */
  readonly instance?: 'path' | 'none' | ((request: FastifyRequest) => string | null)
  /** Path prefixes whose replies come from another server. */
  readonly upstream?: readonly string[]
  /** The catalogue's code for what another server's 401, 403 and 5xx become: `upstream_error` where it has one, else the generic problem of 502. */
  readonly upstreamCode?: string
  /** Answers a known path with an unknown method by 405 and `Allow`, where Fastify says 404. */
  readonly methodNotAllowed?: boolean
  /** Captures replies that were written to `reply.raw` or after `reply.hijack()`. */
  readonly capture?: boolean
  /** Answers malformed requests, time-outs and oversized headers, which no hook sees; on by default. */
  readonly clientErrors?: boolean
  /** Counts error replies that never came through the hooks; on in `observe`, off elsewhere, when left out. */
  readonly countBypassed?: boolean
  readonly limits?: LimitOptions
  /** Announces the end of the v1 error body on replies that still carry one (RFC 9745, RFC 8594). */
  readonly deprecation?: DeprecationOptions
  /** Serves the report of `observe` at this path, behind a guard of yours. */
  readonly report?: ReportOptions
  /** Serves a page for each `type` below this path, `/errors`. */
  readonly pages?: string | false
}

export interface NegotiateOptions {
  /** A version header, `x-api-version`. */
  readonly header?: string
  /** The values of the header, or of the query parameter, that ask for v2. */
  readonly values?: readonly string[]
  /** A query parameter, `errors`. */
  readonly query?: string
  /** Your own way of knowing a caller that understands v2. */
  readonly caller?: (request: FastifyRequest) => boolean
}

export interface RolloutOptions {
  /** From 0 to 100. */
  readonly percent: number
  /** What stays the same for a caller; the `authorization` header, else the address, when left out. */
  readonly caller?: (request: FastifyRequest) => string
  /** What all others get; `observe` when left out. */
  readonly rest?: ModeChoice
}

export interface RequestIdOptions {
  /** `x-request-id` when left out. */
  readonly header?: string
  /** Makes an id; 128 random bits in hex when left out. */
  readonly generate?: (request: FastifyRequest) => string
  /** Successes get the header, too; off when left out, because it costs every request about as much as all the rest. */
  readonly always?: boolean
}

export interface LimitOptions {
  /** How much of a streamed error body is held back to be read; 65,536 when left out. */
  readonly streamBytes?: number
  /** How long a streamed error body is held back from its first byte on; 5,000 when left out. */
  readonly streamMilliseconds?: number
  /** How long a streamed success of unknown length is held back that may be an error of a sign; 100 when left out. */
  readonly successMilliseconds?: number
  /** What a compressed body may grow to; 8,388,608 when left out. */
  readonly decodedBytes?: number
  /** How many rows and fingerprints the report of `observe` holds; 1,000 when left out. */
  readonly reportRows?: number
}

export interface DeprecationOptions {
  /** Since when the v1 error body is deprecated. */
  readonly since: Date | string
  /** When it goes away; not before `since`. */
  readonly sunset?: Date | string
  /** A page that explains it. */
  readonly link?: string
}

export interface ReportOptions {
  readonly path: string
  /** An `onRequest` hook that lets in only those who may see it. */
  readonly guard: onRequestHookHandler
}
