import { pipeline, type Readable, Transform, type TransformCallback } from 'node:stream'

/** What is asked once a streamed body is known, or known to be too much. */
export interface LateAnswer {
  /** The whole body: what to send in its place, or `null` to send it as it is. Must not throw. */
  whole(bytes: Buffer): string | null
  /** Whether what has come so far can still be what is waited for; left out: always. */
  mayGoOn?(bytes: Buffer): boolean
  /** It was more, or took longer, than we hold back, or it cannot be what is waited for: it flows on untouched. */
  gaveUp(reason: GivenUp): void
}

export type GivenUp = 'too-large' | 'too-slow' | 'no-error'

export interface HoldLimits {
  readonly streamBytes: number
  readonly streamMilliseconds: number
}

/**
 * Holds an error body back until it is known, and answers in the same tick, so that a handler without `return reply`
 * stays unharmed: Fastify sends the headers of a stream only with its first byte, and until then they can change.
 */
export function holdBack(source: Readable, limits: HoldLimits, answer: LateAnswer): Transform {
  const held = new HeldBody(limits, answer)
  // The error reaches `held`, whose reader (Fastify) deals with it; there is nothing else to do with it here.
  pipeline(source, held, () => {})
  return held
}

class HeldBody extends Transform {
  readonly #limits: HoldLimits
  readonly #answer: LateAnswer
  #timer: NodeJS.Timeout | null = null
  #chunks: Buffer[] | null = []
  #size = 0

  constructor(limits: HoldLimits, answer: LateAnswer) {
    super()
    this.#limits = limits
    this.#answer = answer
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    if (this.#chunks === null) {
      done(null, chunk)
      return
    }
    // Before its first byte nothing is held back.
    if (this.#timer === null) this.#watchTheClock()
    this.#chunks.push(chunk)
    this.#size += chunk.length
    if (this.#size > this.#limits.streamBytes) this.#letGo('too-large')
    else if (this.#answer.mayGoOn?.(Buffer.concat(this.#chunks)) === false) this.#letGo('no-error')
    done()
  }

  override _flush(done: TransformCallback): void {
    this.#stopTheClock()
    const chunks = this.#chunks
    if (chunks === null) {
      done()
      return
    }
    const body = Buffer.concat(chunks)
    this.#chunks = null
    const converted = this.#answer.whole(body)
    if (converted === null && body.length === 0) done()
    else done(null, converted ?? body)
  }

  override _destroy(fault: Error | null, done: (fault?: Error | null) => void): void {
    this.#stopTheClock()
    this.#chunks = null
    done(fault)
  }

  #watchTheClock(): void {
    this.#timer = setTimeout(() => this.#letGo('too-slow'), this.#limits.streamMilliseconds)
    this.#timer.unref()
  }

  #stopTheClock(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
  }

  #letGo(reason: GivenUp): void {
    this.#stopTheClock()
    const chunks = this.#chunks
    if (chunks === null) return
    this.#chunks = null
    this.#answer.gaveUp(reason)
    for (const chunk of chunks) this.push(chunk)
  }
}

/** Lets a body pass chunk by chunk, and tells at its end what it was; `null` when it was more than `limit`. */
export function lookOn(source: Readable, limit: number, seen: (bytes: Buffer | null) => void): Transform {
  let chunks: Buffer[] | null = []
  let size = 0
  // A `data` listener would start the flow before Fastify reads, and the client would get nothing.
  const passing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      if (size > limit) chunks = null
      chunks?.push(chunk)
      done(null, chunk)
    },
    flush(done) {
      seen(chunks === null ? null : Buffer.concat(chunks))
      done()
    },
  })
  pipeline(source, passing, () => {})
  return passing
}
