import { connect } from 'node:net'
import type { FastifyInstance } from 'fastify'

/** A reply as it stood on the wire. */
export interface WireReply {
  readonly raw: Buffer
  readonly status: number
  readonly reason: string
  /** Lower-case names; a header that came twice is a list. */
  readonly headers: Readonly<Record<string, string | string[]>>
  /** With chunks put together, content codings still on. */
  readonly body: Buffer
  readonly text: string
}

/** Starts a server on a free port and gives the port. */
export async function listen(app: FastifyInstance): Promise<number> {
  await app.listen({ port: 0, host: '127.0.0.1' })
  const address = app.server.address()
  if (address === null || typeof address === 'string') throw new Error('not listening on a port')
  return address.port
}

/** Sends bytes and gives back all that came until the server closed the connection. */
export function talk(
  port: number,
  bytes: string | Buffer,
  isComplete: (sofar: Buffer) => boolean = () => false,
  waitMs = 4_000,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    const timer = setTimeout(() => {
      socket.destroy()
      resolve(Buffer.concat(chunks))
    }, waitMs)
    socket.on('data', chunk => {
      chunks.push(chunk)
      if (isComplete(Buffer.concat(chunks))) socket.destroy()
    })
    socket.on('error', fault => {
      clearTimeout(timer)
      chunks.length > 0 ? resolve(Buffer.concat(chunks)) : reject(fault)
    })
    socket.on('close', () => {
      clearTimeout(timer)
      resolve(Buffer.concat(chunks))
    })
  })
}

export interface WireRequest {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** One request over a socket of its own. */
export async function ask(port: number, path: string, request: WireRequest = {}): Promise<WireReply> {
  const isHead = request.method === 'HEAD'
  return parseReply(await talk(port, writeRequest(path, request), sofar => isWhole(sofar, isHead)))
}

// A proxy may copy `connection: keep-alive`, and then nobody closes.
function isWhole(sofar: Buffer, isHead: boolean): boolean {
  const end = sofar.indexOf('\r\n\r\n')
  if (end === -1) return false
  const head = sofar.subarray(0, end).toString('latin1').toLowerCase()
  if (!head.includes('connection: keep-alive')) return false
  if (isHead || /^http\/1\.1 (?:204|304)/.test(head)) return true
  const length = /\r\ncontent-length: (\d+)/.exec(head)?.[1]
  if (length !== undefined) return sofar.length >= end + 4 + Number(length)
  return head.includes('transfer-encoding: chunked') && sofar.subarray(-5).toString() === '0\r\n\r\n'
}

export function writeRequest(path: string, { method = 'GET', headers = {}, body }: WireRequest = {}): string {
  const lines = [`${method} ${path} HTTP/1.1`, 'Host: library.example', 'Connection: close']
  for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`)
  if (body !== undefined) lines.push(`Content-Length: ${Buffer.byteLength(body)}`)
  return `${lines.join('\r\n')}\r\n\r\n${body ?? ''}`
}

export function parseReply(raw: Buffer): WireReply {
  const end = raw.indexOf('\r\n\r\n')
  const head = raw.subarray(0, end === -1 ? raw.length : end).toString('latin1')
  const [line = '', ...rest] = head.split('\r\n')
  const headers: Record<string, string | string[]> = {}
  for (const field of rest) {
    const colon = field.indexOf(':')
    const name = field.slice(0, colon).toLowerCase()
    const value = field.slice(colon + 1).trim()
    const known = headers[name]
    headers[name] = known === undefined ? value : [...[known].flat(), value]
  }
  const rawBody = end === -1 ? Buffer.alloc(0) : raw.subarray(end + 4)
  const body = headers['transfer-encoding'] === 'chunked' ? joinChunks(rawBody) : rawBody
  const [, status = '0', ...reason] = line.split(' ')
  return { raw, status: Number(status), reason: reason.join(' '), headers, body, text: body.toString('utf8') }
}

function joinChunks(bytes: Buffer): Buffer {
  const parts: Buffer[] = []
  let at = 0
  while (at < bytes.length) {
    const end = bytes.indexOf('\r\n', at)
    if (end === -1) break
    const size = Number.parseInt(bytes.subarray(at, end).toString('latin1'), 16)
    if (!Number.isFinite(size) || size === 0) break
    parts.push(bytes.subarray(end + 2, end + 2 + size))
    at = end + 2 + size + 2
  }
  return Buffer.concat(parts)
}
