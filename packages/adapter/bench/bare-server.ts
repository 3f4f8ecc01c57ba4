import { EventEmitter } from 'node:events'
import process from 'node:process'
import type { FastifyInstance } from 'fastify'

// What Fastify needs of a request and a reply; a socket would hide nanoseconds behind microseconds.
class BareReply extends EventEmitter {
  statusCode = 200
  statusMessage = ''
  headersSent = false
  writableEnded = false
  destroyed = false
  #done: () => void
  constructor(done: () => void) {
    super()
    this.#done = done
  }
  getHeaders(): object {
    return {}
  }
  getHeader(): undefined {
    return undefined
  }
  hasHeader(): boolean {
    return false
  }
  removeHeader(): void {}
  setHeader(): void {}
  writeHead(status: number): this {
    this.statusCode = status
    return this
  }
  write(): boolean {
    return true
  }
  end(): void {
    this.writableEnded = true
    this.#done()
  }
}

class BareRequest extends EventEmitter {
  readonly method = 'GET'
  readonly httpVersionMajor = 1
  readonly headers = { host: 'library.example', 'user-agent': 'bench', accept: '*/*' }
  readonly socket = { remoteAddress: '127.0.0.1' }
  readonly url: string
  constructor(url: string) {
    super()
    this.url = url
  }
}

/** Runs requests for one path through Fastify's router, and gives the CPU nanoseconds of one. */
export function runBatch(app: FastifyInstance, paths: readonly string[], size: number): Promise<number> {
  // The router takes what looks like Node's request and reply.
  const route = app.routing as unknown as (request: BareRequest, reply: BareReply) => void
  return new Promise(resolve => {
    let left = size
    // CPU time: on a shared machine the clock tells more of the neighbours than of us.
    const started = process.cpuUsage().user
    const next = () => {
      left -= 1
      if (left === 0) resolve(((process.cpuUsage().user - started) * 1_000) / size)
    }
    for (let n = 0; n < size; n += 1) route(new BareRequest(paths[n % paths.length] ?? '/'), new BareReply(next))
  })
}
