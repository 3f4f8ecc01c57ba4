import { type ClientModel, NETWORK_TEXTS, STATUS_TEXTS } from './client.ts'

const VERBS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'trace', 'request', 'connect']
const FAILURE = { any: ['body', 'raw', { place: 'network-error' }] } as const

/** hey-api over fetch: it resolves with `{ data, error, response }`; with `throwOnError` it throws the body itself. */
export const heyApiClient: ClientModel = {
  name: 'hey-api',
  packages: ['@hey-api/client-fetch', '@hey-api/client-next', '@hey-api/client-nuxt'],
  globals: {},
  exports: { createClient: 'create' },
  types: {},
  generated: [
    {
      path: '(?:^|/)client(?:/client)?(?:\\.gen)?\\.[cm]?[jt]s$',
      holds: ['@hey-api/openapi-ts', 'throwOnError', 'const createClient', '.fetch'],
      names: { createClient: 'create' },
    },
  ],
  places: {
    create: { call: { place: 'client' } },
    client: { made: 'instance', members: Object.fromEntries(VERBS.map(verb => [verb, { place: 'method' }])) },
    method: {
      call: {
        ok: { place: 'result' },
        bad: { option: 'throwOnError', is: true, chosen: FAILURE, otherwise: { place: 'network-error' } },
      },
    },
    result: {
      closed: true,
      members: { data: 'ok-body', error: FAILURE, request: 'plain', response: { place: 'response' } },
    },
    // Its body has been read already.
    response: { members: { status: 'plain', ok: 'plain', statusText: 'transport', headers: 'plain', url: 'plain' } },
    'network-error': { error: true, closed: true, members: { message: 'transport', name: 'plain', cause: 'plain' } },
  },
  transport: [...NETWORK_TEXTS, ...STATUS_TEXTS, 'Unexpected end of JSON input'],
  hooks: ['interceptors.error', 'interceptors.response', 'parseAs=text', 'responseStyle=data', 'responseTransformer'],
  problemJson: { outcome: 'parsed' },
}
