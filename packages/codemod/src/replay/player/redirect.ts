import http, { type ClientRequest, type RequestOptions } from 'node:http'
import https from 'node:https'
import { syncBuiltinESMExports } from 'node:module'
import { urlToHttpOptions } from 'node:url'

type Send = (...words: readonly unknown[]) => ClientRequest

/** Sends to the server of the replay what goes to one of the origins, also where their addresses are written out. */
export function redirect(origins: readonly string[], server: string): void {
  const target = new URL(server)
  redirectFetch(origins, target)
  // `http` cannot send to https origins; everything goes to the plain server in the end.
  const plainSend = http.request as Send
  for (const [module, protocol] of [
    [http, 'http:'],
    [https, 'https:'],
  ] as const) {
    const own = module.request as Send
    const send: Send = (...words) => {
      const { options, rest } = optionsIn(words)
      if (!origins.includes(originOf(options, protocol))) return own(...words)
      const { agent, createConnection, servername, host, ...kept } = options as RequestOptions & { servername?: string }
      const agents = protocol === 'http:' && agent !== undefined ? { agent } : {}
      return plainSend({ ...kept, ...agents, protocol: 'http:', hostname: target.hostname, port: target.port }, ...rest)
    }
    const get: Send = (...words) => {
      const request = send(...words)
      request.end()
      return request
    }
    Object.assign(module, { request: send, get })
  }
  syncBuiltinESMExports()
}

function redirectFetch(origins: readonly string[], target: URL): void {
  const own = globalThis.fetch
  globalThis.fetch = (input, init) => {
    if (input instanceof Request) {
      const moved = elsewhere(input.url, origins, target)
      return own(moved === input.url ? input : new Request(moved, input), init)
    }
    return own(elsewhere(String(input), origins, target), init)
  }
}

// An address without a host is the page's own in a browser: here the page's host is the server.
function elsewhere(address: string, origins: readonly string[], target: URL): string {
  const url = new URL(address, target)
  if (!origins.includes(url.origin)) return url.href
  return new URL(url.pathname + url.search, target).href
}

/** The three ways of calling `http.request`, as one. */
function optionsIn(words: readonly unknown[]): { readonly options: RequestOptions; readonly rest: readonly unknown[] } {
  const [first, ...rest] = words
  const isAddress = typeof first === 'string' || first instanceof URL
  const fromAddress = isAddress ? urlToHttpOptions(new URL(first)) : {}
  const second = isAddress ? rest[0] : first
  const given = typeof second === 'object' && second !== null ? second : {}
  return { options: { ...fromAddress, ...given }, rest: rest.filter(word => typeof word === 'function') }
}

function originOf({ protocol, hostname, host, port }: RequestOptions, otherwise: string): string {
  const place = `${protocol ?? otherwise}//${hostname ?? host ?? 'localhost'}`
  try {
    const url = new URL(place)
    if (port !== undefined && port !== null && port !== '') url.port = String(port)
    return url.origin
  } catch {
    return place
  }
}
