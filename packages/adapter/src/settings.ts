import type { FastifyRequest } from 'fastify'
import type { ModeChoice, StatusMode } from './mode.ts'
import type { ReportOptions } from './options.ts'

/** The options after they have been checked and every default has been filled in. */
export interface Settings {
  readonly mode: ModeChoice
  readonly statuses: readonly StatusMode[]
  /** Longest first. */
  readonly prefixes: readonly { readonly prefix: string; readonly mode: ModeChoice }[]
  readonly negotiate: {
    readonly header: string | null
    readonly values: ReadonlySet<string>
    readonly query: string | null
    readonly caller: ((request: FastifyRequest) => boolean) | null
  }
  readonly rollout: {
    readonly percent: number
    readonly caller: (request: FastifyRequest) => string
    readonly rest: ModeChoice
  } | null
  readonly requestId: {
    readonly header: string
    readonly generate: ((request: FastifyRequest) => string) | null
    readonly always: boolean
  }
  readonly languageHeader: string | null
  readonly instance: 'path' | 'none' | ((request: FastifyRequest) => string | null)
  readonly upstream: readonly string[]
  readonly upstreamCode: string | null
  readonly methodNotAllowed: boolean
  readonly capture: boolean
  readonly clientErrors: boolean
  readonly countBypassed: boolean
  readonly limits: {
    readonly streamBytes: number
    readonly streamMilliseconds: number
    readonly successMilliseconds: number
    readonly decodedBytes: number
    readonly reportRows: number
  }
  /** The three header values, made once at boot. */
  readonly deprecation: {
    readonly deprecation: string
    readonly sunset: string | null
    readonly link: string | null
  } | null
  readonly report: ReportOptions | null
  readonly pages: string | null
}

/** What a route said for itself, checked. */
export interface RouteChoice {
  readonly mode: ModeChoice | undefined
  readonly statuses: readonly StatusMode[]
  readonly upstream: boolean
  readonly capture: boolean
}
