import { headerOf } from './body/media-type.ts'
import type { WireResponse } from './wire.ts'

/**
 * What an id may be made of: it is copied into headers and logs, so no blank, quote, comma or control character.
 * `0HNQ7K2M4T9VA:00000011`, `c17d#1500aa0bb0c`, `|7fb5e16a-4c8f23bb.`, base64 and a nanoid that begins with
 * a dash are ids that occur.
 */
const ID = /^(?:[A-Za-z0-9]|\|(?=[A-Za-z0-9])|[_-]{1,2}[A-Za-z0-9](?=.{0,125}$))[A-Za-z0-9._:/+=@#~|-]{0,127}$/
// W3C Trace Context, sections 3.2 and 4.3: version ff and ids of zeros are invalid; version 00 has four parts, and a
// later one may have more of them.
const TRACEPARENT =
  /^(?:00(?!.{54})|(?!00|ff)[\da-f]{2})-(?!0{32})([\da-f]{32})-(?!0{16})[\da-f]{16}-[\da-f]{2}(?:-.*)?$/
// The server's own ids first; what an edge in front of it adds comes last. The caller's id, sent back, is none.
const HEADERS = [
  'x-request-id',
  'request-id',
  'x-correlation-id',
  'correlation-id',
  'x-trace-id',
  'trace-id',
  'x-amzn-requestid',
  'x-amz-request-id',
  'x-amzn-request-id',
  'x-ms-request-id',
  'x-ms-correlation-request-id',
  'x-github-request-id',
  'x-kong-request-id',
  'x-openstack-request-id',
  'x-contentful-request-id',
  'x-slack-req-id',
  'x-goog-request-id',
  'x-line-request-id',
  'x-dropbox-request-id',
  'x-fb-trace-id',
  'x-fb-debug',
  'paypal-debug-id',
  'x-shopify-request-id',
  'x-request-uuid',
  'x-transaction-id',
  'x-error-id',
  'x-debug-id',
  'x-log-id',
  'x-tt-logid',
  'x-arequestid',
  'x-okta-request-id',
  'x-sentry-id',
  'x-b3-traceid',
  'x-datadog-trace-id',
  'x-cloud-trace-context',
  'x-amzn-trace-id',
  'uber-trace-id',
  'pspreference',
  'x-amz-cf-id',
  'cf-ray',
  'x-vercel-id',
  'x-nf-request-id',
  'fly-request-id',
  'x-railway-request-id',
  'x-azure-ref',
  'x-served-request-id',
]
const ORDER: ReadonlyMap<string, number> = new Map(HEADERS.map((name, place) => [name, place]))
const FROM_CALLER = /client|caller|idempotency/i

/** Whether a text may be passed on as a trace id. */
export function isTraceId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value)
}

/** Whether a member or header of this name holds an id that the caller made: it is no trace id. */
export function isCallersId(name: string): boolean {
  return FROM_CALLER.test(name)
}

/** The trace id of the headers, for a body that has none. */
export function traceIdOf(headers: WireResponse['headers']): string | null {
  const held = Object.keys(headers).filter(name => ORDER.has(name))
  for (const name of held.sort((a, b) => (ORDER.get(a) ?? 0) - (ORDER.get(b) ?? 0))) {
    const sent = headerOf(headers, name)?.trim()
    const value = sent === undefined ? undefined : (partOf(name, sent) ?? sent)
    if (value !== undefined && isTraceId(value)) return value
  }
  return traceIdOfParent(headerOf(headers, 'traceparent'))
}

/** The id in a header that holds more: `105445aa…/1;o=1` (the span and options), `Root=1-67891233-abcdef…;Sampled=1`. */
function partOf(name: string, sent: string): string | undefined {
  if (name === 'x-cloud-trace-context') return sent.split(/[/;]/)[0]
  return name === 'x-amzn-trace-id' ? /(?:^|;)\s?Root=([^;]+)/.exec(sent)?.[1] : undefined
}

/** The trace's id in a `traceparent`; an invalid one is as good as none. */
export function traceIdOfParent(traceparent: string | null): string | null {
  return traceparent === null ? null : (TRACEPARENT.exec(traceparent.trim())?.[1] ?? null)
}
