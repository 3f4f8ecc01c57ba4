import type { LegacyBody, RequestFacts } from '../wire.ts'
import type { LeftReason } from './left-reason.ts'

const STREAM =
  /^(?:text\/event-stream|application\/(?:x-ndjson|ndjson|jsonl|json-seq|stream\+json|grpc\b.*|connect\+.*)|multipart\/.*)$/
const BINARY =
  /^(?:image|audio|video|font)\/|^application\/(?:pdf|zip|gzip|x-tar|wasm|x-protobuf|protobuf|msgpack|cbor)\b/

/** What the method, the status and the media type alone decide (RFC 9110, sections 9.3.2 and 15). */
export function leftByMessage(body: LegacyBody, request: RequestFacts | null): LeftReason | null {
  const { status, media } = body
  if (request?.method.toUpperCase() === 'HEAD') return 'head'
  if (status < 200) return 'informational'
  if (status === 204 || status === 205) return 'no-content'
  if (status === 206) return 'partial-content'
  if (status === 207) return 'multi-status'
  if (status === 304) return 'not-modified'
  if (status >= 300 && status < 400) return 'redirect'
  // nginx and others note with 499 that the caller has gone; nobody reads an answer.
  if (status === 499 && body.kind === 'empty') return 'client-closed'
  if (media !== null && STREAM.test(media)) return 'stream'
  if (body.kind === 'binary' || (media !== null && BINARY.test(media) && body.kind === 'text')) return 'binary'
  return body.unread === 'too-large' ? 'too-large' : null
}
