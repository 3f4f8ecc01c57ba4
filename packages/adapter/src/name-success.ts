import type { FastifyReply, FastifyRequest } from 'fastify'
import { traceIdOf } from './occurrence.ts'
import type { RoutePlan } from './route-plan.ts'
import { takeStance } from './stance.ts'
import type { PluginState } from './state.ts'

/**
 * Gives a success the id that an error of this request would have had. Never in `observe`, nor for a caller that is left
 * with v1: there not one byte changes.
 */
export function nameSuccess(state: PluginState, plan: RoutePlan, request: FastifyRequest, reply: FastifyReply): void {
  const { header } = state.settings.requestId
  const status = reply.raw.statusCode
  if (status >= 400 || reply.hasHeader(header)) return
  if (takeStance(state, plan, status, request, null).kind !== 'convert') return
  reply.header(header, traceIdOf(request, state.settings))
}
