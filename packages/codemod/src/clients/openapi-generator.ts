import { type ClientModel, NETWORK_TEXTS, STATUS_TEXTS } from './client.ts'

/** openapi-generator's typescript-fetch: its APIs reject with `ResponseError`; the body is read from `error.response`. */
export const openapiGeneratorClient: ClientModel = {
  name: 'openapi-generator (fetch)',
  packages: [],
  globals: {},
  exports: {},
  types: {},
  generated: [
    {
      path: '(?:^|/)runtime\\.[cm]?[jt]s$',
      holds: ['class ResponseError', 'class BaseAPI', 'JSONApiResponse'],
      names: { BaseAPI: 'base', ResponseError: 'error-class', FetchError: 'network-class' },
    },
  ],
  places: {
    base: { members: { request: { place: 'request' }, configuration: 'plain' } },
    request: { call: { ok: { place: 'ok-response' }, bad: { any: [{ place: 'error' }, { place: 'network-error' }] } } },
    'ok-response': { members: { status: 'plain', headers: 'plain', ok: 'plain' } },
    'error-class': { construct: { place: 'error' } },
    'network-class': { construct: { place: 'network-error' } },
    error: {
      error: true,
      closed: true,
      members: { response: { place: 'response' }, message: 'transport', name: 'plain', stack: 'plain' },
    },
    response: {
      members: {
        json: { place: 'json' },
        text: { place: 'text' },
        clone: { place: 'clone' },
        status: 'plain',
        statusText: 'transport',
        ok: 'plain',
        headers: 'plain',
        url: 'plain',
      },
    },
    clone: { call: { place: 'response' } },
    json: { call: { ok: 'body', bad: { place: 'network-error' } } },
    text: { call: { ok: 'raw', bad: { place: 'network-error' } } },
    'network-error': { error: true, closed: true, members: { message: 'transport', name: 'plain', cause: 'plain' } },
  },
  transport: [
    ...NETWORK_TEXTS,
    ...STATUS_TEXTS,
    'Response returned an error code',
    'The request failed and the interceptors did not return an alternative response',
    'Unexpected end of JSON input',
  ],
  hooks: ['middleware', 'withMiddleware', 'withPostMiddleware'],
  problemJson: { outcome: 'parsed' },
}
