import { type ClientModel, NETWORK_TEXTS } from './client.ts'

/** undici's own `request`: resolves whatever the status; the body is a stream that is read once. */
export const undiciClient: ClientModel = {
  name: 'undici',
  packages: ['undici'],
  globals: {},
  exports: { request: 'request', Client: 'class', Pool: 'class', Agent: 'class' },
  types: { Client: 'client', Pool: 'client' },
  places: {
    class: { construct: { place: 'client' } },
    client: { made: 'instance', members: { request: { place: 'request' }, close: 'plain', destroy: 'plain' } },
    request: {
      call: { ok: { place: 'response' }, bad: { any: [{ place: 'network-error' }, { place: 'response-error' }] } },
    },
    response: {
      closed: true,
      members: { body: { place: 'stream' }, statusCode: 'plain', headers: 'plain', trailers: 'plain' },
    },
    stream: { members: { json: { place: 'json' }, text: { place: 'text' } } },
    json: { call: { ok: 'body', bad: { place: 'network-error' } } },
    text: { call: { ok: 'raw', bad: { place: 'network-error' } } },
    // Only with `interceptors.responseError()`, or `throwOnError` of old: the body of a problem is lost on the way.
    'response-error': {
      error: true,
      closed: true,
      members: {
        body: 'lost-body',
        message: 'transport',
        name: 'plain',
        code: 'plain',
        status: 'plain',
        statusCode: 'plain',
        headers: 'plain',
      },
    },
    'network-error': { error: true, closed: true, members: { message: 'transport', code: 'plain', name: 'plain' } },
  },
  transport: [
    ...NETWORK_TEXTS,
    'Connect Timeout Error',
    'Headers Timeout Error',
    'Body Timeout Error',
    'Response Error',
    'Response status code {status:int}',
    'Response status code {status:int}: {text}',
  ],
  hooks: [],
  trips: [
    {
      at: { call: 'responseError' },
      fix: 'without `responseError()`: `if (statusCode >= 400)`, and `await body.json()`',
    },
    {
      at: { option: 'throwOnError', is: true },
      fix: 'without `throwOnError`: `if (statusCode >= 400)`, and `await body.json()`',
    },
  ],
  settlesEither: true,
  problemJson: {
    outcome: 'broken',
    why: 'error.body of responseError() is empty; what request() resolves with is read as JSON',
  },
}
