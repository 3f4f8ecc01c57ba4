import type { NamedValue } from '../places.ts'
import { headerOf } from '../../body/media-type.ts'
import { isCallersId, isTraceId, traceIdOf, traceIdOfParent } from '../../trace-id.ts'
import type { WireResponse } from '../../wire.ts'
import { heldBy, isList, isRecord, member, membersOf } from './members.ts'

/** Members that hold the id under which the server logged the error, the surest first. */
const KEYS = [
  'traceid',
  'requestid',
  'correlationid',
  'debugid',
  'reqid',
  'fbtraceid',
  'errorid',
  'errid',
  'erroridentifier',
  'incidentid',
  'eventid',
  'logref',
  'logid',
  'supportid',
  'referenceid',
  'refid',
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
  'contextid',
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
  '$metadata',
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
  headers: WireResponse['headers'],
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
  for (const key of heldBy(layer, KEYS)) {
    const value = member(layer, key)
    const id = key === 'traceparent' && typeof value === 'string' ? traceIdOfParent(value) : asTrace(value)
    if (id !== null) return id
  }
  for (const [spelling, name] of membersOf(layer).spelled) {
    if (!/(?:trace|request|correlation)id$/.test(spelling) || isCallersId(name)) continue
    const id = asTrace(membersOf(layer).value[name])
    if (id !== null) return id
  }
  return looseIn(layer)
}

function looseIn(layer: unknown): string | null {
  const request = member(layer, 'request')
  if (typeof request === 'string' && /^[0-9a-f][0-9a-f-]{15,}$/i.test(request)) return asTrace(request)
  for (const key of heldBy(layer, LOOSE)) {
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
    for (const place of heldBy(layer, PLACES)) {
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

/** An id that is fit for a header; a small number is the kind of an event, not the id of one. */
export function asTrace(value: unknown): string | null {
  if (typeof value === 'string' && /^urn:(?!uuid:)/i.test(value)) return null
  const text = typeof value === 'number' && Number.isSafeInteger(value) && value > 99_999 ? String(value) : value
  return isTraceId(text) ? text : null
}

/** The well-known headers, then any other whose name says that it is an id of the server's. */
function inHeaders(headers: WireResponse['headers']): string | null {
  const known = traceIdOf(headers)
  if (known !== null && !fromEdge(headers, known)) return known
  for (const name of Object.keys(headers).slice(0, 200)) {
    const id = looksLikeTrace(name) ? asTrace(headerOf(headers, name)?.trim()) : null
    if (id !== null) return id
  }
  return known
}

/** An id that only the network in front of the server gave. */
function fromEdge(headers: WireResponse['headers'], id: string): boolean {
  return ['cf-ray', 'x-amz-cf-id', 'x-azure-ref', 'x-vercel-id', 'traceparent'].some(name =>
    headerOf(headers, name)?.includes(id),
  )
}

function looksLikeTrace(name: string): boolean {
  return (
    /(?:^|-)(?:req(?:uest)?|correlation|trace|transaction|debug|error|log|activity|interaction)-?(?:id|uuid)$/.test(
      name,
    ) &&
    !isCallersId(name) &&
    !/parent/.test(name)
  )
}
