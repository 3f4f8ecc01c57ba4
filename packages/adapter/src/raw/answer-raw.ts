import type { OutgoingHttpHeaders } from 'node:http'
import { judge } from '../judge.ts'
import { addNames } from '../header-names.ts'
import { mustFlow } from '../may-convert.ts'
import type { Passage } from '../passage.ts'
import { decodeContent, listCodings } from '../read-payload/content-codings.ts'
import { planLegacy, planRewrite, record, recordKept } from '../settle.ts'
import { isHandlers } from '../reply-marks.ts'
import { isLost } from '../write-reply.ts'
import type { SuccessSigns } from '../success-signs.ts'
import { mayBeError } from '../success-stream.ts'
import type { HeldReply, HoldDecision, RawAnswer } from './hold-raw.ts'

/** Whether a raw reply may be held back: an error always, a success only as a whole and where a sign may fit it. */
export function mayHoldRaw(
  status: number,
  headers: OutgoingHttpHeaders,
  whole: Buffer | null,
  signs: SuccessSigns | null,
  limit: number,
): HoldDecision {
  const media = mediaIn(headers)
  if (status >= 400) return mustFlow(media, status, headers['content-range'] !== undefined) === null ? 'hold' : 'leave'
  if (signs === null || !signs.statuses.has(status) || !mayBeError({ status, media, present: headers }, limit)) {
    return 'leave'
  }
  if (whole === null) return 'whole-only'
  return whole.length > 0 && whole.length <= limit ? 'hold' : 'leave'
}

/** The media type of a reply, without parameters. */
export function mediaIn(headers: OutgoingHttpHeaders): string | null {
  return headers['content-type']?.toString().split(';', 1)[0]?.trim().toLowerCase() ?? null
}

/** The problem for a raw reply; `null` lets it go as it is, and the report has the reason. */
export function answerRaw(passage: Passage, held: HeldReply): RawAnswer | null {
  const { stance, state } = passage
  if (stance.kind === 'off') return null
  if (stance.kind === 'legacy') {
    if (passage.status < 400 && judge(passage, held.body, false).outcome === 'kept') return null
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
