import type { FastifyReply, FastifyRequest } from 'fastify'
import type { RoutePlan } from './route-plan.ts'
import type { Stance } from './stance.ts'
import type { PluginState } from './state.ts'

/** What Node and Fastify hold headers in; names are lower-case. */
export type PresentHeaders = Readonly<Record<string, string | number | readonly string[] | undefined>>

/** One error reply on its way through the hook. */
export interface Passage {
  readonly state: PluginState
  readonly plan: RoutePlan
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly status: number
  /** The headers as they were when the reply came to us. */
  readonly present: PresentHeaders
  /** The media type of the v1 body, without parameters. */
  readonly media: string | null
  readonly stance: Stance
}
