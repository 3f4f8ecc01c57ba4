import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { answerStream, keepStream } from './answer-stream.ts'
import { answerWhole } from './answer-whole.ts'
import { addNames } from './header-names.ts'
import { answerMethod } from './method-not-allowed.ts'
import { mayConvert, mustFlow } from './may-convert.ts'
import type { Passage } from './passage.ts'
import { isResponse, namePayload, type Payload } from './read-payload/payload.ts'
import { isPassedOn, markPassedOn } from './reply-marks.ts'
import type { RoutePlan } from './route-plan.ts'
import type { Seat } from './seat.ts'
import { planLegacy, recordKept } from './settle.ts'
import { mayFit } from './success-signs.ts'
import { takeStance } from './stance.ts'
import type { PluginState } from './state.ts'
import { mayBeError } from './success-stream.ts'

type Done = (fault?: null, payload?: unknown) => void

/** An `onSend` hook with four parameters: any other form runs later than the handler's next line. */
export type OnSend = (request: FastifyRequest, reply: FastifyReply, payload: unknown, done: Done) => void

/** The hook of one route. It finishes in the same tick, whatever comes, and never throws. */
export function createOnSend(seat: Seat): OnSend {
  return function problemshiftOnSend(request, reply, payload, done) {
    // Nearly all replies end here: one number is read and one type is tested.
    if (reply.raw.statusCode < 400 && typeof payload === 'string' && seat.isQuiet) done()
    else answerLast(seat, request, reply, payload, done)
  }
}

/** The same for a seat that was looked up. */
export function answerLast(
  seat: Seat,
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
  done: Done,
): void {
  if (reply.raw.statusCode < 400 && seat.isQuiet && !mayBeResponse(payload)) done()
  else done(null, answerSafely(seat, request, reply, payload))
}

/** Whether the status line may still change behind us; a string, the usual payload, costs one comparison. */
export function mayBeResponse(payload: unknown): boolean {
  return typeof payload === 'object' && payload !== null && !Buffer.isBuffer(payload) && isResponse(payload)
}

/** What to send in place of the payload; `undefined` leaves it. If anything of ours fails, v1's bytes go out. */
export function answerSafely(seat: Seat, request: FastifyRequest, reply: FastifyReply, payload: unknown): unknown {
  if (isPassedOn(reply, payload)) return undefined
  let answered: unknown
  try {
    answered = answer(seat, request, reply, payload)
  } catch (cause) {
    seat.state.ledger.failed({ method: request.method, route: seat.plan.path, cause })
  }
  markPassedOn(reply, answered ?? payload)
  return answered
}

function answer({ state, plan }: Seat, request: FastifyRequest, reply: FastifyReply, payload: unknown): unknown {
  const named = namePayload(payload)
  // Fastify copies status and headers of a `Response` only after this hook, over whatever we have set.
  const status = named.kind === 'response' ? named.response.status : reply.raw.statusCode
  if (mayConvert(status, plan.readsSuccess?.statuses ?? null) !== null) return undefined
  if (status < 400 && !isReadable(state, plan, named)) return undefined
  const present = reply.getHeaders()
  const media = mediaOf(
    named.kind === 'response' ? named.response.headers.get('content-type') : present['content-type'],
  )
  const stance = takeStance(state, plan, status, request, media)
  if (stance.kind === 'off') return undefined
  const passage: Passage = { state, plan, request, reply, status, present, media, stance }
  if (reply.raw.destroyed) {
    // Nobody is there to read a body. 499 is what access logs write for it.
    recordKept({ ...passage, status: 499 }, 'aborted', stance.kind)
    return undefined
  }
  const refused = state.settings.methodNotAllowed ? answerMethod(passage) : undefined
  if (refused !== undefined) return refused
  switch (named.kind) {
    case 'text':
      return answerWhole(passage, named.text)
    case 'bytes':
      return answerWhole(passage, named.bytes)
    case 'nothing':
      return isBodyTaken(request, passage) ? undefined : answerWhole(passage, '')
    case 'stream':
      return mayHold(passage) ? answerStream(passage, named.stream) : undefined
    case 'web-stream':
      return mayHold(passage) ? answerWebStream(passage, named.stream) : undefined
    case 'response':
      return answerResponse(passage, named.response)
    case 'other':
      // Fastify cannot send it and would end with a reply that passes every hook by.
      if (stance.kind === 'convert') return answerWhole(passage, describe(payload))
      recordKept(passage, 'unknown-payload', stance.kind)
      return undefined
    default:
      return named satisfies never
  }
}

function describe(payload: unknown): string {
  try {
    return JSON.stringify(payload) ?? ''
  } catch {
    return ''
  }
}

