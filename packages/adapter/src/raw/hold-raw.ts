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
  /** Whether the reply may be held; asked once, at its first sign of life. */
  mayHold(status: number, headers: OutgoingHttpHeaders): boolean
  /** The whole reply is known; `null` lets it go as it is. */
  answer(held: HeldReply): RawAnswer | null
  gaveUp(reason: 'too-large'): void
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
export function holdRaw(res: ServerResponse, limit: number, questions: RawQuestions): void {
  new RawHold(res, limit, questions).install()
}

class RawHold {
  readonly #res: ServerResponse
  readonly #limit: number
  readonly #questions: RawQuestions
  #head: OutgoingHttpHeaders = {}
  #chunks: Buffer[] = []
  #calls: Call[] = []
  #size = 0
  #decided: 'undecided' | 'holding' | 'gone' = 'undecided'

  constructor(res: ServerResponse, limit: number, questions: RawQuestions) {
    this.#res = res
    this.#limit = limit
    this.#questions = questions
  }

  install(): void {
    markWatched(this.#res)
    const methods = {
      writeHead: (...given: unknown[]) => this.#writeHead(given),
      write: (...given: unknown[]) => this.#write(given),
      end: (...given: unknown[]) => this.#end(given),
    }
    // Own members over those of the prototype; deleting them gives Node's back. Overloads cannot be told one by one.
    Object.assign(this.#res, methods)
  }

  #writeHead(given: unknown[]): ServerResponse {
    const [status, second, third] = given
    if (typeof status === 'number') this.#res.statusCode = status
    const reason = typeof second === 'string' ? second : undefined
    const headers = readHead(reason === undefined ? (third ?? second) : third)
    if (!this.#holds({ ...this.#res.getHeaders(), ...headers }))
      return Reflect.apply(this.#res.writeHead, this.#res, given)
    this.#head = headers
    this.#calls.push({ method: 'writeHead', given })
    return this.#res
  }

  #write(given: unknown[]): boolean {
    if (!this.#holds(this.#headers())) return Reflect.apply(this.#res.write, this.#res, given)
    const { chunk, callback } = readWrite(given)
    this.#keep(chunk)
    this.#calls.push({ method: 'write', given: callback === null ? given : given.slice(0, -1) })
    if (callback !== null) setImmediate(callback)
    if (this.#size > this.#limit) {
      this.#questions.gaveUp('too-large')
      this.#release()
    }
    return true
  }

  #end(given: unknown[]): ServerResponse {
    if (!this.#holds(this.#headers())) return Reflect.apply(this.#res.end, this.#res, given)
    const { chunk, callback } = readWrite(given)
    this.#keep(chunk)
    this.#calls.push({ method: 'end', given })
    const held = { status: this.#res.statusCode, headers: this.#headers(), body: Buffer.concat(this.#chunks) }
    const answer = this.#size > this.#limit || this.#res.headersSent ? null : this.#questions.answer(held)
    if (answer === null) this.#release()
    else this.#replace(answer, callback)
    return this.#res
  }

  #holds(headers: OutgoingHttpHeaders): boolean {
    if (this.#decided === 'undecided') {
      if (!this.#res.headersSent && this.#questions.mayHold(this.#res.statusCode, headers)) this.#decided = 'holding'
      else this.#restore()
    }
    return this.#decided === 'holding'
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
    for (const name of ['writeHead', 'write', 'end']) Reflect.deleteProperty(this.#res, name)
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
