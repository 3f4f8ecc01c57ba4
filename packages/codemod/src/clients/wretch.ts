import { type ClientModel, NETWORK_TEXTS, shortcuts } from './client.ts'

const VERBS = ['get', 'post', 'put', 'patch', 'head', 'delete', 'opts', 'fetch']
const CHAINED = ['url', 'options', 'headers', 'auth', 'json', 'body', 'accept', 'content', 'query', 'catcher', 'addon']

/** wretch: rejects with `WretchError`; `error.message` is the raw body, and `error.json` is lost with problem+json. */
export const wretchClient: ClientModel = {
  name: 'wretch',
  packages: ['wretch'],
  globals: {},
  exports: { default: 'client', '*': 'client' },
  types: { WretchError: 'error' },
  places: {
    client: { call: { place: 'request' } },
    request: {
      members: {
        ...Object.fromEntries(CHAINED.map(name => [name, { place: 'client' }])),
        ...Object.fromEntries(VERBS.map(verb => [verb, { place: 'method' }])),
      },
    },
    method: { call: { ok: 'plain', bad: { place: 'error' } }, methods: shortcuts(['json', 'text', 'res', 'blob']) },
    error: {
      error: true,
      closed: true,
      members: { json: 'lost-body', text: 'raw', message: 'raw', status: 'plain', response: 'plain', name: 'plain' },
    },
  },
  transport: NETWORK_TEXTS,
  hooks: ['errorType', 'middlewares'],
  problemJson: {
    outcome: 'broken',
    why: 'error.json is undefined unless errorType("json") is set',
  },
}
