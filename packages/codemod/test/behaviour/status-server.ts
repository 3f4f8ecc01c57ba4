import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import type { Answer } from './exchanges.ts'
import { outcomesWith } from './run-client.ts'

/** A server on this machine that gives every request the answer of the moment. */
export interface StatusServer {
  readonly outcomesFor: (files: ReadonlyMap<string, string>, answer: Answer) => Promise<readonly string[]>
  /** The `Accept` headers that came so far. */
  readonly accepts: () => readonly string[]
  readonly stop: () => Promise<void>
}

const require = createRequire(import.meta.url)

/** Runs clients with the real libraries against answers that are really sent. */
export async function startStatusServer(): Promise<StatusServer> {
  let now: Answer = { status: 500, body: '' }
  const accepts: string[] = []
  const server = createServer((request, response) => {
    request.resume()
    accepts.push(request.headers.accept ?? '')
    const text = typeof now.body === 'string' ? now.body : JSON.stringify(now.body)
    const isProblem = typeof now.body === 'object' && now.body !== null && 'type' in now.body
    const json = isProblem ? 'application/problem+json' : 'application/json'
    const type = typeof now.body === 'string' ? 'text/html' : json
    response.writeHead(now.status, { 'content-type': type, connection: 'close' }).end(text)
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  // Of a server that listens on a port the address is an object.
  const { port } = server.address() as AddressInfo
  const base = `http://127.0.0.1:${port}`
  const fetchHere: typeof fetch = (input, init) => fetch(`${base}${String(input)}`, init)
  return {
    outcomesFor: (files, answer) => {
      now = answer
      return outcomesWith(files, name => packageHere(name, base), fetchHere)
    },
    accepts: () => accepts,
    stop: () => new Promise(done => server.close(() => done())),
  }
}

function packageHere(name: string, baseURL: string): unknown {
  if (name !== 'axios') return require(name)
  const { default: axios, ...rest }: typeof import('axios') = require('axios')
  const here = axios.create({ baseURL, validateStatus: axios.defaults.validateStatus ?? null })
  const create: typeof axios.create = options => axios.create({ ...options, baseURL })
  return { __esModule: true, ...rest, default: Object.assign(here, { isAxiosError: axios.isAxiosError, create }) }
}
