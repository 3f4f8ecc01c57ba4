import { type Catalogue, holesOf, type LegacyError, match, type Sign } from '@problemshift/catalogue'
import type { Conversion, ConvertedReply, Exchange } from '../exchange.ts'
import { findFrame, type Frame, type Gaps, readFrame } from './frame.ts'
import { isStable, isTrue, mouldOfBody, mouldOfSentence, type WholeWay } from './make-mould.ts'
import { fill, type Holes, type Mould, NO_HOLES, pour } from './mould.ts'
import { isPlain, isRepeatable } from './repeatable.ts'

/** What must be the same for a body to become the same again. */
interface Place {
  readonly status: number
  readonly label: Exchange['response']['headers'][string]
  readonly method: string
  readonly route: string | null
  readonly isPlaced: boolean
  readonly hasCaller: boolean
}

/** A body that was converted, and what it was made with. */
interface Recent {
  readonly body: string
  readonly place: Place
  readonly mould: Mould
  readonly holes: Holes
  /** Where it was asked for last, and the mould for this path alone, made when the same path comes again. */
  instance: string | null
  poured: Mould | null
}

/** A frame of one route, and the moulds of the sentences that were in it. */
interface Framed {
  readonly frame: Frame
  readonly place: Place
  readonly moulds: Map<Sign | null, Mould | null>
}

// The whole way costs tens of microseconds, nearly all of it for finding out what in a body is the sentence, the code
// and the id. That has been found out about a sentence of the catalogue, about a body that comes again and about a body
// of which only the sentence and the id are new: what such a one becomes is kept as a mould and filled.
const LONGEST = 1_000
const MOST_PER_SIGN = 16
const RECENT = 64
const MOST_FRAMES = 128

/** Converts what the catalogue and the last minutes know; everything else goes the whole way. */
export class KnownTexts {
  readonly #catalogue: Catalogue
  readonly #speaksOne: boolean
  readonly #wholeWay: WholeWay
  readonly #moulds = new Map<Sign, Map<number, Mould | null>>()
  // Each body and each frame has one place, so that nothing has to be looked for.
  readonly #recent: (Recent | undefined)[] = Array.from({ length: RECENT }, () => undefined)
  readonly #once: (string | undefined)[] = Array.from({ length: RECENT }, () => undefined)
  readonly #frames: (Framed | undefined)[] = Array.from({ length: MOST_FRAMES }, () => undefined)
  readonly #frameOnce: (string | undefined)[] = Array.from({ length: MOST_FRAMES }, () => undefined)

  constructor(catalogue: Catalogue, speaksOne: boolean, wholeWay: WholeWay) {
    this.#catalogue = catalogue
    this.#speaksOne = speaksOne
    this.#wholeWay = wholeWay
  }

