import type { Conversion } from './exchange.ts'
import { judge } from './judge.ts'
import type { Passage } from './passage.ts'
import { decodeContent, listCodings } from './read-payload/content-codings.ts'
import { isHandlers } from './reply-marks.ts'
import { planLegacy, planRewrite, record, recordKept } from './settle.ts'
import { writeExtras, writeReply } from './write-reply.ts'

/** Answers a body that is there as a whole; `undefined` leaves it as it is. */
export function answerWhole(passage: Passage, body: string | Uint8Array): string | undefined {
  const decoded = decode(passage, body)
  if (decoded === null) return undefined
  // What another server sent may have been read into a text first; our own refusal and our own fault are told apart.
  const conversion = judge(passage, decoded, passage.plan.upstream && isHandlers(passage.reply))
  switch (passage.stance.kind) {
    case 'off':
      return undefined
    case 'observe':
      record(passage, conversion, 'observe')
      return undefined
    case 'legacy':
      keepLegacy(passage, conversion)
      return undefined
    case 'convert': {
      record(passage, conversion, passage.stance.mode)
      if (conversion.outcome === 'kept') {
        if (conversion.reason === 'bridge-needs-object') addLegacyHeaders(passage)
        return undefined
      }
      const rewrite = planRewrite(passage, conversion, passage.stance.media, passage.stance.bridge)
      return writeReply(passage.reply, passage.present, rewrite)
    }
    default:
      return passage.stance satisfies never
  }
}

function keepLegacy(passage: Passage, conversion: Conversion): void {
  if (conversion.outcome === 'kept') {
    recordKept(passage, conversion.reason, 'negotiate')
    return
  }
  recordKept(passage, 'not-asked', 'negotiate')
  addLegacyHeaders(passage)
}

/** Says on a reply that keeps its v1 body that the body is deprecated, and what it depends on. */
export function addLegacyHeaders(passage: Passage): void {
  const { headers, vary } = planLegacy(passage)
  writeExtras(passage.reply, passage.present, headers, vary)
}

function decode(passage: Passage, body: string | Uint8Array): string | Uint8Array | null {
  // A string has never been encoded, whatever its label says.
  if (typeof body === 'string') return body
  const coding = passage.present['content-encoding']
  if (coding === undefined) return body
  const decoded = decodeContent(body, listCodings(String(coding)), passage.state.settings.limits.decodedBytes)
  if (decoded.outcome === 'decoded') return decoded.bytes
  recordKept(passage, decoded.reason, passage.stance.kind)
  return null
}
