import type { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'

/** What a handler, or another hook, gave Fastify to send. */
export type Payload =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'stream'; readonly stream: Readable }
  | { readonly kind: 'web-stream'; readonly stream: ReadableStream<Uint8Array> }
  | { readonly kind: 'response'; readonly response: Response }
  | { readonly kind: 'other' }

const NOTHING: Payload = { kind: 'nothing' }
const OTHER: Payload = { kind: 'other' }

/** Names what came into `onSend`. Told apart as Fastify itself does, by what it can do and not by its class. */
export function namePayload(payload: unknown): Payload {
  if (typeof payload === 'string') return { kind: 'text', text: payload }
  if (payload === undefined || payload === null) return NOTHING
  if (payload instanceof Uint8Array) return { kind: 'bytes', bytes: payload }
  if (typeof payload !== 'object') return OTHER
  if (isResponse(payload)) return { kind: 'response', response: payload }
  if (isNodeStream(payload)) return { kind: 'stream', stream: payload }
  if (isWebStream(payload)) return { kind: 'web-stream', stream: payload }
  return OTHER
}

/** Whether it is a fetch `Response`, whose status Fastify copies only after our hook. */
export function isResponse(payload: unknown): payload is Response {
  return Object.prototype.toString.call(payload) === '[object Response]'
}

function isNodeStream(payload: object): payload is Readable {
  return 'pipe' in payload && typeof payload.pipe === 'function'
}

function isWebStream(payload: object): payload is ReadableStream<Uint8Array> {
  return 'getReader' in payload && typeof payload.getReader === 'function'
}
