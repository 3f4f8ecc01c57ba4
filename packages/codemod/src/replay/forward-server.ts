import { createServer, request as sendPlain } from 'node:http'
import { request as sendSecure } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Exchange } from './exchange.ts'
import type { ReplayServer } from './replay-server.ts'

// What belongs to one connection, and not to the answer.
const OF_THE_CONNECTION = ['connection', 'keep-alive', 'transfer-encoding', 'content-length']

/** Starts a server on loopback that asks a running one for each answer, and remembers what was said. */
export async function openForwardServer(target: string): Promise<ReplayServer> {
  const { origin, host, protocol } = new URL(target)
  const send = protocol === 'https:' ? sendSecure : sendPlain
  const exchanges: Exchange[] = []
  const server = createServer((incoming, outgoing) => {
    const startedAt = performance.now()
    const { method = 'GET', url: path = '/' } = incoming
    const chunks: Buffer[] = []
    // The answer is read here too: it has to come as it is.
    const headers = { ...incoming.headers, host, 'accept-encoding': 'identity' }
    const onward = send(new URL(path, origin), { method, headers }, response => {
      const answered: Buffer[] = []
      response.on('data', chunk => answered.push(chunk))
      response.on('end', () => {
        const answer = Buffer.concat(answered)
        const status = response.statusCode ?? 502
        const kept = Object.entries(response.headers).filter(([name]) => !OF_THE_CONNECTION.includes(name))
        // A connection that is kept open would hold the client's process back.
        outgoing.shouldKeepAlive = false
        outgoing.writeHead(status, Object.fromEntries(kept)).end(answer)
        exchanges.push({
          method,
          path,
          body: Buffer.concat(chunks).toString('utf8'),
          status,
          headers: response.headers,
          answer: answer.toString('utf8'),
          isAsked: true,
          startedAt,
          endedAt: performance.now(),
        })
      })
    })
    incoming.on('data', chunk => chunks.push(chunk))
    incoming.pipe(onward)
    onward.on('error', () => outgoing.destroy())
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
