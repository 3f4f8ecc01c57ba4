import { chained, type ClientModel, type Given, NETWORK_TEXTS, type RequestMethod, STATUS_TEXTS } from './client.ts'

const VERBS = ['get', 'post', 'put', 'patch', 'head', 'del', 'delete', 'options']
const CHAINED = ['set', 'send', 'query', 'type', 'accept', 'auth', 'timeout', 'attach', 'field', 'redirects']

const CALLED_BACK: Given = [{ place: 'network-error' }, { settled: 'ok' }]
const EXPECT: RequestMethod = {
  okOfSuccess: { place: 'ok-response' },
  callbacks: { 0: [{ settled: 'ok' }], 1: CALLED_BACK, 2: CALLED_BACK },
}
const END: RequestMethod = { callbacks: { 0: CALLED_BACK } }

/** supertest: resolves whatever the status; the parsed body is `response.body`. `.expect(…)` gives the request again. */
export const supertestClient: ClientModel = {
  name: 'supertest',
  packages: ['supertest'],
  globals: {},
  exports: { default: 'factory', '*': 'factory', agent: 'factory' },
  types: { Response: 'response' },
  places: {
    factory: { call: { place: 'client' }, members: { agent: { place: 'factory' }, default: { place: 'factory' } } },
    client: { made: 'instance', members: Object.fromEntries(VERBS.map(verb => [verb, { place: 'method' }])) },
    method: {
      call: { ok: { place: 'response' }, bad: { place: 'network-error' } },
      methods: { ...chained(CHAINED), expect: EXPECT, end: END },
    },
    response: {
      closed: true,
      successWhen: { ok: 'ok-response' },
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
    'ok-response': {
      closed: true,
      members: { body: 'ok-body', _body: 'ok-body', text: 'ok-raw', status: 'plain', statusCode: 'plain', ok: 'plain' },
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
  asksOwnServer: true,
  problemJson: { outcome: 'parsed' },
}
