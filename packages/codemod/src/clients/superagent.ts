import { chained, type ClientModel, NETWORK_TEXTS, STATUS_TEXTS } from './client.ts'

const VERBS = ['get', 'post', 'put', 'patch', 'head', 'del', 'delete', 'options']
const CHAINED = [
  'set',
  'send',
  'query',
  'type',
  'accept',
  'auth',
  'timeout',
  'retry',
  'attach',
  'field',
  'withCredentials',
  'redirects',
  'responseType',
  'use',
  'buffer',
  'agent',
]

const END = { callbacks: { 0: [{ any: [{ place: 'error' }, 'absent'] }, { place: 'response' }] } } as const

/** superagent: rejects on 4xx and 5xx; the parsed body is `error.response.body`, the text `error.response.text`. */
export const superagentClient: ClientModel = {
  name: 'superagent',
  packages: ['superagent'],
  globals: {},
  exports: {
    default: 'client',
    '*': 'client',
    ...Object.fromEntries(VERBS.map(verb => [verb, 'method'])),
    agent: 'create',
  },
  types: { ResponseError: 'error', Response: 'ok-response' },
  places: {
    client: {
      made: 'instance',
      call: { ok: { place: 'ok-response' }, bad: { place: 'error' } },
      members: { ...Object.fromEntries(VERBS.map(verb => [verb, { place: 'method' }])), agent: { place: 'create' } },
    },
    create: { call: { place: 'client' } },
    method: {
      call: { ok: { place: 'ok-response' }, bad: { place: 'error' } },
      methods: { ...chained(CHAINED), ok: { ok: { place: 'response' } }, end: END },
    },
    error: {
      error: true,
      closed: true,
      codeRead: '.response?.body?.code',
      members: {
        response: { place: 'response' },
        message: 'transport',
        status: 'plain',
        code: 'plain',
        name: 'plain',
        stack: 'plain',
      },
    },
    response: {
      closed: true,
      members: {
        body: 'body',
        _body: 'body',
        text: 'raw',
        status: 'plain',
        statusCode: 'plain',
        ok: 'plain',
        error: { place: 'inner-error' },
      },
    },
    'inner-error': { closed: true, error: true, members: { text: 'raw', message: 'transport', status: 'plain' } },
    'ok-response': { closed: true, members: { body: 'ok-body', text: 'ok-raw', status: 'plain', ok: 'plain' } },
  },
  transport: [...NETWORK_TEXTS, ...STATUS_TEXTS, 'cannot {method:/[A-Z]+/} {url:word} ({status:int})'],
  hooks: [],
  settlesEither: true,
  problemJson: { outcome: 'parsed' },
}
