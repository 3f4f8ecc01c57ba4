import { fillTemplate, holesOf, type Sign } from '@problemshift/catalogue'
import type { Conversion, ConvertedReply, Exchange } from '../exchange.ts'
import { fillFrame, type Frame } from './frame.ts'
import { fill, type Holes, type Mould, type Sentinel, takeApart } from './mould.ts'

export type WholeWay = (exchange: Exchange) => Conversion

const INSTANCE = '/mould-instance-7f3a9c'
const TRACE = 'mould-trace-7f3a9c'
const CALLER = 'mould-caller-7f3a9c'
const TIME = new Date('2001-09-09T01:46:40.123Z')
const SENT_TIME = '2001-09-09T01:46:39.321Z'
const UUID = '7f3a9c40-9dc0-41d1-b245-5ffdce74fad'

const SENTINELS: readonly Sentinel[] = [
  { text: INSTANCE, slot: { kind: 'instance' } },
  { text: TRACE, slot: { kind: 'trace' } },
  { text: CALLER, slot: { kind: 'caller' } },
  { text: TIME.toISOString(), slot: { kind: 'time' } },
]

/**
 * Goes the whole way once with values that are known again, for a sentence of the catalogue: alone, or in a frame.
 * `null` where their places cannot be told for certain.
 */
export function mouldOfSentence(sign: Sign, frame: Frame | null, exchange: Exchange, wholeWay: WholeWay): Mould | null {
  const holes = sign.message === null ? [] : holesOf(sign.message)
  if (sign.message === null || holes.some(({ type }) => type !== 'int' && type !== 'uuid')) return null
  const values = holes.map(({ type }, at) => (type === 'int' ? `73649${at}5` : `${UUID}${at % 10}`))
  const named = Object.fromEntries(holes.map(({ name }, at) => [name, values[at] ?? '']))
  const sentence = fillTemplate(sign.message, named)
  const body = frame === null ? sentence : fillFrame(frame, { sentence, trace: TRACE, time: SENT_TIME })
  const result = wholeWay(withSentinels(exchange, body))
  if (result.outcome === 'kept' || !isOnlyTheSentence(result, sentence, frame)) return null
  return mouldFrom(result, [
    ...SENTINELS,
    ...holes.map(({ name }, at): Sentinel => ({ text: values[at] ?? '', slot: { kind: 'hole', name } })),
  ])
}

/** The same for a body whose sentence is always the same: byte for byte, or in a frame. */
export function mouldOfBody(frame: Frame | null, exchange: Exchange, wholeWay: WholeWay): Mould | null {
  const { body } = exchange.response
  if (typeof body !== 'string') return null
  const sent = frame === null ? body : fillFrame(frame, { sentence: '', trace: TRACE, time: SENT_TIME })
  const result = wholeWay(withSentinels(exchange, sent))
  if (result.outcome === 'kept' || result.traceId !== TRACE || readsTrace(result) !== hasTrace(frame)) return null
  return mouldFrom(result, SENTINELS, result.error)
}

/** Whether a mould says of this very error what the whole way says of it. */
export function isTrue(mould: Mould, exchange: Exchange, traceId: string, holes: Holes, whole: Conversion): boolean {
  const filled = fill(mould, exchange, traceId, holes)
  // A value that no mould takes says nothing about the mould.
  if (filled === null) return true
  if (filled.outcome === 'kept' || whole.outcome === 'kept') return false
  return filled.body === whole.body && filled.retryAfter === whole.retryAfter
}

/** Whether what a reading found allows to keep it: nothing in which the request has a say. */
export function isStable({ error, localised }: ConvertedReply): boolean {
  return error !== null && error.fields.length === 0 && !localised
}

function withSentinels(exchange: Exchange, body: string): Exchange {
  const { identity, response } = exchange
  const instance = identity.instance === null ? null : INSTANCE
  const callerId = identity.callerId === null ? null : CALLER
  return {
    ...exchange,
    response: { ...response, body },
    identity: { ...identity, instance, callerId, traceId: TRACE },
    now: TIME,
  }
}

function mouldFrom(
  { body, traceId: _, ...reply }: ConvertedReply,
  sentinels: readonly Sentinel[],
  error: ConvertedReply['error'] = null,
): Mould | null {
  // A time that v1 sent has no place in a problem of ours.
  if (body.includes(SENT_TIME)) return null
  return { reply: { ...reply, error }, ...takeApart(body, sentinels) }
}

function readsTrace({ error }: ConvertedReply): boolean {
  return error !== null && error.traceId !== null
}

function hasTrace(frame: Frame | null): boolean {
  return frame?.gaps.includes('trace') === true
}

function isOnlyTheSentence(reply: ConvertedReply, sentence: string, frame: Frame | null): boolean {
  const { source, redacted, retryAfter, traceId, error } = reply
  if (source !== 'catalogue' || redacted || retryAfter !== null || traceId !== TRACE || error === null) return false
  const { dialect, wording, code, fields, leaks, hint } = error
  const isBare = fields.length === 0 && leaks.length === 0 && hint === null && wording === sentence
  if (!isBare || readsTrace(reply) !== hasTrace(frame)) return false
  return frame === null
    ? code === null && dialect === 'plain-text'
    : code === frame.error.code && dialect === frame.error.dialect
}
