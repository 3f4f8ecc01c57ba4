import { type Catalogue, fillTemplate, holesOf, match, type Sign } from '@problemshift/catalogue'
import type { Conversion, ConvertedReply, Exchange } from './exchange.ts'

/** Where one value goes that is new each time. */
type Slot =
  | { readonly kind: 'instance' }
  | { readonly kind: 'trace' }
  | { readonly kind: 'time' }
  | { readonly kind: 'hole'; readonly name: string }

/** A problem that was written once, taken apart at the values that change. */
interface Mould {
  readonly reply: Omit<ConvertedReply, 'body' | 'traceId'>
  /** One more than the slots. */
  readonly texts: readonly string[]
  readonly slots: readonly Slot[]
}

/** A text that was matched, and what it was matched with. */
interface Recent {
  readonly body: string
  readonly status: number
  readonly label: Exchange['response']['headers'][string]
  readonly method: string
  readonly route: string | null
  readonly mould: Mould
  readonly holes: Readonly<Record<string, string>>
}

interface Sentinel {
  readonly text: string
  readonly slot: Slot
}

// The whole way costs some 40 microseconds, nearly all of it for finding out that a plain sentence is nothing else.
// A sentence of the catalogue has been found out about once, so what it becomes is kept as a mould and filled.
const LONGEST = 200
const MOST_PER_SIGN = 8
const RECENT = 16
/** Headers in which no reading finds a code, an id, a language or a time. */
const SILENT = new Set([
  'content-type',
  'content-length',
  'connection',
  'vary',
  'cache-control',
  'set-cookie',
  'strict-transport-security',
  'content-security-policy',
  'x-content-type-options',
  'x-frame-options',
  'access-control-allow-origin',
  'access-control-allow-credentials',
  'access-control-expose-headers',
])
// Short enough to be no telephone number and no card, which a reading would strike out.
const SHORT_INT = /^(?:0|[1-9]\d{0,7})$/
const SAFE_PATH = /^[A-Za-z0-9/._~-]*$/
const INSTANCE = '/mould-instance-7f3a9c'
const TRACE = 'mould-trace-7f3a9c'
const TIME = new Date('2001-09-09T01:46:40.123Z')
const UUID = '7f3a9c40-9dc0-41d1-b245-5ffdce74fad'

/** Converts short plain texts that the catalogue knows; everything else goes the whole way. */
export class KnownTexts {
  readonly #catalogue: Catalogue
  readonly #wholeWay: (exchange: Exchange) => Conversion
  readonly #moulds = new Map<Sign, Map<number, Mould | null>>()

  // A few texts come again and again; each length has one place, so that nothing has to be looked for.
  readonly #recent: (Recent | undefined)[] = Array.from({ length: RECENT }, () => undefined)

  constructor(catalogue: Catalogue, wholeWay: (exchange: Exchange) => Conversion) {
    this.#catalogue = catalogue
    this.#wholeWay = wholeWay
  }

