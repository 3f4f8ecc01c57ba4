import { type Catalogue, fillTemplate, holesOf, match, type Sign } from '@problemshift/catalogue'
import type { Conversion, ConvertedReply, Exchange } from './exchange.ts'
import { gatewayStatus } from './framework-errors.ts'

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
  readonly isPlaced: boolean
  readonly mould: Mould
  readonly holes: Readonly<Record<string, string>>
}

interface Sentinel {
  readonly text: string
  readonly slot: Slot
}

// The whole way costs some 40 microseconds, nearly all of it for finding out that a plain sentence is nothing else.
// A sentence of the catalogue has been found out about once, so what it becomes is kept as a mould and filled.
const LONGEST = 500
const MOST_PER_SIGN = 8
const RECENT = 64
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

const NO_HOLES: Readonly<Record<string, string>> = {}
const SENTINELS: readonly Sentinel[] = [
  { text: INSTANCE, slot: { kind: 'instance' } },
  { text: TRACE, slot: { kind: 'trace' } },
  { text: TIME.toISOString(), slot: { kind: 'time' } },
]

/** Converts sentences that the catalogue knows, and bodies that come again; everything else goes the whole way. */
export class KnownTexts {
  readonly #catalogue: Catalogue
  readonly #wholeWay: (exchange: Exchange) => Conversion
  readonly #moulds = new Map<Sign, Map<number, Mould | null>>()

  // A few bodies come again and again; each has one place, so that nothing has to be looked for.
  readonly #recent: (Recent | undefined)[] = Array.from({ length: RECENT }, () => undefined)

  readonly #once: (string | undefined)[] = Array.from({ length: RECENT }, () => undefined)

  constructor(catalogue: Catalogue, wholeWay: (exchange: Exchange) => Conversion) {
    this.#catalogue = catalogue
    this.#wholeWay = wholeWay
  }

  convert(exchange: Exchange): Conversion {
    const { body } = exchange.response
    if (typeof body !== 'string' || body.length > LONGEST || !isRepeatable(exchange)) return this.#wholeWay(exchange)
    const place = placeOf(body)
    const recent = this.#recent[place]
    if (recent !== undefined && isSame(recent, exchange, body)) {
      return fill(recent.mould, exchange, recent.holes) ?? this.#wholeWay(exchange)
    }
    return isPlain(exchange, body)
      ? this.#convertPlain(exchange, body, place)
      : this.#convertExact(exchange, body, place)
  }

  #convertPlain(exchange: Exchange, body: string, place: number): Conversion {
    const { method, route } = exchange.request
    const { status } = exchange.response
    const query = { wording: body, code: null, dialect: 'plain-text', language: null, method, route, status }
    const found = match(this.#catalogue, query)
    if (found.outcome !== 'match' || found.sign.message === null) return this.#wholeWay(exchange)
    const mould = this.#mouldOf(found.sign, exchange, found.holes)
    if (mould === null) return this.#wholeWay(exchange)
    this.#recent[place] = recentOf(exchange, body, mould, found.holes)
    return fill(mould, exchange, found.holes) ?? this.#wholeWay(exchange)
  }

  // Whatever else it is: the very same body, from the same route, becomes the same problem again.
  #convertExact(exchange: Exchange, body: string, place: number): Conversion {
    const whole = this.#wholeWay(exchange)
    if (this.#once[place] !== body) {
      // Most bodies never come again; only the second time is it worth a mould.
      this.#once[place] = body
      return whole
    }
    const mould = makeExactMould(exchange, whole, this.#wholeWay)
    if (mould !== null) this.#recent[place] = recentOf(exchange, body, mould, NO_HOLES)
    return whole
  }

