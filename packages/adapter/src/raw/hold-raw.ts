import type { OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from 'node:http'

import { markWatched } from '../reply-marks.ts'

/** An error reply that was written past Fastify, before its first byte has gone out. */
export interface HeldReply {
  readonly status: number
  readonly headers: OutgoingHttpHeaders
  readonly body: Buffer
}

/** What goes out in its place. */
export interface RawAnswer {
  readonly status: number
  /** Lower-case names. */
  readonly headers: OutgoingHttpHeaders
  readonly body: string
}

/** What the holder asks. None of it may throw. */
export interface RawQuestions {
  /** Whether the reply may be held: asked at its first sign of life, with the body where it comes as a whole. */
  mayHold(status: number, headers: OutgoingHttpHeaders, whole: Buffer | null): HoldDecision
  /** The whole reply is known; `null` lets it go as it is. */
  answer(held: HeldReply): RawAnswer | null
  gaveUp(reason: 'too-large' | 'too-slow'): void
}

/** `whole-only`: a head alone says too little, and a body in pieces is not to be held. */
export type HoldDecision = 'hold' | 'whole-only' | 'leave'

export interface RawLimits {
  readonly streamBytes: number
  readonly streamMilliseconds: number
}

type Callback = (fault?: Error | null) => void

/** One call that was held back, to be made later just as it came. */
interface Call {
  readonly method: 'writeHead' | 'write' | 'end'
  readonly given: readonly unknown[]
}

/**
 * Holds back what is written to a raw reply, if it is an error. Everything else gives the original methods back at the
 * first write and costs nothing more.
 */
export function holdRaw(res: ServerResponse, limits: RawLimits, questions: RawQuestions): void {
  new RawHold(res, limits, questions).install()
}

class RawHold {
  readonly #res: ServerResponse
  readonly #limits: RawLimits
  readonly #questions: RawQuestions
  #head: OutgoingHttpHeaders = {}
  #chunks: Buffer[] = []
  #calls: Call[] = []
  #size = 0
  #decided: 'undecided' | 'holding' | 'gone' = 'undecided'

  #timer: NodeJS.Timeout | null = null

  constructor(res: ServerResponse, limits: RawLimits, questions: RawQuestions) {
    this.#res = res
    this.#limits = limits
    this.#questions = questions
  }

  install(): void {
    markWatched(this.#res)
    const methods = {
      writeHead: (...given: unknown[]) => this.#writeHead(given),
      write: (...given: unknown[]) => this.#write(given),
      end: (...given: unknown[]) => this.#end(given),
      // Node would send a head here that does not know of the calls that were held back.
      flushHeaders: () => this.#flush(),
    }
    // Own members over those of the prototype; deleting them gives Node's back. Overloads cannot be told one by one.
    Object.assign(this.#res, methods)
  }

  #writeHead(given: unknown[]): ServerResponse {
    const [status, second, third] = given
    if (typeof status === 'number') this.#res.statusCode = status
    const reason = typeof second === 'string' ? second : undefined
    const headers = readHead(reason === undefined ? (third ?? second) : third)
    this.#head = headers
    if (this.#decide(null) === 'leave') return this.#pass('writeHead', given)
    this.#calls.push({ method: 'writeHead', given })
    return this.#res
  }

  #write(given: unknown[]): boolean {
    if (this.#decide(null) !== 'hold') return this.#pass('write', given)
    const { chunk, callback } = readWrite(given)
    this.#keep(chunk)
    this.#watchTheClock()
    this.#calls.push({ method: 'write', given: callback === null ? given : given.slice(0, -1) })
    if (callback !== null) setImmediate(callback)
    if (this.#size > this.#limits.streamBytes) {
      this.#questions.gaveUp('too-large')
      this.#release()
    }
    return true
  }

  #flush(): void {
    if (this.#decide(null) === 'hold') return
    this.#release()
    this.#res.flushHeaders()
  }

  #end(given: unknown[]): ServerResponse {
    const { chunk, callback } = readWrite(given)
    if (this.#decide(chunk) !== 'hold') return this.#pass('end', given)
    this.#keep(chunk)
    this.#calls.push({ method: 'end', given })
    const held = { status: this.#res.statusCode, headers: this.#headers(), body: Buffer.concat(this.#chunks) }
    const answer = this.#size > this.#limits.streamBytes || this.#res.headersSent ? null : this.#questions.answer(held)
    if (answer === null) this.#release()
    else this.#replace(answer, callback)
    return this.#res
  }

  #decide(whole: Buffer | null): HoldDecision {
    if (this.#decided === 'holding') return 'hold'
    if (this.#decided === 'gone' || this.#res.headersSent) return 'leave'
    const decision = this.#questions.mayHold(this.#res.statusCode, this.#headers(), whole)
    if (decision === 'hold') this.#decided = 'holding'
    return decision
  }

  // What was held back goes first.
  #pass<Method extends Call['method']>(method: Method, given: unknown[]): ReturnType<ServerResponse[Method]> {
    this.#release()
    return Reflect.apply(this.#res[method], this.#res, given)
  }

  #watchTheClock(): void {
    if (this.#timer !== null) return
    this.#timer = setTimeout(() => {
      if (this.#decided === 'gone') return
      this.#questions.gaveUp('too-slow')
      this.#release()
    }, this.#limits.streamMilliseconds)
    this.#timer.unref()
  }

  #headers(): OutgoingHttpHeaders {
    return { ...this.#res.getHeaders(), ...this.#head }
  }

  #keep(chunk: Buffer): void {
    if (chunk.length === 0) return
    this.#chunks.push(chunk)
    this.#size += chunk.length
  }

  // Call by call: a body that comes with `end` alone gets a length from Node, one that was written first does not.
  #release(): void {
    this.#restore()
    for (const { method, given } of this.#calls.splice(0)) Reflect.apply(this.#res[method], this.#res, given)
    this.#chunks = []
  }

  #replace({ status, headers, body }: RawAnswer, callback: Callback | null): void {
    this.#restore()
    const res = this.#res
    for (const name of res.getHeaderNames()) res.removeHeader(name)
    if (res.req.httpVersionMajor === 1) res.statusMessage = ''
    res.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) })
    if (res.req.method !== 'HEAD') res.write(body)
    res.end(callback ?? undefined)
  }

  #restore(): void {
    this.#decided = 'gone'
    if (this.#timer !== null) clearTimeout(this.#timer)
    for (const name of ['writeHead', 'write', 'end', 'flushHeaders']) Reflect.deleteProperty(this.#res, name)
  }
}

function readHead(headers: unknown): OutgoingHttpHeaders {
  const read: OutgoingHttpHeaders = {}
  // `writeHead` takes an object or a flat list of names and values.
  const pairs = Array.isArray(headers) ? readList(headers) : Object.entries(headers ?? {})
  for (const [name, value] of pairs) read[name.toLowerCase()] = value
  return read
}

function readList(list: readonly unknown[]): [string, OutgoingHttpHeader][] {
  const pairs: [string, OutgoingHttpHeader][] = []
  for (let at = 0; at + 1 < list.length; at += 2) pairs.push([String(list[at]), String(list[at + 1])])
  return pairs
}

// `write` and `end` take (chunk, encoding, callback) with anything left out; Fastify 5.0 ends with `end(null, …)`.
function readWrite(given: readonly unknown[]): { chunk: Buffer; callback: Callback | null } {
  const last = given.at(-1)
  const encoding = typeof given[1] === 'string' && Buffer.isEncoding(given[1]) ? given[1] : 'utf8'
  // A function in the last place can only be Node's callback.
  return { chunk: readChunk(given[0], encoding), callback: typeof last === 'function' ? (last as Callback) : null }
}

function readChunk(chunk: unknown, encoding: BufferEncoding): Buffer {
  if (typeof chunk === 'string') return Buffer.from(chunk, encoding)
  return chunk instanceof Uint8Array ? Buffer.from(chunk) : Buffer.alloc(0)
}
