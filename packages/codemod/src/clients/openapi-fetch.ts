import { type ClientModel, NETWORK_TEXTS, STATUS_TEXTS } from './client.ts'

const VERBS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE']

/** openapi-fetch: resolves with `{ data, error, response }`; the parsed body of a failure is `error` itself. */
export const openapiFetchClient: ClientModel = {
  name: 'openapi-fetch',
  packages: ['openapi-fetch'],
  globals: {},
  exports: { default: 'create' },
  types: { Client: 'client' },
  places: {
    create: { call: { place: 'client' } },
    client: { made: 'instance', members: Object.fromEntries(VERBS.map(verb => [verb, { place: 'method' }])) },
    method: { call: { ok: { place: 'result' }, bad: { place: 'network-error' } } },
    result: {
      closed: true,
      members: { data: 'ok-body', error: 'body', response: { place: 'response' } },
    },
    // Its body has been read already.
    response: { members: { status: 'plain', ok: 'plain', statusText: 'transport', headers: 'plain', url: 'plain' } },
    'network-error': { error: true, closed: true, members: { message: 'transport', name: 'plain', cause: 'plain' } },
  },
  transport: [...NETWORK_TEXTS, ...STATUS_TEXTS, 'Unexpected end of JSON input'],
  hooks: ['onResponse'],
  problemJson: { outcome: 'parsed' },
}
