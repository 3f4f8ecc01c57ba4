import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Catalogue, RequestFacts } from '@problemshift/catalogue'
import { type Asker, convertAnswer } from './convert-answer.ts'
import type { Exchange } from './exchange.ts'
import type { RecordedAnswer, Route } from './verification.ts'

/** A server on loopback that gives one recorded answer, and remembers who asked. */
export interface ReplayServer {
  readonly url: string
  readonly exchanges: readonly Exchange[]
  close(): Promise<void>
}

/** The answer as v1 gave it, or as the migrated server gives it. */
export type Contract = 'v1' | 'v2'

// What a request gets that is not for the route of the answer.
const BESIDE: RecordedAnswer = {
  name: 'beside',
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: '{}',
  route: null,
}

/** Starts one on a port of its own, so that runs side by side do not meet. */
export async function openReplayServer(
  recorded: RecordedAnswer,
  contract: Contract,
  catalogue: Catalogue,
): Promise<ReplayServer> {
  const exchanges: Exchange[] = []
  const server = createServer((incoming, outgoing) => {
    const startedAt = performance.now()
    const chunks: Buffer[] = []
    incoming.on('data', chunk => chunks.push(chunk))
    incoming.on('end', () => {
      const { method = 'GET', url: path = '/' } = incoming
      const body = Buffer.concat(chunks).toString('utf8')
      const isAsked = recorded.route === null || paramsIn(recorded.route, method, pathOf(path)) !== null
      const given = isAsked ? answerFor(recorded, contract, catalogue, askerOf(incoming, recorded.route, body)) : BESIDE
      const { status, headers, body: answer } = given
      // A connection that is kept open would hold the client's process back.
      outgoing.shouldKeepAlive = false
      outgoing.writeHead(status, headers).end(answer, () => {
        exchanges.push({ method, path, body, status, headers, answer, isAsked, startedAt, endedAt: performance.now() })
      })
    })
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  // Of a server that listens on a port the address is an object.
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    exchanges,
    close: () =>
      new Promise(done => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

function answerFor(recorded: RecordedAnswer, contract: Contract, catalogue: Catalogue, asker: Asker): RecordedAnswer {
  if (contract === 'v1') return recorded
  const converted = convertAnswer(catalogue, recorded, asker)
  return converted.outcome === 'problem' ? converted.answer : recorded
}

function askerOf(incoming: IncomingMessage, route: Route | null, body: string): Asker {
  const { method = 'GET', url = '/', headers } = incoming
  const path = pathOf(url)
  const request: RequestFacts = {
    method,
    path,
    route: route?.path ?? null,
    params: route === null ? [] : (paramsIn(route, method, path) ?? []),
    query: [...new URL(url, 'http://api.example').searchParams.keys()],
    headers: Object.keys(headers),
    cookies: (headers.cookie ?? '').split(';').map(cookie => cookie.split('=')[0]?.trim() ?? ''),
    body: namesIn(body),
  }
  const languages = (headers['accept-language'] ?? '').split(',').map(tag => tag.split(';')[0]?.trim() ?? '')
  return { request, languages: languages.filter(tag => tag !== '' && tag !== '*') }
}

function pathOf(url: string): string {
  return url.split('?')[0] ?? url
}

/** The names of the parameters when a request is for the route, `null` when it is for another. */
function paramsIn(route: Route, method: string, path: string): readonly string[] | null {
  const wanted = route.path.split('/')
  const came = path.replace(/(?<=.)\/$/, '').split('/')
  if (route.method !== method || wanted.length !== came.length) return null
  const isSame = wanted.every((part, index) => part.startsWith(':') || part === came[index])
  return isSame ? wanted.filter(part => part.startsWith(':')).map(part => part.slice(1)) : null
}

function namesIn(body: string): readonly string[] | null {
  try {
    const value: unknown = JSON.parse(body)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : null
  } catch {
    return null
  }
}
