import { type ClientModel, NETWORK_TEXTS, STATUS_TEXTS } from './client.ts'

const NETWORK_ERROR = { place: 'network-error' }
const RESPONSE = { place: 'response' }

/** Node's own http and https: the response is an argument of a callback, its body comes in pieces. */
export const nodeHttpClient: ClientModel = {
  name: 'node:http',
  packages: ['http', 'https', 'node:http', 'node:https', 'follow-redirects'],
  globals: {},
  exports: { default: 'module', '*': 'module', get: 'send', request: 'send', http: 'module', https: 'module' },
  // An IncomingMessage may as well be what a server was asked: the type says nothing.
  types: { ClientRequest: 'request' },
  places: {
    module: { members: { get: { place: 'send' }, request: { place: 'send' }, default: { place: 'module' } } },
    send: { call: { place: 'request' }, callbacks: { '-1': [RESPONSE] } },
    request: {
      made: 'request',
      members: {
        on: { place: 'on-request' },
        once: { place: 'on-request' },
        end: { place: 'silent' },
        write: { place: 'silent' },
        destroy: { place: 'silent' },
        setTimeout: { place: 'silent' },
        setHeader: { place: 'silent' },
      },
    },
    'on-request': { call: { place: 'request' }, events: { response: [RESPONSE], error: [NETWORK_ERROR], timeout: [] } },
    silent: { call: 'plain' },
    response: {
      members: {
        on: { place: 'on-response' },
        once: { place: 'on-response' },
        setEncoding: { place: 'silent' },
        resume: { place: 'silent' },
        statusCode: 'plain',
        statusMessage: 'transport',
        headers: 'plain',
        message: 'absent',
        body: 'absent',
      },
      elements: { place: 'chunk' },
    },
    'on-response': {
      call: RESPONSE,
      events: { data: [{ place: 'chunk' }], end: [], close: [], error: [NETWORK_ERROR] },
    },
    chunk: { piece: true, members: { toString: { place: 'to-string' } } },
    'to-string': { call: { place: 'chunk' } },
    'network-error': {
      error: true,
      closed: true,
      members: { message: 'transport', code: 'plain', name: 'plain', stack: 'plain', errno: 'plain', syscall: 'plain' },
    },
  },
  transport: [...NETWORK_TEXTS, ...STATUS_TEXTS],
  hooks: [],
  settlesEither: true,
  problemJson: { outcome: 'parsed' },
}
