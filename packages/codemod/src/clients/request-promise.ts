import { type ClientModel, NETWORK_TEXTS } from './client.ts'

const BODY = { any: ['body', 'raw'] } as const
const VERBS = ['get', 'post', 'put', 'patch', 'head', 'del', 'delete']

const FULL = { option: 'resolveWithFullResponse', is: true, chosen: { place: 'response' }, otherwise: BODY } as const
const OK = {
  option: 'resolveWithFullResponse',
  is: true,
  chosen: { place: 'ok-response' },
  otherwise: 'ok-body',
} as const
// With `simple: false` an error resolves, too.
const ANSWER = { option: 'simple', is: false, chosen: FULL, otherwise: OK } as const

/** request-promise and its kin: rejects with `StatusCodeError`; with `json: true` the parsed body is `error.error`. */
export const requestPromiseClient: ClientModel = {
  name: 'request-promise',
  packages: ['request-promise', 'request-promise-native', 'request-promise-any', '@cypress/request-promise'],
  globals: {},
  exports: { default: 'client', '*': 'client' },
  types: {},
  places: {
    client: {
      made: 'instance',
      call: { ok: ANSWER, bad: { place: 'error' } },
      members: { ...Object.fromEntries(VERBS.map(verb => [verb, { place: 'method' }])), defaults: { place: 'create' } },
    },
    create: { call: { place: 'client' } },
    method: { call: { ok: ANSWER, bad: { place: 'error' } } },
    error: {
      error: true,
      codeRead: '.error?.code',
      // `message` is the status and the whole body in one string: it is no place of its own, so a test of it is kept.
      members: {
        error: BODY,
        response: { place: 'response' },
        statusCode: 'plain',
        name: 'plain',
        options: 'plain',
        cause: 'plain',
      },
    },
    'ok-response': { closed: true, members: { body: 'ok-body', statusCode: 'plain', headers: 'plain' } },
    response: { closed: true, members: { body: BODY, statusCode: 'plain', headers: 'plain' } },
  },
  transport: NETWORK_TEXTS,
  hooks: ['transform', 'transform2xxOnly'],
  settlesEither: true,
  problemJson: { outcome: 'parsed' },
}
