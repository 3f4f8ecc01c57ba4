import { STATUS_CODES } from 'node:http'
import type { HoleValue, ProblemField } from '@problemshift/catalogue'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { createControl } from './control.ts'
import { ProblemError } from './problem-error.ts'
import { stashProblem } from './reply-marks.ts'
import { settleProblem } from './settle-problem.ts'
import type { PluginState } from './state.ts'
import { stateOf } from './hooks.ts'

/** Puts `app.problemshift` and `reply.problem` on. */
export function decorate(app: FastifyInstance, state: PluginState): void {
  app.decorate('problemshift', createControl(state))
  if (!app.hasReplyDecorator('problem')) app.decorateReply('problem', sendProblem)
}

function sendProblem(
  this: FastifyReply,
  code: string,
  holes?: Readonly<Record<string, HoleValue | undefined>>,
  fields?: readonly ProblemField[],
): FastifyReply {
  const state = stateOf(this.request.server)
  const error = new ProblemError(code, holes, fields)
  if (state !== null) settleProblem(state.catalogue, error)
  stashProblem(this, error)
  const { statusCode, message } = error
  // What a caller of v1 gets, where the mode leaves v1 as it is: the shape of Fastify's own errors.
  const legacy = { statusCode, code, error: STATUS_CODES[statusCode] ?? 'Error', message }
  return this.code(statusCode).send(legacy)
}
