import { type ClientModel, NETWORK_TEXTS, STATUS_TEXTS, shortcuts } from './client.ts'

const VERBS = ['get', 'post', 'put', 'patch', 'head', 'delete']

const SHORTCUTS = shortcuts(['json', 'text', 'buffer'])
const RESPONSE = {
  option: 'throwHttpErrors',
  is: false,
  chosen: { place: 'response' },
  otherwise: { place: 'ok-response' },
} as const

/** got: rejects with `HTTPError`; the body is `error.response.body`, text unless `responseType` is `json`. */
export const gotClient: ClientModel = {
  name: 'got',
  packages: ['got'],
  globals: {},
  exports: { default: 'client', '*': 'client', got: 'client', HTTPError: 'error-class', RequestError: 'error-class' },
  types: { HTTPError: 'error', RequestError: 'error', Got: 'client' },
  places: {
    client: {
      made: 'instance',
      methods: SHORTCUTS,
      call: { ok: RESPONSE, bad: { place: 'error' } },
      members: {
        ...Object.fromEntries(VERBS.map(verb => [verb, { place: 'method' }])),
        extend: { place: 'create' },
        default: { place: 'client' },
        HTTPError: { place: 'error-class' },
        RequestError: { place: 'error-class' },
      },
    },
    create: { call: { place: 'client' } },
    method: {
      call: { ok: RESPONSE, bad: { place: 'error' } },
      methods: SHORTCUTS,
    },
    'error-class': { construct: { place: 'error' } },
    error: {
      error: true,
      closed: true,
      members: {
        response: { place: 'response' },
        message: 'transport',
        code: 'plain',
        name: 'plain',
        stack: 'plain',
        options: 'plain',
        request: 'plain',
        timings: 'plain',
        cause: 'plain',
      },
    },
    response: {
      closed: true,
      members: {
        // Text, unless `responseType` is `json`.
        body: { any: ['body', 'raw'] },
        rawBody: { place: 'bytes' },
        statusCode: 'plain',
        statusMessage: 'transport',
        headers: 'plain',
      },
    },
    // The body once more; what is made of it is not followed.
    bytes: {},
    'ok-response': { closed: true, members: { body: 'ok-body', statusCode: 'plain', headers: 'plain' } },
  },
  transport: [
    ...NETWORK_TEXTS,
    ...STATUS_TEXTS,
    'Request failed with status code {status:int} (): {method:word} {url:word}',
    "Request failed with status code {status:int} ({text:/[A-Za-z' -]+/}): {method:word} {url:word}",
    'Response code {status:int} ()',
    "Response code {status:int} ({text:/[A-Za-z' -]+/})",
    "Timeout awaiting '{event:/[a-z]+/}' for {ms:int}ms",
  ],
  hooks: ['afterResponse', 'parseJson'],
  followed: { beforeError: { given: [{ settled: 'bad' }], failure: { place: 'error' }, replaces: true } },
  settlesEither: true,
  problemJson: { outcome: 'parsed' },
}
