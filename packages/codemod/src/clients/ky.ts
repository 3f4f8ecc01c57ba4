import { type ClientModel, NETWORK_TEXTS, STATUS_TEXTS, shortcuts } from './client.ts'

const VERBS = ['get', 'post', 'put', 'patch', 'head', 'delete']

const SHORTCUTS = shortcuts(['json', 'text', 'blob', 'formData', 'arrayBuffer'])
const RESPONSE = {
  option: 'throwHttpErrors',
  is: false,
  chosen: { place: 'response' },
  otherwise: { place: 'ok-response' },
} as const

/** ky 1 and 2: rejects with `HTTPError`; ky 1 reads the body from `error.response`, ky 2 has it at `error.data`. */
export const kyClient: ClientModel = {
  name: 'ky',
  packages: ['ky', 'ky-universal'],
  globals: {},
  exports: { default: 'client', HTTPError: 'error-class', TimeoutError: 'timeout-class' },
  types: { HTTPError: 'error', KyInstance: 'client', KyResponse: 'ok-response' },
  places: {
    client: {
      made: 'instance',
      methods: SHORTCUTS,
      call: { ok: RESPONSE, bad: { place: 'error' } },
      members: {
        ...Object.fromEntries(VERBS.map(verb => [verb, { place: 'method' }])),
        create: { place: 'create' },
        extend: { place: 'create' },
        stop: 'plain',
      },
    },
    create: { call: { place: 'client' } },
    method: { call: { ok: RESPONSE, bad: { place: 'error' } }, methods: SHORTCUTS },
    'error-class': { construct: { place: 'error' } },
    'timeout-class': { construct: { place: 'timeout' } },
    error: {
      error: true,
      closed: true,
      members: {
        response: { place: 'response' },
        data: 'body',
        message: 'transport',
        request: 'plain',
        options: 'plain',
        name: 'plain',
        stack: 'plain',
        cause: 'plain',
      },
    },
    'error-state': {
      closed: true,
      members: { error: { place: 'error' }, request: 'plain', options: 'plain', retryCount: 'plain' },
    },
    timeout: { error: true, closed: true, members: { message: 'transport', name: 'plain', request: 'plain' } },
    response: {
      members: {
        json: { place: 'json' },
        text: { place: 'text' },
        clone: { place: 'clone' },
        status: 'plain',
        ok: 'plain',
        statusText: 'transport',
        headers: 'plain',
        url: 'plain',
      },
    },
    clone: { call: { place: 'response' } },
    json: { call: { ok: 'body', bad: { place: 'parse-error' } } },
    text: { call: { ok: 'raw', bad: { place: 'parse-error' } } },
    'ok-response': {
      members: { json: { place: 'ok-json' }, text: { place: 'ok-text' }, status: 'plain', ok: 'plain' },
    },
    'ok-json': { call: { ok: 'ok-body', bad: { place: 'parse-error' } } },
    'ok-text': { call: { ok: 'ok-raw', bad: { place: 'parse-error' } } },
    'parse-error': { error: true, closed: true, members: { message: 'transport', name: 'plain' } },
  },
  transport: [
    ...NETWORK_TEXTS,
    ...STATUS_TEXTS,
    'Request failed with status code {status:int}: {method:word} {url:word}',
    "Request failed with status code {status:int} {text:/[A-Za-z' -]+/}: {method:word} {url:word}",
    'Request timed out: {method:word} {url:word}',
    'Unexpected end of JSON input',
  ],
  hooks: ['afterResponse', 'parseJson'],
  // ky 2 hands over `{ error }`, ky 1 the error itself.
  followed: {
    beforeError: {
      given: [{ any: [{ settled: 'bad' }, { place: 'error-state' }] }],
      failure: { place: 'error' },
      replaces: true,
    },
  },
  settlesEither: true,
  problemJson: { outcome: 'parsed' },
}
