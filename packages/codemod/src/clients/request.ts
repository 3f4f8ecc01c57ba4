import { type ClientModel, type Given, NETWORK_TEXTS, STATUS_TEXTS } from './client.ts'

const VERBS = ['get', 'post', 'put', 'patch', 'head', 'del', 'delete']
const BODY = { any: ['body', 'raw'] } as const
const RESPONSE = { place: 'response' }
const ANSWER: Given = [{ any: [{ place: 'network-error' }, 'absent'] }, RESPONSE, BODY]

/** request: calls back whatever the status; the body is parsed where `json` is set, and text otherwise. */
export const requestClient: ClientModel = {
  name: 'request',
  packages: ['request', '@cypress/request', 'postman-request', 'teeny-request'],
  globals: {},
  exports: { default: 'client', '*': 'client', ...Object.fromEntries(VERBS.map(verb => [verb, 'method'])) },
  types: { Response: 'response' },
  places: {
    client: {
      made: 'instance',
      call: { place: 'pending' },
      callbacks: { '-1': ANSWER },
      options: { callback: ANSWER },
      members: {
        ...Object.fromEntries(VERBS.map(verb => [verb, { place: 'method' }])),
        defaults: { place: 'create' },
        default: { place: 'client' },
        teenyRequest: { place: 'client' },
      },
    },
    create: { call: { place: 'client' } },
    method: { call: { place: 'pending' }, callbacks: { '-1': ANSWER }, options: { callback: ANSWER } },
    pending: { made: 'request', members: { on: { place: 'on' } } },
    on: { call: { place: 'pending' }, events: { response: [RESPONSE], error: [{ place: 'network-error' }] } },
    response: {
      members: { body: BODY, statusCode: 'plain', statusMessage: 'transport', headers: 'plain', message: 'absent' },
    },
    'network-error': {
      error: true,
      closed: true,
      members: { message: 'transport', code: 'plain', name: 'plain', stack: 'plain', errno: 'plain' },
    },
  },
  transport: [...NETWORK_TEXTS, ...STATUS_TEXTS, 'ESOCKETTIMEDOUT', 'ETIMEDOUT'],
  hooks: [],
  settlesEither: true,
  problemJson: { outcome: 'parsed' },
}