  convert(exchange: Exchange): Conversion {
    const { body } = exchange.response
    if (typeof body !== 'string' || body.length > LONGEST || !isRepeatable(exchange, this.#speaksOne)) {
      return this.#wholeWay(exchange)
    }
    const at = placeOf(body)
    const recent = this.#recent[at]
    if (recent !== undefined && recent.body === body && isAt(recent.place, exchange)) {
      return fillAgain(recent, exchange) ?? this.#wholeWay(exchange)
    }
    if (isPlain(exchange, body)) return this.#convertPlain(exchange, body, at)
    return this.#convertFramed(exchange, body) ?? this.#convertExact(exchange, body, at)
  }

  #convertPlain(exchange: Exchange, body: string, at: number): Conversion {
    const { method, route } = exchange.request
    const { status } = exchange.response
    const query = { wording: body, code: null, dialect: 'plain-text', language: null, method, route, status }
    const found = match(this.#catalogue, query)
    if (found.outcome !== 'match' || found.sign.message === null) return this.#wholeWay(exchange)
    const mould = this.#mouldOf(found.sign, exchange, found.holes)
    if (mould === null) return this.#wholeWay(exchange)
    this.#recent[at] = recentOf(exchange, body, mould, found.holes)
    return fill(mould, exchange, exchange.identity.traceId, found.holes) ?? this.#wholeWay(exchange)
  }

  /** `null`: no frame fits, or what stands in it is not known. */
  #convertFramed(exchange: Exchange, body: string): Conversion | null {
    const framed = this.#frames[slotOf(exchange)]
    if (framed === undefined || !isAt(framed.place, exchange)) return null
    const gaps = readFrame(framed.frame, body)
    if (gaps === null) return null
    const found = this.#findIn(framed.frame, gaps, exchange)
    if (found === null) return null
    const { sign, holes } = found
    const traceId = gaps.trace ?? exchange.identity.traceId
    // An id that the caller knows already is not said twice.
    if (traceId === exchange.identity.callerId) return null
    let mould = framed.moulds.get(sign)
    if (mould === undefined) {
      if (framed.moulds.size >= MOST_PER_SIGN) return null
      const made =
        sign === null
          ? mouldOfBody(framed.frame, exchange, this.#wholeWay)
          : mouldOfSentence(sign, framed.frame, exchange, this.#wholeWay)
      mould = made !== null && isTrue(made, exchange, traceId, holes, this.#wholeWay(exchange)) ? made : null
      framed.moulds.set(sign, mould)
    }
    return mould === null ? null : fill(mould, exchange, traceId, holes)
  }

  #findIn(frame: Frame, { sentence }: Gaps, exchange: Exchange): { sign: Sign | null; holes: Holes } | null {
    if (sentence === null) return { sign: null, holes: NO_HOLES }
    const { method, route } = exchange.request
    const query = { wording: sentence, ...frame.error, method, route, status: exchange.response.status }
    const found = match(this.#catalogue, query)
    return found.outcome === 'match' && found.sign.message !== null ? found : null
  }

  // Whatever else it is: the very same body, from the same route, becomes the same problem again.
  #convertExact(exchange: Exchange, body: string, at: number): Conversion {
    const whole = this.#wholeWay(exchange)
    if (whole.outcome === 'kept' || !isStable(whole) || !isRouted(exchange)) return whole
    if (this.#once[at] === body) this.#keepBody(exchange, body, at, whole)
    else this.#once[at] = body
    if (whole.error !== null) this.#keepFrame(exchange, body, whole, whole.error)
    return whole
  }

  // Most bodies never come again; only the second time is it worth a mould.
  #keepBody(exchange: Exchange, body: string, at: number, whole: ConvertedReply): void {
    if (whole.traceId !== exchange.identity.traceId) return
    const mould = mouldOfBody(null, exchange, this.#wholeWay)
    if (mould === null || !isTrue(mould, exchange, exchange.identity.traceId, NO_HOLES, whole)) return
    this.#recent[at] = recentOf(exchange, body, mould, NO_HOLES)
  }

  #keepFrame(exchange: Exchange, body: string, whole: ConvertedReply, error: LegacyError): void {
    if (whole.redacted || error.leaks.length > 0 || error.retryAfter !== null) return
    const frame = findFrame(body, error, whole.source === 'catalogue' && this.#hasHoles(exchange, error))
    if (frame === null) return
    const at = slotOf(exchange)
    const outline = frame.texts.join('\n')
    if (this.#frameOnce[at] === outline) this.#frames[at] = { frame, place: placeIn(exchange), moulds: new Map() }
    else this.#frameOnce[at] = outline
  }

  #hasHoles({ request, response }: Exchange, { wording, code, dialect, language }: LegacyError): boolean {
    const { method, route } = request
    const query = { wording, code, dialect, language, method, route, status: response.status }
    const found = match(this.#catalogue, query)
    return found.outcome === 'match' && found.sign.message !== null && holesOf(found.sign.message).length > 0
  }

  #mouldOf(sign: Sign, exchange: Exchange, holes: Holes): Mould | null {
    let moulds = this.#moulds.get(sign)
    if (moulds === undefined) {
      moulds = new Map()
      this.#moulds.set(sign, moulds)
    }
    const { identity, response } = exchange
    const flags = (identity.instance === null ? 1 : 0) + (identity.callerId === null ? 2 : 0)
    const key = response.status * 8 + flags + (response.headers['content-type'] === 'text/plain' ? 4 : 0)
    const known = moulds.get(key)
    if (known !== undefined) return known
    if (moulds.size >= MOST_PER_SIGN) return null
    const mould = mouldOfSentence(sign, null, exchange, this.#wholeWay)
    const { traceId } = identity
    const made = mould !== null && isTrue(mould, exchange, traceId, holes, this.#wholeWay(exchange)) ? mould : null
    moulds.set(key, made)
    return made
  }
}

function recentOf(exchange: Exchange, body: string, mould: Mould, holes: Holes): Recent {
  return { body, place: placeIn(exchange), mould, holes, instance: exchange.identity.instance, poured: null }
}

function fillAgain(recent: Recent, exchange: Exchange): Conversion | null {
  const { instance, traceId } = exchange.identity
  if (recent.instance === instance) {
    recent.poured ??= pour(recent.mould, exchange, recent.holes) ?? recent.mould
  } else {
    recent.instance = instance
    recent.poured = null
  }
  return fill(recent.poured ?? recent.mould, exchange, traceId, recent.holes)
}

function placeOf(body: string): number {
  // An empty body has no middle, and `| 0` makes that a zero.
  return (body.length * 31 + (body.charCodeAt(body.length >> 1) | 0)) % RECENT
}

function slotOf({ request: { route }, response: { status } }: Exchange): number {
  const length = route?.length ?? 0
  return (
    (status * 31 + length * 7 + (route?.charCodeAt(length >> 1) ?? 0) + (route?.charCodeAt(length - 1) ?? 0)) %
    MOST_FRAMES
  )
}

// Below a wildcard the path can be anything, a token endpoint too.
function isRouted({ request: { route } }: Exchange): boolean {
  return route !== null && !route.includes('*')
}

function placeIn({ response, request, identity }: Exchange): Place {
  const { method, route } = request
  const label = response.headers['content-type']
  const { instance, callerId } = identity
  return { status: response.status, label, method, route, isPlaced: instance !== null, hasCaller: callerId !== null }
}

function isAt(place: Place, { response, request, identity }: Exchange): boolean {
  if (place.status !== response.status || place.label !== response.headers['content-type']) return false
  if (place.isPlaced !== (identity.instance !== null) || place.hasCaller !== (identity.callerId !== null)) return false
  return place.route === request.route && place.method === request.method
}
