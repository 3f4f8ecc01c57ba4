import { chained, type ClientModel, NETWORK_TEXTS, STATUS_TEXTS } from './client.ts'

const VERBS = ['get', 'post', 'put', 'patch', 'head', 'del', 'delete', 'options']
const CHAINED = ['set', 'send', 'query', 'type', 'accept', 'auth', 'timeout', 'attach', 'field', 'redirects']

/**
 * supertest: resolves whatever the status; the parsed body is `response.body`. After `.expect(…)` nobody can tell from
 * here whether the response was meant to be an error, so what comes out of it is not followed.
 */
export const supertestClient: ClientModel = {
  name: 'supertest',
  packages: ['supertest'],
  globals: {},
  exports: { default: 'factory', '*': 'factory', agent: 'factory' },
  types: { Response: 'response' },
  places: {
    factory: { call: { place: 'client' }, members: { agent: { place: 'factory' }, default: { place: 'factory' } } },
    client: { made: 'instance', members: Object.fromEntries(VERBS.map(verb => [verb, { place: 'method' }])) },
    method: { call: { ok: { place: 'response' }, bad: { place: 'network-error' } }, methods: chained(CHAINED) },
    response: {
      closed: true,
      members: {
        body: 'body',
        _body: 'body',
        text: 'raw',
        status: 'plain',
        statusCode: 'plain',
        ok: 'plain',
        headers: 'plain',
        header: 'plain',
        type: 'plain',
        error: { place: 'inner-error' },
      },
    },
    'inner-error': { closed: true, error: true, members: { text: 'raw', message: 'transport', status: 'plain' } },
    'network-error': { error: true, closed: true, members: { message: 'transport', code: 'plain', name: 'plain' } },
  },
  transport: [
    ...NETWORK_TEXTS,
    'ECONNREFUSED: Connection refused',
    ...STATUS_TEXTS,
    'cannot {method:/[A-Z]+/} {url:word} ({status:int})',
  ],
  hooks: [],
  problemJson: { outcome: 'parsed' },
}
