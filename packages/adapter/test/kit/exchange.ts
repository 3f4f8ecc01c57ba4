import type { Exchange } from '../../src/exchange.ts'

/** A body that a server sent for an error, as it reaches the converter. */
export function errorExchange(body: string, status: number, traceId: string, instance = '/x'): Exchange {
  const label = body.startsWith('{') ? 'application/json; charset=utf-8' : 'text/plain; charset=utf-8'
  return {
    response: { status, headers: { 'content-type': label }, body },
    request: {
      method: 'GET',
      path: instance,
      route: '/x',
      params: [],
      query: [],
      headers: [],
      cookies: [],
      body: null,
    },
    thrown: null,
    problem: null,
    unserialised: undefined,
    stripped: false,
    upstream: false,
    bridge: false,
    identity: { instance, traceId, callerId: null, languages: [] },
    now: new Date('2026-04-15T20:00:00.000Z'),
  }
}
