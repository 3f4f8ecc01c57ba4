import { STATUS_CODES } from 'node:http'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { stateOf } from './hooks.ts'
import { answerSafely } from './on-send.ts'
import { planRoute } from './route-plan.ts'
import { takeSeat } from './seat.ts'

/**
 * For Fastify's `frameworkErrors` option: errors before routing become problems under `inject()` too, where no server
 * listens. Without it they are taken over on real sockets only.
 */
export function frameworkErrors(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const status = error.statusCode ?? 500
  const legacy = { error: STATUS_CODES[status], code: error.code, message: error.message, statusCode: status }
  reply.code(status).header('content-type', 'application/json')
  const body = JSON.stringify(legacy)
  const state = stateOf(request.server)
  // Replies of this handler have no hooks, so the answer is asked for here.
  const answered =
    state === null ? undefined : answerSafely(takeSeat(state, planRoute(state, null, null, null)), request, reply, body)
  // As bytes: to a string Fastify would add a charset.
  reply.send(Buffer.from(typeof answered === 'string' ? answered : body))
}