  convert(exchange: Exchange): Conversion {
    const { body, status } = exchange.response
    if (typeof body !== 'string' || body.length > LONGEST || !isPlain(exchange, body)) return this.#wholeWay(exchange)
    const { method, route } = exchange.request
    const label = exchange.response.headers['content-type']
    const place = body.length % RECENT
    const recent = this.#recent[place]
    if (recent !== undefined && recent.body === body && recent.status === status && recent.label === label) {
      if (recent.route === route && recent.method === method) {
        return fill(recent.mould, exchange, recent.holes) ?? this.#wholeWay(exchange)
      }
    }
    const query = { wording: body, code: null, dialect: 'plain-text', language: null, method, route, status }
    const found = match(this.#catalogue, query)
    if (found.outcome !== 'match' || found.sign.message === null) return this.#wholeWay(exchange)
    const mould = this.#mouldOf(found.sign, exchange, found.holes)
    if (mould === null) return this.#wholeWay(exchange)
    this.#recent[place] = { body, status, label, method, route, mould, holes: found.holes }
    return fill(mould, exchange, found.holes) ?? this.#wholeWay(exchange)
  }

  #mouldOf(sign: Sign, exchange: Exchange, holes: Readonly<Record<string, string>>): Mould | null {
    let moulds = this.#moulds.get(sign)
    if (moulds === undefined) {
      moulds = new Map()
      this.#moulds.set(sign, moulds)
    }
    const { status, headers } = exchange.response
    // A status has one key for each of the two labels that are plain; an instance is there always or never.
    const key = headers['content-type'] === 'text/plain' ? -status : status
    const known = moulds.get(key)
    if (known !== undefined) return known
    if (moulds.size >= MOST_PER_SIGN) return null
    const mould = makeMould(sign, exchange, this.#wholeWay)
    const made = mould !== null && isTrue(mould, exchange, holes, this.#wholeWay) ? mould : null
    moulds.set(key, made)
    return made
  }
}

// A reading of any other body, or with any other thing to say, may find more than the sentence.
function isPlain(exchange: Exchange, body: string): boolean {
  const { thrown, problem, unserialised, upstream, bridge, identity, response } = exchange
  if (thrown !== null || problem !== null || unserialised !== undefined || upstream || bridge) return false
  if (identity.callerId !== null || identity.languages.length > 0 || response.status < 400) return false
  const first = body.charCodeAt(0)
  const isLetter = (first >= 65 && first <= 90) || (first >= 97 && first <= 122)
  if (!isLetter || body.charCodeAt(body.length - 1) <= 32) return false
  for (const name in response.headers) if (!SILENT.has(name)) return false
  const media = response.headers['content-type']
  return media === 'text/plain; charset=utf-8' || media === 'text/plain'
}

function fill(mould: Mould, { identity, now }: Exchange, holes: Readonly<Record<string, string>>): Conversion | null {
  const { texts, slots, reply } = mould
  let body = texts[0] ?? ''
  for (let at = 0; at < slots.length; at += 1) {
    const value = writeValue(slots[at], identity.instance, identity.traceId, now, holes)
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
    traceId: identity.traceId,
    retryAfter: null,
    redacted: false,
    localised: reply.localised,
    contentLanguage: reply.contentLanguage,
    error: null,
  }
}

// Values are written as they are, so only those that JSON need not escape; `null` goes the whole way.
function writeValue(
  slot: Slot | undefined,
  instance: string | null,
  traceId: string,
  now: Date,
  holes: Readonly<Record<string, string>>,
): string | null {
  switch (slot?.kind) {
    case 'instance':
      return instance !== null && SAFE_PATH.test(instance) ? instance : null
    case 'trace':
      return traceId
    case 'time':
      return now.toISOString()
    case 'hole': {
      const value = holes[slot.name] ?? ''
      return SHORT_INT.test(value) || (value.length === 36 && value.charCodeAt(8) === 45) ? value : null
    }
    case undefined:
      return null
    default:
      return slot satisfies never
  }
}

/** Goes the whole way once with values that are known again; `null` where their places cannot be told for certain. */
function makeMould(sign: Sign, exchange: Exchange, wholeWay: (exchange: Exchange) => Conversion): Mould | null {
  const holes = sign.message === null ? [] : holesOf(sign.message)
  if (sign.message === null || holes.some(({ type }) => type !== 'int' && type !== 'uuid')) return null
  const values = holes.map(({ type }, at) => (type === 'int' ? `73649${at}5` : `${UUID}${at % 10}`))
  const named = Object.fromEntries(holes.map(({ name }, at) => [name, values[at] ?? '']))
  const body = fillTemplate(sign.message, named)
  const identity = {
    ...exchange.identity,
    instance: exchange.identity.instance === null ? null : INSTANCE,
    traceId: TRACE,
  }
  const result = wholeWay({ ...exchange, response: { ...exchange.response, body }, identity, now: TIME })
  if (result.outcome === 'kept' || !isOnlyTheSentence(result, body)) return null
  const sentinels: Sentinel[] = [
    { text: INSTANCE, slot: { kind: 'instance' } },
    { text: TRACE, slot: { kind: 'trace' } },
    { text: TIME.toISOString(), slot: { kind: 'time' } },
    ...holes.map(({ name }, at): Sentinel => ({ text: values[at] ?? '', slot: { kind: 'hole', name } })),
  ]
  const { body: _, traceId: __, ...reply } = result
  return { reply: { ...reply, error: null }, ...takeApart(result.body, sentinels) }
}

function isOnlyTheSentence({ source, redacted, retryAfter, traceId, error }: ConvertedReply, body: string): boolean {
  if (source !== 'catalogue' || redacted || retryAfter !== null || traceId !== TRACE || error === null) return false
  const { dialect, wording, code, fields, leaks, hint } = error
  const isBare = code === null && fields.length === 0 && leaks.length === 0 && hint === null
  return isBare && wording === body && dialect === 'plain-text' && error.traceId === null
}

function takeApart(text: string, sentinels: readonly Sentinel[]): Pick<Mould, 'texts' | 'slots'> {
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

// The mould must say of this very error what the whole way says of it.
function isTrue(
  mould: Mould,
  exchange: Exchange,
  holes: Readonly<Record<string, string>>,
  wholeWay: (exchange: Exchange) => Conversion,
): boolean {
  const [filled, whole] = [fill(mould, exchange, holes), wholeWay(exchange)]
  // A value that no mould takes says nothing about the mould.
  if (filled === null) return true
  return filled.outcome === 'converted' && whole.outcome === 'converted' && filled.body === whole.body
}
