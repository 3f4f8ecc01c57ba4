import type { Conversion, ConvertedReply, Exchange } from '../exchange.ts'
import { isPlainPath, isShortInt } from './plain-values.ts'

/** Where one value goes that is new each time. */
export type Slot =
  | { readonly kind: 'instance' }
  | { readonly kind: 'trace' }
  | { readonly kind: 'caller' }
  | { readonly kind: 'time' }
  | { readonly kind: 'hole'; readonly name: string }

/** A problem that was written once, taken apart at the values that change. */
export interface Mould {
  readonly reply: Omit<ConvertedReply, 'body' | 'traceId'>
  /** One more than the slots. */
  readonly texts: readonly string[]
  readonly slots: readonly Slot[]
}

/** A value that is known again in what was made of it. */
export interface Sentinel {
  readonly text: string
  readonly slot: Slot
}

export type Holes = Readonly<Record<string, string>>

export const NO_HOLES: Holes = {}

/** Fills a mould with the values of this reply; `null` where one of them cannot be written as it is. */
export function fill(
  { texts, slots, reply }: Mould,
  { identity, now }: Exchange,
  traceId: string,
  holes: Holes,
): Conversion | null {
  let body = texts[0] ?? ''
  for (let at = 0; at < slots.length; at += 1) {
    const value = writeValue(slots[at], identity, traceId, now, holes)
    if (value === null) return null
    body += value + (texts[at + 1] ?? '')
  }
  // Written out: a spread of the reply costs as much as the match.
  return {
    outcome: 'converted',
    status: reply.status,
    body,
    code: reply.code,
    source: reply.source,
    dialect: reply.dialect,
    traceId,
    retryAfter: reply.retryAfter,
    redacted: reply.redacted,
    localised: reply.localised,
    contentLanguage: reply.contentLanguage,
    error: reply.error,
  }
}

/**
 * Fills in all but what is new with each request, for a body that comes again from the same path: a problem of seven
 * pieces costs twice as much to put together as one of three.
 */
export function pour({ texts, slots, reply }: Mould, exchange: Exchange, holes: Holes): Mould | null {
  const { identity, now } = exchange
  const pieces: string[][] = [[texts[0] ?? '']]
  const left: Slot[] = []
  for (const [at, slot] of slots.entries()) {
    const behind = texts[at + 1] ?? ''
    if (slot.kind === 'instance' || slot.kind === 'hole') {
      const value = writeValue(slot, identity, identity.traceId, now, holes)
      if (value === null) return null
      pieces.at(-1)?.push(value, behind)
    } else {
      left.push(slot)
      pieces.push([behind])
    }
  }
  return { reply, texts: pieces.map(parts => parts.join('')), slots: left }
}

// Values are written as they are, so only those that JSON need not escape.
function writeValue(
  slot: Slot | undefined,
  { instance, callerId }: Exchange['identity'],
  traceId: string,
  now: Date,
  holes: Holes,
): string | null {
  switch (slot?.kind) {
    case 'instance':
      return instance !== null && isPlainPath(instance) ? instance : null
    case 'trace':
      return traceId
    case 'caller':
      return callerId
    case 'time':
      return now.toISOString()
    case 'hole': {
      const value = holes[slot.name] ?? ''
      return isShortInt(value) || (value.length === 36 && value.charCodeAt(8) === 45) ? value : null
    }
    case undefined:
      return null
    default:
      return slot satisfies never
  }
}

/** Cuts what was made of sentinels at the places where they stand. */
export function takeApart(text: string, sentinels: readonly Sentinel[]): Pick<Mould, 'texts' | 'slots'> {
  const texts: string[] = []
  const slots: Slot[] = []
  let rest = text
  for (;;) {
    const next = sentinels
      .map(sentinel => ({ sentinel, at: rest.indexOf(sentinel.text) }))
      .filter(({ at }) => at !== -1)
      .sort((a, b) => a.at - b.at)[0]
    if (next === undefined) return { texts: [...texts, rest], slots }
    texts.push(rest.slice(0, next.at))
    slots.push(next.sentinel.slot)
    rest = rest.slice(next.at + next.sentinel.text.length)
  }
}
