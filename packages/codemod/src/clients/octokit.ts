import { type ClientModel, NETWORK_TEXTS } from './client.ts'

// Without a base URL of one's own it is GitHub that answers, and GitHub's wording is not the catalogue's.
const FAILURE = {
  option: 'baseUrl',
  chosen: { place: 'error' },
  otherwise: { place: 'github-error' },
} as const
const CALL = { ok: { place: 'ok-response' }, bad: FAILURE } as const

/** Octokit: rejects with `RequestError`; the parsed body is `error.response.data`. Only with `baseUrl` may it be ours. */
export const octokitClient: ClientModel = {
  name: 'Octokit',
  packages: ['@octokit/core', '@octokit/rest', 'octokit', '@octokit/request', '@octokit/request-error'],
  globals: {},
  exports: { Octokit: 'class', request: 'request', RequestError: 'error-class' },
  types: { Octokit: 'client', RequestError: 'some-error' },
  places: {
    class: { construct: { place: 'client' }, members: { defaults: { place: 'defaults' } } },
    defaults: { call: { place: 'class' } },
    client: {
      made: 'instance',
      members: { request: { place: 'request' }, rest: { place: 'scopes' }, paginate: { place: 'request' } },
    },
    scopes: { named: [{ pattern: '\\w+', ref: { place: 'scope' } }] },
    scope: { named: [{ pattern: '\\w+', ref: { place: 'method' } }] },
    method: { call: CALL },
    request: { call: CALL, members: { defaults: { place: 'request-defaults' } } },
    'request-defaults': { call: { place: 'request' } },
    'ok-response': { members: { data: 'ok-body', status: 'plain', headers: 'plain', url: 'plain' } },
    // Whose error it is, the class does not say.
    'some-error': { error: true, members: { status: 'plain', name: 'plain' } },
    'error-class': { construct: { place: 'some-error' } },
    error: {
      error: true,
      kindOf: 'some-error',
      // `message` is made of the body's and of an address of the documentation: what of it is wording nobody can tell.
      members: { response: { place: 'response' }, status: 'plain', name: 'plain', request: 'plain', stack: 'plain' },
    },
    response: { members: { data: 'lost-body', status: 'plain', headers: 'plain', url: 'plain' } },
    'github-error': {
      kindOf: 'some-error',
      error: true,
      closed: true,
      members: {
        response: { place: 'github-response' },
        message: 'plain',
        status: 'plain',
        name: 'plain',
        stack: 'plain',
      },
    },
    'github-response': { closed: true, members: { data: 'plain', status: 'plain', headers: 'plain', url: 'plain' } },
  },
  transport: NETWORK_TEXTS,
  hooks: ['hook'],
  problemJson: { outcome: 'broken', why: 'error.response.data stays a string for every type but application/json' },
}
