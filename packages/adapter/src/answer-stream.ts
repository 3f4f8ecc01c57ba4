import type { Readable } from 'node:stream'
import { addLegacyHeaders } from './answer-whole.ts'
import type { Conversion } from './exchange.ts'
import { judge } from './judge.ts'
import type { Passage } from './passage.ts'
import { decodeContent, listCodings } from './read-payload/content-codings.ts'
import { planLegacy, planRewrite, record, recordKept } from './settle.ts'
import { holdBack, lookOn } from './stream-late.ts'
import type { Stance } from './stance.ts'
import { mayBegin } from './success-stream.ts'
import { dropHeader, restoreLength, writeExtras, writeLate, writeLateExtras } from './write-reply.ts'

/** Answers a streamed body in the same tick: with a stream that decides once the body is known. */
export function answerStream(passage: Passage, source: Readable): Readable | undefined {
  switch (passage.stance.kind) {
    case 'off':
      return undefined
    case 'observe':
      return lookOnAt(passage, source, 'observe')
    case 'legacy':
      return passage.status < 400 ? holdSuccess(passage, source, null) : keepStream(passage)
    case 'convert':
      if (passage.status >= 400) return convertLate(passage, source, passage.stance)
      // What bridge may not change has only to be counted.
      return passage.stance.bridge
        ? lookOnAt(passage, source, passage.stance.mode)
        : holdSuccess(passage, source, passage.stance)
    default:
      return passage.stance satisfies never
  }
}

/** Leaves a stream to a caller who did not ask. */
export function keepStream(passage: Passage): undefined {
  recordKept(passage, 'not-asked', 'negotiate')
  addLegacyHeaders(passage)
}

function lookOnAt(passage: Passage, source: Readable, mode: string): Readable {
  return lookOn(source, passage.state.settings.limits.streamBytes, bytes => observe(passage, bytes, mode))
}

type Converting = Extract<Stance, { kind: 'convert' }>

function convertLate(passage: Passage, source: Readable, stance: Converting): Readable | undefined {
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
    whole: bytes => writeWhole(passage, bytes, stance, () => restoreLength(reply, length, coding)),
    gaveUp(reason) {
      if (reason !== 'no-error') recordKept(passage, reason, stance.mode)
      announceLate(passage)
      restoreLength(reply, length, coding)
    },
  })
}

function writeWhole(passage: Passage, bytes: Buffer, stance: Converting, restore: () => void): string | null {
  const { reply, present } = passage
  const conversion = guard(passage, () => judgeBytes(passage, bytes))
  if (conversion === null || conversion.outcome === 'kept' || reply.raw.headersSent) {
    if (conversion !== null) record(passage, conversion, stance.mode)
    if (conversion?.outcome === 'kept' && conversion.reason === 'bridge-needs-object') announceLate(passage)
    restore()
    return null
  }
  return guard(passage, () => {
    record(passage, conversion, stance.mode)
    const rewrite = planRewrite(passage, conversion, stance.media, stance.bridge)
    const coding = headerOf(passage, 'content-encoding')
    const codingIsOurs = coding !== null && reply.raw.getHeader('content-encoding') === coding
    return writeLate(reply, present, rewrite, codingIsOurs)
  })
}

/**
 * Holds a success back as long as it can be an error that a sign names; `stance` is `null` for a caller who did not ask.
 * A stream of known length ends soon, one of unknown length may be a long one and gets much less time.
 */
function holdSuccess(passage: Passage, source: Readable, stance: Converting | null): Readable | undefined {
  const { reply, plan, state } = passage
  const { readsSuccess } = plan
  if (readsSuccess === null) return undefined
  const { streamBytes, streamMilliseconds, successMilliseconds, decodedBytes } = state.settings.limits
  const length = headerOf(passage, 'content-length')
  const restore = () => restoreLength(reply, length, headerOf(passage, 'content-encoding'))
  dropHeader(reply, 'content-length')
  const limits = { streamBytes, streamMilliseconds: length === null ? successMilliseconds : streamMilliseconds }
  return holdBack(source, limits, {
    mayGoOn: bytes => guard(passage, () => mayBegin(readsSuccess, passage, bytes, decodedBytes)) ?? false,
    whole(bytes) {
      if (stance !== null) return writeWhole(passage, bytes, stance, restore)
      const conversion = guard(passage, () => judgeBytes(passage, bytes))
      if (conversion?.outcome === 'converted') {
        recordKept(passage, 'not-asked', 'negotiate')
        announceLate(passage)
      }
      restore()
      return null
    },
    gaveUp(reason) {
      if (reason !== 'no-error') recordKept(passage, reason, stance?.mode ?? 'negotiate')
      restore()
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

function observe(passage: Passage, bytes: Buffer | null, mode: string): void {
  guard(passage, () => {
    if (bytes !== null) record(passage, judgeBytes(passage, bytes), mode)
    else if (passage.status >= 400) recordKept(passage, 'too-large', mode)
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