// A server has a handful of labels; taking one apart costs more than looking it up.
const MEDIA = new Map<string, string | null>()
const MOST_LABELS = 200

function mediaOf(label: unknown): string | null {
  const text = Array.isArray(label) ? String(label[0] ?? '') : String(label ?? '')
  const known = MEDIA.get(text)
  if (known !== undefined) return known
  const name = text.split(';', 1)[0]?.trim().toLowerCase()
  const media = name === undefined || name === '' ? null : name
  if (MEDIA.size < MOST_LABELS) MEDIA.set(text, media)
  return media
}

// The body of a HEAD reply has been measured and taken away before us.
function isBodyTaken(request: FastifyRequest, { present }: Passage): boolean {
  return request.method === 'HEAD' && Number(present['content-length'] ?? 0) > 0
}

// A success that is there as a whole: an error is short, and has the words of its sign.
function isReadable({ settings }: PluginState, { readsSuccess }: RoutePlan, named: Payload): boolean {
  const body = named.kind === 'text' ? named.text : named.kind === 'bytes' ? named.bytes : null
  if (body === null || readsSuccess === null) return true
  if (body.length > settings.limits.streamBytes) return false
  return typeof body !== 'string' || mayFit(readsSuccess, body)
}

function mayHold(passage: Passage): boolean {
  const { status, present, media, stance, state, request } = passage
  // Nobody can tell what a success will be whose body is not sent.
  if (status < 400) return request.method !== 'HEAD' && mayBeError(passage, state.settings.limits.streamBytes)
  const reason = mustFlow(media, status, present['content-range'] !== undefined)
  if (reason === 'event-stream' || reason === 'partial-content') recordKept(passage, reason, stance.kind)
  return reason === null
}

function answerWebStream(passage: Passage, stream: ReadableStream<Uint8Array>): unknown {
  // Wrapping locks it, and one that is locked cannot be sent any more.
  if (passage.stance.kind === 'legacy' && passage.status >= 400) return keepStream(passage)
  // What is only looked at must stay what it was: Fastify sends the two kinds of stream differently.
  if (passage.stance.kind === 'observe' && passage.request.method === 'HEAD') return undefined
  const answered = answerStream(passage, Readable.fromWeb(stream))
  return passage.stance.kind === 'observe' && answered !== undefined ? Readable.toWeb(answered) : answered
}

function answerResponse(passage: Passage, response: Response): unknown {
  // Fastify has an error of its own for a body that was read, and it comes back to us.
  const own = { ...passage, present: Object.fromEntries(response.headers) }
  if (response.bodyUsed || !mayHold(own)) return undefined
  const { reply, status } = passage
  if (passage.stance.kind === 'legacy' && status >= 400) return keepResponse(passage, response)
  if (passage.stance.kind === 'observe') return observeResponse(passage, response)
  reply.code(response.status)
  for (const [name, value] of response.headers) reply.header(name, value)
  const unwrapped = { ...passage, present: reply.getHeaders() }
  // Always unwrapped: what Fastify does for a HEAD fails on a Response.
  if (response.body === null) return answerWhole(unwrapped, '') ?? ''
  const body = toReadable(response.body)
  return answerStream(unwrapped, body) ?? body
}

// Fastify lets the headers of a Response win over ours, so ours must be among them.
function keepResponse(passage: Passage, response: Response): Response {
  recordKept(passage, 'not-asked', 'negotiate')
  const present = { ...passage.present, ...Object.fromEntries(response.headers) }
  const { headers, vary } = planLegacy({ ...passage, present })
  const merged = new Headers(response.headers)
  for (const [name, value] of headers) merged.set(name, value)
  merged.set('vary', addNames(String(present.vary ?? ''), vary))
  return new Response(response.body, { status: response.status, headers: merged })
}

// Fastify takes status and headers from a Response, so it stays one, with the same body led past us.
function observeResponse(passage: Passage, response: Response): unknown {
  const present = Object.fromEntries(response.headers)
  const seen = { ...passage, present: { ...passage.present, ...present } }
  if (response.body === null) {
    answerWhole(seen, '')
    return undefined
  }
  if (passage.request.method === 'HEAD') return undefined
  const passing = answerStream(seen, toReadable(response.body))
  if (passing === undefined) return undefined
  // Readable.toWeb types its chunks loosely; they are the bytes of the body that came in.
  const body = Readable.toWeb(passing) as unknown as globalThis.ReadableStream<Uint8Array>
  return new Response(body, { status: response.status, headers: response.headers })
}

function toReadable(body: globalThis.ReadableStream<Uint8Array>): Readable {
  // The DOM's and Node's declarations of the same class.
  return Readable.fromWeb(body as unknown as ReadableStream<Uint8Array>)
}
