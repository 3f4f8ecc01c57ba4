import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { pathOf } from '../occurrence.ts'
import { wasSeenRaw } from '../reply-marks.ts'
import { isBelow } from '../route-plan.ts'
import type { Seat } from '../seat.ts'
import { mayHoldRaw } from './answer-raw.ts'
import { answerSafely } from './capture.ts'
import { holdRaw } from './hold-raw.ts'

/**
 * Takes over what Fastify answers before any hook: a URL that cannot be decoded, a parameter that is too long, a request
 * while it closes. Only such requests are watched, so that all others pay one look at their URL.
 */
export function watchBeforeRouting(app: FastifyInstance, seat: Seat): void {
  let closing = false
  app.addHook('preClose', done => {
    closing = true
    done()
  })
  const { limits } = seat.state.settings
  const longest = app.initialConfig.maxParamLength ?? 100
  app.server.prependListener('request', (req: IncomingMessage, res: ServerResponse) => {
    const url = req.url ?? '/'
    if (!closing && !isUndecodable(url) && !isTooLong(url, longest)) return
    if (!isBelow(url, app.prefix)) return
    const { request, reply } = standIns(app, req, res)
    holdRaw(res, limits, {
      mayHold: (status, headers, whole) =>
        wasSeenRaw(res) ? 'leave' : mayHoldRaw(status, headers, whole, null, limits.streamBytes),
      answer: held => answerSafely(seat, request, reply, held),
      gaveUp: () => {},
    })
  })
}

function isUndecodable(url: string): boolean {
  if (!url.includes('%')) return false
  try {
    decodeURIComponent(pathOf(url))
    return false
  } catch {
    return true
  }
}

function isTooLong(url: string, longest: number): boolean {
  return (
    url.length > longest &&
    pathOf(url)
      .split('/')
      .some(part => part.length > longest)
  )
}

// Before routing there is no request and no reply of Fastify's; these have the members that are read on the way.
function standIns(
  app: FastifyInstance,
  raw: IncomingMessage,
  res: ServerResponse,
): { request: FastifyRequest; reply: FastifyReply } {
  const { method = 'GET', url = '/', headers, socket } = raw
  const request = {
    raw,
    method,
    url,
    originalUrl: url,
    headers,
    id: '',
    ip: socket.remoteAddress ?? '',
    query: {},
    params: {},
    server: app,
    log: app.log,
  }
  return { request: request as unknown as FastifyRequest, reply: { raw: res } as unknown as FastifyReply }
}
