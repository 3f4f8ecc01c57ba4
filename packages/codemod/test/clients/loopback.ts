import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The wording of the one error that the loopback server knows. */
export const WORDING = 'This copy is already on loan'

export const CODE = 'copy_on_loan'

/** How the server says it: two ways of v1, and v2. */
export const ANSWERS = {
  'v1-text': { type: 'text/plain', body: WORDING },
  'v1-json': { type: 'application/json', body: JSON.stringify({ message: WORDING }) },
  'v1-other': { type: 'application/json', body: JSON.stringify({ message: 'The branch is closed today' }) },
  'v2-other': {
    type: 'application/problem+json',
    body: JSON.stringify({ title: 'Branch closed', status: 409, code: 'branch_closed' }),
  },
  'v2-problem': {
    type: 'application/problem+json',
    body: JSON.stringify({
      type: `https://errors.library.example/${CODE}`,
      title: 'Copy on loan',
      status: 409,
      code: CODE,
    }),
  },
} as const

export type Answer = keyof typeof ANSWERS

export interface Loopback {
  readonly server: Server
  readonly urlOf: (answer: Answer) => string
  readonly stop: () => Promise<void>
}

/** A server on this machine that answers every request with the error, as the first part of the path asks for it. */
export async function startLoopback(pages: ReadonlyMap<string, string> = new Map()): Promise<Loopback> {
  const server = createServer((request, response) => {
    const page = pages.get(request.url ?? '')
    if (page !== undefined) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', connection: 'close' }).end(page)
      return
    }
    const { type, body } = ANSWERS[answerOf(request.url ?? '')]
    request.resume()
    response.writeHead(409, { 'content-type': type, connection: 'close' }).end(body)
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  // Of a server that listens on a port the address is an object.
  const { port } = server.address() as AddressInfo
  return {
    server,
    urlOf: answer => `http://127.0.0.1:${port}/${answer}`,
    stop: () => new Promise(done => server.close(() => done())),
  }
}

function answerOf(url: string): Answer {
  const name = url.slice(1)
  return isAnswer(name) ? name : 'v2-problem'
}

function isAnswer(name: string): name is Answer {
  return Object.hasOwn(ANSWERS, name)
}

/** An address on this machine where nobody listens. */
export async function closedUrl(): Promise<string> {
  const loopback = await startLoopback()
  const url = loopback.urlOf('v1-json')
  await loopback.stop()
  return url
}
