import { mustFlow } from './may-convert.ts'
import type { PresentHeaders } from './passage.ts'
import { decodeBeginning, listCodings } from './read-payload/content-codings.ts'
import { mayFit, type SuccessSigns } from './success-signs.ts'

/** What is known of a success before its first byte. */
export interface SuccessHead {
  readonly status: number
  readonly media: string | null
  readonly present: PresentHeaders
}

// A body of these types can be one error; `ndjson`, `json-seq` and `stream+json` are many values that come in time.
const ERROR_MEDIA = /^(?:application|text)\/(?:[a-z0-9.-]+\+)?(?:json|xml)$|^text\/(?:plain|html)$/
const STREAMED_MEDIA = 'application/stream+json'

/** Whether a streamed success can be an error, by its head: a file, a range and an event stream are none. */
export function mayBeError({ status, media, present }: SuccessHead, limit: number): boolean {
  if (media === null || media === STREAMED_MEDIA || !ERROR_MEDIA.test(media)) return false
  if (mustFlow(media, status, present['content-range'] !== undefined) !== null) return false
  // What a server says to a proxy that must not buffer holds for us, too.
  if (present['content-disposition'] !== undefined || present['x-accel-buffering'] === 'no') return false
  const length = lengthIn(present)
  return length === null || (length > 0 && length <= limit)
}

/** The length that a head tells; `null` when it tells none, so that the body may go on for ever. */
function lengthIn(present: PresentHeaders): number | null {
  const length = present['content-length']
  return length === undefined ? null : Number(length)
}

/** Whether what has come so far can be the beginning of an error that a sign names; what cannot flows on at once. */
export function mayBegin(signs: SuccessSigns, { media, present }: SuccessHead, bytes: Buffer, limit: number): boolean {
  const decoded = decodeBeginning(bytes, listCodings(present['content-encoding']?.toString() ?? null), limit)
  const text = decoded?.toString('utf8').trimStart() ?? ''
  if (text === '' || mayFit(signs, text)) return true
  if (media === 'text/plain') {
    return signs.beginnings === null || signs.beginnings.some(one => one.startsWith(text) || text.startsWith(one))
  }
  // The word may still come, as long as the object is not closed.
  return media?.endsWith('json') === true && text.startsWith('{') && !isClosed(text)
}

// The first line alone is a value where many of them come one by one.
function isClosed(text: string): boolean {
  const [line = ''] = text.split('\n', 1)
  return isJson(line) || (text.trimEnd().endsWith('}') && isJson(text))
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
