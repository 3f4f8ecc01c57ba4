import { Socket } from 'node:net'

const OWN_HOSTS = ['127.0.0.1', 'localhost', '::1']

/** Lets the client reach nothing but the server of the replay: a rehearsal must not post to the real API. */
export function refuseAllBut(server: string, onRefused: (place: string) => void): void {
  const { port } = new URL(server)
  const own = Socket.prototype.connect as (this: Socket, ...words: readonly unknown[]) => Socket
  const connect = function (this: Socket, ...words: readonly unknown[]): Socket {
    const to = destinationOf(words)
    if (OWN_HOSTS.includes(to.host) && to.port === port) return own.apply(this, [...words])
    const place = to.port === '' ? to.host : `${to.host}:${to.port}`
    onRefused(place)
    const error = Object.assign(new Error(`connect ECONNREFUSED ${place}`), {
      code: 'ECONNREFUSED',
      syscall: 'connect',
    })
    setImmediate(() => this.destroy(error))
    return this
  }
  Object.assign(Socket.prototype, { connect })
}

// Node itself hands over the words in a list; others spell them out.
function destinationOf(words: readonly unknown[]): { readonly host: string; readonly port: string } {
  const [first, second] = Array.isArray(words[0]) ? words[0] : words
  if (typeof first === 'object' && first !== null) {
    // Node says `null` for a path that is none.
    const { host, port, path } = first as { host?: string; port?: number | string; path?: string | null }
    return { host: path ?? host ?? 'localhost', port: path === undefined || path === null ? String(port ?? '') : '' }
  }
  if (typeof first === 'string' && !/^\d+$/.test(first)) return { host: first, port: '' }
  return { host: typeof second === 'string' ? second : 'localhost', port: String(first) }
}
