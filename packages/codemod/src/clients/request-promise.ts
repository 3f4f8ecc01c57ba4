import { type ClientModel, NETWORK_TEXTS } from './client.ts'

const VERBS = ['get', 'post', 'put', 'patch', 'head', 'del', 'delete']

/** request-promise and its kin: rejects with `StatusCodeError`; with `json: true` the parsed body is `error.error`. */
export const requestPromiseClient: ClientModel = {
  name: 'request-promise',
  packages: ['request-promise', 'request-promise-native', 'request-promise-any', '@cypress/request-promise'],
  globals: {},
  exports: { default: 'client', '*': 'client' },
  types: {},
  places: {
    client: {
      call: { ok: 'ok-body', bad: { place: 'error' } },
      members: { ...Object.fromEntries(VERBS.map(verb => [verb, { place: 'method' }])), defaults: { place: 'create' } },
    },
    create: { call: { place: 'client' } },
    method: { call: { ok: 'ok-body', bad: { place: 'error' } } },
    error: {
      error: true,
      codeRead: '.error?.code',
      // `message` is the status and the whole body in one string: it is no place of its own, so a test of it is kept.
      members: {
        error: 'body',
        response: { place: 'response' },
        statusCode: 'plain',
        name: 'plain',
        options: 'plain',
        cause: 'plain',
      },
    },
    response: { closed: true, members: { body: 'body', statusCode: 'plain', headers: 'plain' } },
  },
  transport: NETWORK_TEXTS,
  hooks: [],
  problemJson: { outcome: 'parsed' },
}
