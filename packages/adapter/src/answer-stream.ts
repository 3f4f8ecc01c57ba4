import type { Readable } from 'node:stream'
import { addLegacyHeaders } from './answer-whole.ts'
import type { Conversion } from './exchange.ts'
import { judge } from './judge.ts'
import type { Passage } from './passage.ts'
import { decodeContent, listCodings } from './read-payload/content-codings.ts'
import { planLegacy, planRewrite, record, recordKept } from './settle.ts'
import { holdBack, lookOn } from './stream-late.ts'
import { dropHeader, restoreLength, writeExtras, writeLate, writeLateExtras } from './write-reply.ts'

/** Answers a streamed body in the same tick: with a stream that decides once the body is known. */
export function answerStream(passage: Passage, source: Readable): Readable | undefined {
  switch (passage.stance.kind) {
    case 'off':
      return undefined
    case 'observe':
      return lookOn(source, passage.state.settings.limits.streamBytes, bytes => observe(passage, bytes))
    case 'legacy':
      return keepStream(passage)
    case 'convert':
      return convertLate(passage, source, passage.stance)
    default:
      return passage.stance satisfies never
  }
}

/** Leaves a stream to a caller who did not ask. */
export function keepStream(passage: Passage): undefined {
  recordKept(passage, 'not-asked', 'negotiate')
  addLegacyHeaders(passage)
}

function convertLate(
  passage: Passage,
  source: Readable,
  stance: { readonly mode: string; readonly bridge: boolean; readonly media: string },
): Readable | undefined {
  const { reply, present, request, state } = passage
  const length = headerOf(passage, 'content-length')
  const coding = headerOf(passage, 'content-encoding')
  // What it would be is not known yet, and a length that is wrong breaks the connection.
  dropHeader(reply, 'content-length')
  if (request.method === 'HEAD') {
    // No byte of it will go out, so there is nothing to read: the type says what a GET would bring.
    if (stance.bridge) return undefined
    reply.header('content-type', stance.media)
    writeExtras(reply, present, [], planLegacy(passage).vary)
    return undefined
  }
  return holdBack(source, state.settings.limits, {
    whole(bytes) {
      const conversion = guard(passage, () => judgeBytes(passage, bytes))
      if (conversion === null || conversion.outcome === 'kept' || reply.raw.headersSent) {
        if (conversion !== null) record(passage, conversion, stance.mode)
        if (conversion?.outcome === 'kept' && conversion.reason === 'bridge-needs-object') announceLate(passage)
        restoreLength(reply, length, coding)
        return null
      }
      return guard(passage, () => {
        record(passage, conversion, stance.mode)
        const rewrite = planRewrite(passage, conversion, stance.media, stance.bridge)
        const codingIsOurs = coding !== null && reply.raw.getHeader('content-encoding') === coding
        return writeLate(reply, present, rewrite, codingIsOurs)
      })
    },
    gaveUp(reason) {
      recordKept(passage, reason, stance.mode)
      announceLate(passage)
      restoreLength(reply, length, coding)
    },
  })
}

// The v1 body that stays is as deprecated as any other.
function announceLate(passage: Passage): void {
  const { headers, vary } = planLegacy(passage)
  guard(passage, () => writeLateExtras(passage.reply, headers, vary))
}

function judgeBytes(passage: Passage, bytes: Uint8Array): Conversion {
  const coding = headerOf(passage, 'content-encoding')
  const decoded = decodeContent(bytes, listCodings(coding), passage.state.settings.limits.decodedBytes)
  if (decoded.outcome === 'kept') return decoded
  return judge(passage, decoded.bytes, passage.plan.upstream)
}

function observe(passage: Passage, bytes: Buffer | null): void {
  guard(passage, () => {
    if (bytes === null) recordKept(passage, 'too-large', 'observe')
    else record(passage, judgeBytes(passage, bytes), 'observe')
  })
}

// Long after the hook's own guard: whatever goes wrong here must not reach Fastify either.
function guard<T>(passage: Passage, work: () => T): T | null {
  try {
    return work()
  } catch (cause) {
    passage.state.ledger.failed({ method: passage.request.method, route: passage.plan.path, cause })
    return null
  }
}

function headerOf({ present }: Passage, name: string): string | null {
  const value = present[name]
  return value === undefined ? null : String(value)
}
