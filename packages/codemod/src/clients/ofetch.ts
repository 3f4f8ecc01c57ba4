import { type ClientModel, NETWORK_TEXTS, STATUS_TEXTS } from './client.ts'

/** ofetch, and Nuxt's `$fetch`: rejects with `FetchError`; the parsed body is `error.data`. */
export const ofetchClient: ClientModel = {
  name: 'ofetch',
  packages: ['ofetch', 'ohmyfetch'],
  globals: { $fetch: 'client' },
  exports: { $fetch: 'client', ofetch: 'client', createFetch: 'create', FetchError: 'error-class' },
  types: { FetchError: 'error', $Fetch: 'client' },
  places: {
    client: {
      made: 'instance',
      call: {
        ok: { option: 'ignoreResponseError', is: true, chosen: 'body', otherwise: 'ok-body' },
        bad: { place: 'error' },
      },
      members: { create: { place: 'create' }, raw: { place: 'raw' }, native: 'plain' },
    },
    create: { call: { place: 'client' } },
    raw: {
      call: {
        ok: {
          option: 'ignoreResponseError',
          is: true,
          chosen: { place: 'response' },
          otherwise: { place: 'ok-response' },
        },
        bad: { place: 'error' },
      },
    },
    'error-class': { construct: { place: 'error' } },
    error: {
      error: true,
      closed: true,
      codeRead: '.data?.code',
      members: {
        data: 'body',
        response: { place: 'response' },
        message: 'transport',
        status: 'plain',
        statusCode: 'plain',
        statusText: 'transport',
        statusMessage: 'transport',
        name: 'plain',
        stack: 'plain',
        request: 'plain',
        options: 'plain',
        cause: 'plain',
      },
    },
    response: { closed: true, members: { _data: 'body', status: 'plain', ok: 'plain', statusText: 'transport' } },
    context: { members: { response: { place: 'response' }, request: 'plain', options: 'plain', error: 'absent' } },
    'ok-response': { closed: true, members: { _data: 'ok-body', status: 'plain', ok: 'plain' } },
  },
  transport: [
    ...NETWORK_TEXTS,
    ...STATUS_TEXTS,
    '[{method:/[A-Z]+/}] "{url:word}": {status:int}',
    '[{method:/[A-Z]+/}] "{url:word}": {status:int} {text}',
    '[{method:/[A-Z]+/}] "{url:word}": <no response>',
    '[{method:/[A-Z]+/}] "{url:word}": <no response> {text}',
  ],
  hooks: ['parseResponse', 'responseType=text', 'onResponse'],
  followed: { onResponseError: { given: [{ place: 'context' }], failure: { place: 'error' }, replaces: false } },
  settlesEither: true,
  problemJson: { outcome: 'parsed' },
}
