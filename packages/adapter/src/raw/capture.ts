import type { FastifyReply, FastifyRequest } from 'fastify'
import { wasSeen } from '../reply-marks.ts'
import type { Seat } from '../seat.ts'
import { takeStance } from '../stance.ts'
import { answerRaw, mayHoldRaw, mediaIn } from './answer-raw.ts'
import { type HeldReply, holdRaw, type RawAnswer, type RawLimits } from './hold-raw.ts'

/** Watches a reply for bytes that are written past Fastify: `reply.raw`, `reply.hijack()`, Express middleware. */
export function captureRaw(seatOf: () => Seat, limits: RawLimits, request: FastifyRequest, reply: FastifyReply): void {
  holdRaw(reply.raw, limits, {
    mayHold(status, headers, whole) {
      if (wasSeen(reply)) return 'leave'
      const signs = status < 400 ? seatOf().plan.readsSuccess : null
      return mayHoldRaw(status, headers, whole, signs, limits.streamBytes)
    },
    answer: held => answerSafely(seatOf(), request, reply, held),
    gaveUp(reason) {
      const { state, plan } = seatOf()
      const { statusCode: status } = reply.raw
      state.ledger.kept({ mode: String(state.mode), method: request.method, route: plan.path, status, reason })
    },
  })
}

/** The problem for a held reply. If anything of ours fails, the v1 bytes go out. */
export function answerSafely(
  { state, plan }: Seat,
  request: FastifyRequest,
  reply: FastifyReply,
  held: HeldReply,
): RawAnswer | null {
  try {
    const { status, headers } = held
    const media = mediaIn(headers)
    const stance = takeStance(state, plan, status, request, media)
    return answerRaw({ state, plan, request, reply, status, present: headers, media, stance }, held)
  } catch (cause) {
    state.ledger.failed({ method: request.method, route: plan.path, cause })
    return null
  }
}