  #mouldOf(sign: Sign, exchange: Exchange, holes: Readonly<Record<string, string>>): Mould | null {
    let moulds = this.#moulds.get(sign)
    if (moulds === undefined) {
      moulds = new Map()
      this.#moulds.set(sign, moulds)
    }
    const { status, headers } = exchange.response
    const flags = (headers['content-type'] === 'text/plain' ? 1 : 0) + (exchange.identity.instance === null ? 2 : 0)
    const key = status * 4 + flags
    const known = moulds.get(key)
    if (known !== undefined) return known
    if (moulds.size >= MOST_PER_SIGN) return null
    const mould = makeMould(sign, exchange, this.#wholeWay)
    const made = mould !== null && isTrue(mould, exchange, holes, this.#wholeWay) ? mould : null
    moulds.set(key, made)
    return made
  }
}

function placeOf(body: string): number {
  // An empty body has no middle, and `| 0` makes that a zero.
  return (body.length * 31 + (body.charCodeAt(body.length >> 1) | 0)) % RECENT
}

function recentOf(exchange: Exchange, body: string, mould: Mould, holes: Readonly<Record<string, string>>): Recent {
  const { response, request, identity } = exchange
  const { method, route } = request
  const label = response.headers['content-type']
  return { body, status: response.status, label, method, route, isPlaced: identity.instance !== null, mould, holes }
}

function isSame(recent: Recent, { response, request, identity }: Exchange, body: string): boolean {
  if (recent.body !== body || recent.status !== response.status) return false
  if (recent.label !== response.headers['content-type'] || recent.isPlaced !== (identity.instance !== null))
    return false
  return recent.route === request.route && recent.method === request.method
}

// A reading with any other thing to go by may find more than it finds in the body.
function isRepeatable({
  thrown,
  problem,
  unserialised,
  stripped,
  upstream,
  bridge,
  identity,
  response,
}: Exchange): boolean {
  if (problem !== null || unserialised !== undefined || stripped || upstream || bridge || response.status < 400)
    return false
  if (identity.callerId !== null || identity.languages.length > 0) return false
  if (thrown !== null && (thrown.kind !== 'other' || thrown.issues !== null || gatewayStatus(thrown.code) !== null)) {
    return false
  }
  for (const name in response.headers) if (!SILENT.has(name)) return false
  return true
}

function isPlain({ response, thrown }: Exchange, body: string): boolean {
  const media = response.headers['content-type']
  if (thrown !== null || (media !== 'text/plain; charset=utf-8' && media !== 'text/plain')) return false
  const first = body.charCodeAt(0)
  const isLetter = (first >= 65 && first <= 90) || (first >= 97 && first <= 122)
  return isLetter && body.charCodeAt(body.length - 1) > 32
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
    retryAfter: reply.retryAfter,
    redacted: reply.redacted,
    localised: reply.localised,
    contentLanguage: reply.contentLanguage,
    error: reply.error,
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
    ...SENTINELS,
    ...holes.map(({ name }, at): Sentinel => ({ text: values[at] ?? '', slot: { kind: 'hole', name } })),
  ]
  const { body: _, traceId: __, ...reply } = result
  return { reply: { ...reply, error: null }, ...takeApart(result.body, sentinels) }
}

/** The same for one body, byte for byte; `null` where the request has a say in what it becomes. */
function makeExactMould(
  exchange: Exchange,
  whole: Conversion,
  wholeWay: (exchange: Exchange) => Conversion,
): Mould | null {
  const { route } = exchange.request
  // Below a wildcard the path can be anything, a token endpoint too.
  if (route === null || route.includes('*') || whole.outcome === 'kept' || whole.error === null) return null
  if (whole.error.fields.length > 0 || whole.error.traceId !== null || whole.localised) return null
  const instance = exchange.identity.instance === null ? null : INSTANCE
  const result = wholeWay({ ...exchange, identity: { ...exchange.identity, instance, traceId: TRACE }, now: TIME })
  if (result.outcome === 'kept' || result.traceId !== TRACE) return null
  const { body, traceId: _, ...reply } = result
  const mould = { reply, ...takeApart(body, SENTINELS) }
  return isTrue(mould, exchange, NO_HOLES, wholeWay) ? mould : null
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
