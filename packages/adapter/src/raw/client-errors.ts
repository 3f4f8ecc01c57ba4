import { type IncomingMessage, STATUS_CODES, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { RequestFacts } from '@problemshift/catalogue'
import type { FastifyInstance } from 'fastify'
import type { ConvertedReply } from '../exchange.ts'
import { randomId } from '../random-id.ts'
import { modeOf } from '../route-plan.ts'
import type { Seat } from '../seat.ts'
import { isOff } from '../state.ts'

const NOBODY: RequestFacts = {
  method: 'GET',
  path: '/',
  route: null,
  params: [],
  query: [],
  headers: [],
  cookies: [],
  body: null,
}

/** Answers what is no HTTP request, came too slowly or has too many headers: no hook ever sees it. */
export function answerClientErrors(app: FastifyInstance, seat: Seat): void {
  // Before Fastify's own listener, which leaves a destroyed socket alone.
  app.server.prependListener('clientError', (fault: Error & { code?: string }, socket: Socket) => {
    if (fault.code === 'ECONNRESET' || socket.destroyed) return
    try {
      answer(seat, fault, socket)
    } catch (cause) {
      seat.state.ledger.failed({ method: 'GET', route: null, cause })
    }
  })
  app.addHook('onReady', done => {
    // Node answers an unknown expectation itself only where nobody listens.
    if (app.server.listenerCount('checkExpectation') === 0) {
      app.server.on('checkExpectation', (req: IncomingMessage, res: ServerResponse) =>
        refuseExpectation(seat, req, res),
      )
    }
    done()
  })
}

function answer(seat: Seat, fault: Error & { code?: string }, socket: Socket): void {
  const { status, message } = nameFault(fault.code)
  const converted = convert(seat, status, JSON.stringify({ error: STATUS_CODES[status], message, statusCode: status }))
  if (converted === null) return
  // A reply that is under way would get ours in its middle.
  const inFlight = Reflect.get(socket, '_httpMessage')
  if (socket.writable && (inFlight === null || inFlight === undefined)) socket.write(writeMessage(seat, converted))
  socket.destroy(fault)
}

// The statuses and the words of Fastify's own listener, so that the signs of a catalogue hold for both.
function nameFault(code: string | undefined): { readonly status: number; readonly message: string } {
  switch (code) {
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return { status: 408, message: 'Client Timeout' }
    case 'HPE_HEADER_OVERFLOW':
      return { status: 431, message: 'Exceeded maximum allowed HTTP header size' }
    default:
      return { status: 400, message: 'Client Error' }
  }
}

/** `null`: the mode leaves v1 as it is. What cannot be read cannot ask for v2, so `negotiate` does. */
function convert({ state, plan }: Seat, status: number, body: string): ConvertedReply | null {
  if (isOff(state)) return null
  const { rollout } = state.settings
  const chosen = modeOf(state, plan, status, '/')
  // Nobody can be told from bytes that are no request, so such a caller waits until all are chosen.
  const mode = rollout === null || rollout.percent >= 100 || chosen === false ? chosen : rollout.rest
  if (mode === false) return null
  const conversion = state.converter.convert({
    response: { status, headers: { 'content-type': 'application/json' }, body },
    request: NOBODY,
    thrown: null,
    problem: null,
    unserialised: undefined,
    stripped: false,
    upstream: false,
    bridge: mode === 'bridge',
    identity: { instance: null, traceId: randomId(), callerId: null, languages: [] },
    now: new Date(),
  })
  if (conversion.outcome === 'kept') return null
  state.ledger.converted({ mode, method: 'GET', route: null, wireStatus: status, reply: conversion })
  return mode === 'enforce' || mode === 'bridge' ? conversion : null
}

function writeMessage({ state }: Seat, { status, body, traceId }: ConvertedReply): string {
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `${state.settings.requestId.header}: ${traceId ?? ''}`,
    'Connection: close',
  ]
  return `${lines.join('\r\n')}\r\n\r\n${body}`
}

function refuseExpectation(seat: Seat, req: IncomingMessage, res: ServerResponse): void {
  let converted: ConvertedReply | null = null
  try {
    converted = convert(seat, 417, '')
  } catch (cause) {
    seat.state.ledger.failed({ method: req.method ?? 'GET', route: null, cause })
  }
  if (converted === null) {
    // What Node does where nobody listens.
    res.writeHead(417)
    res.end()
    return
  }
  const { body, traceId } = converted
  const id = traceId === null ? {} : { [seat.state.settings.requestId.header]: traceId }
  res.writeHead(417, { 'content-type': 'application/problem+json', 'content-length': Buffer.byteLength(body), ...id })
  res.end(body)
}
