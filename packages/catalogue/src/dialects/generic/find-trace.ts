import type { NamedValue } from '../places.ts'
import { headerText } from './find-code.ts'
import { isCallersId } from '../../trace-id.ts'
import { isList, isRecord, member, membersOf } from './members.ts'

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>

/** Members that hold the id under which the server logged the error, the surest first. */
const KEYS = [
  'traceid',
  'requestid',
  'correlationid',
  'debugid',
  'reqid',
  'fbtraceid',
  'errorid',
  'incidentid',
  'eventid',
  'logref',
  'logid',
  'supportid',
  'referenceid',
  'errorreference',
  'pspreference',
  'transactionid',
  'operationid',
  'activityid',
  'exceptionid',
  'ticketid',
  'sentryid',
  'rayid',
  'xrequestid',
  'requestuuid',
  'requestguid',
  'requesttraceid',
  'traceparent',
  'trackingid',
  'invocationid',
  'rastreio',
  'correlationtoken',
  'errortoken',
  'errorguid',
  'erroruuid',
  'rid',
  'rndrid',
] as const

/** Members that hold it in some APIs and something else in others. */
const LOOSE = ['reference', 'trace', 'ref', 'instance'] as const

/** Where it lies when it is not beside the message. */
const PLACES = [
  'meta',
  'metadata',
  'innererror',
  'extensions',
  'error',
  'context',
  'responsemetadata',
  'request',
  'info',
  'links',
  'data',
  'details',
  'header',
  'responseheader',
]

/** The correlation id: the body's own before that of a header, which may be the edge's; never one the client sent. */
export function findTrace(
  layers: readonly unknown[],
  headers: Headers,
  preferred: readonly NamedValue[] = [],
): string | null {
  for (const { value } of preferred) {
    const id = asTrace(value)
    if (id !== null) return id
  }
  return inBody(layers) ?? inHeaders(headers)
}

function inBody(layers: readonly unknown[]): string | null {
  for (const layer of [...layers, ...nested(layers)]) {
    const id = inObject(layer)
    if (id !== null) return id
  }
  return null
}

function inObject(layer: unknown): string | null {
  for (const key of KEYS) {
    const id = asTrace(member(layer, key))
    if (id !== null) return id
  }
  for (const [spelling, name] of membersOf(layer).spelled) {
    if (!/(?:trace|request|correlation)id$/.test(spelling) || isCallersId(name)) continue
    const id = asTrace(membersOf(layer).value[name])
    if (id !== null) return id
  }
  for (const key of LOOSE) {
    const value = member(layer, key)
    if (typeof value !== 'string' || value.includes('/') || /^#\d/.test(value) || value.length < 4) continue
    const id = asTrace(value.replace(/^urn:uuid:/, ''))
    if (id !== null && (key !== 'ref' || /\d/.test(id))) return id
  }
  return null
}

function nested(layers: readonly unknown[]): readonly unknown[] {
  const found: unknown[] = []
  for (const layer of layers) {
    for (const place of PLACES) {
      const value = member(layer, place)
      if (isRecord(value)) found.push(value)
      if (isList(value) && place === 'details') found.push(...value.slice(0, 20).filter(isRequestInfo))
    }
  }
  return found
}

/** Google's `RequestInfo`. */
function isRequestInfo(value: unknown): boolean {
  return isRecord(value) && typeof value['@type'] === 'string' && value['@type'].endsWith('RequestInfo')
}

/** An id that is fit for a header: visible ASCII, and not a sentence. */
export function asTrace(value: unknown): string | null {
  // A small number is the kind of an event, not the id of one.
  const text = typeof value === 'number' && Number.isSafeInteger(value) && value > 99_999 ? String(value) : value
  if (typeof text !== 'string' || text.length > 256 || !/^[\x21-\x7e]{1,256}$/.test(text)) return null
  return text
}

/** Names of headers, the surest first; all others that look like one come after. */
const HEADERS = [
  'x-request-id',
  'request-id',
  'x-correlation-id',
  'correlation-id',
  'x-trace-id',
  'trace-id',
  'x-amzn-requestid',
  'x-amz-request-id',
  'x-ms-correlation-request-id',
  'x-ms-request-id',
] as const

const LAST_HEADERS = [
  'x-amzn-trace-id',
  'x-cloud-trace-context',
  'x-b3-traceid',
  'x-amz-cf-id',
  'cf-ray',
  'pspreference',
  'x-debug-token',
  'x-runtime-id',
] as const

function inHeaders(headers: Headers): string | null {
  for (const name of [...HEADERS, ...Object.keys(headers).slice(0, 200).filter(looksLikeTrace), ...LAST_HEADERS]) {
    const id = asTrace(headerText(headers, name))
    if (id !== null) return id
  }
  const parent = headerText(headers, 'traceparent')
  return parent === null ? null : (/^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/.exec(parent)?.[1] ?? null)
}

function looksLikeTrace(name: string): boolean {
  return (
    /(?:^|-)(?:req(?:uest)?|correlation|trace|transaction|debug|error|log|activity|interaction)-?(?:id|uuid)$/.test(
      name,
    ) && !/client|parent/.test(name)
  )
}
