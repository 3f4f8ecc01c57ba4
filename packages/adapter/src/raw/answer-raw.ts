import type { OutgoingHttpHeaders } from 'node:http'
import { judge } from '../judge.ts'
import { addNames } from '../header-names.ts'
import { mustFlow } from '../may-convert.ts'
import type { Passage } from '../passage.ts'
import { decodeContent, listCodings } from '../read-payload/content-codings.ts'
import { planLegacy, planRewrite, record, recordKept } from '../settle.ts'
import { isHandlers } from '../reply-marks.ts'
import { isLost } from '../write-reply.ts'
import type { HeldReply, RawAnswer } from './hold-raw.ts'

/** Whether a raw reply is an error whose body may be held back. */
export function mayHoldRaw(status: number, headers: OutgoingHttpHeaders): boolean {
  if (status < 400) return false
  const media = headers['content-type'] === undefined ? null : String(headers['content-type'])
  return mustFlow(media, status, headers['content-range'] !== undefined) === null
}

/** The problem for a raw reply; `null` lets it go as it is, and the report has the reason. */
export function answerRaw(passage: Passage, held: HeldReply): RawAnswer | null {
  const { stance, state } = passage
  if (stance.kind === 'off') return null
  if (stance.kind === 'legacy') {
    recordKept(passage, 'not-asked', 'negotiate')
    announce(passage)
    return null
  }
  const mode = stance.kind === 'observe' ? 'observe' : stance.mode
  const codings = listCodings(held.headers['content-encoding']?.toString() ?? null)
  const decoded = decodeContent(held.body, codings, state.settings.limits.decodedBytes)
  if (decoded.outcome === 'kept') {
    recordKept(passage, decoded.reason, mode)
    return null
  }
  const conversion = judge(passage, decoded.bytes, passage.plan.upstream && isHandlers(passage.reply))
  record(passage, conversion, mode)
  if (stance.kind === 'observe' || conversion.outcome === 'kept') return null
  const rewrite = planRewrite(passage, conversion, stance.media, stance.bridge)
  const headers: OutgoingHttpHeaders = {}
  for (const [name, value] of Object.entries(held.headers)) {
    if (!isLost(name, passage.status, rewrite.status)) headers[name] = value
  }
  for (const [name, value] of rewrite.headers) headers[name] = value
  if (rewrite.vary.length > 0) headers.vary = addNames(String(headers.vary ?? ''), rewrite.vary)
  headers['content-type'] = rewrite.media
  return { status: rewrite.status, headers, body: rewrite.body }
}

// The calls that were held back are made later, and Node adds these to what they say.
function announce(passage: Passage): void {
  const { raw } = passage.reply
  const { headers, vary } = planLegacy(passage)
  for (const [name, value] of headers) raw.setHeader(name, value)
  if (vary.length > 0) raw.setHeader('vary', addNames(String(passage.present.vary ?? ''), vary))
}
