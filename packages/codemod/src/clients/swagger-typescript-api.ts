import { type ClientModel, NETWORK_TEXTS, STATUS_TEXTS } from './client.ts'

/** swagger-typescript-api over fetch: it throws the response itself, no Error; the parsed body is `response.error`. */
export const swaggerTypescriptApiClient: ClientModel = {
  name: 'swagger-typescript-api',
  packages: [],
  globals: {},
  exports: {},
  types: {},
  generated: [
    {
      path: '(?:[Aa]pi|http-client)[\\w.-]*\\.[cm]?[jt]s$',
      holds: ['GENERATED VIA SWAGGER-TYPESCRIPT-API', 'class HttpClient', 'fetch'],
      names: { HttpClient: 'class' },
    },
  ],
  places: {
    class: { construct: { place: 'client' }, members: { request: { place: 'request' } } },
    client: { members: { request: { place: 'request' } } },
    request: {
      call: { ok: { place: 'ok-response' }, bad: { any: [{ place: 'response' }, { place: 'network-error' }] } },
    },
    'ok-response': { members: { data: 'ok-body', status: 'plain', ok: 'plain', headers: 'plain' } },
    response: {
      members: {
        // Without a `format` it is null, and what was no JSON is the error of the parser.
        error: { any: ['body', { place: 'network-error' }] },
        data: 'absent',
        message: 'absent',
        response: 'absent',
        status: 'plain',
        statusText: 'transport',
        ok: 'plain',
        headers: 'plain',
        url: 'plain',
      },
    },
    'network-error': { error: true, closed: true, members: { message: 'transport', name: 'plain', cause: 'plain' } },
  },
  transport: [...NETWORK_TEXTS, ...STATUS_TEXTS, 'Unexpected end of JSON input'],
  hooks: ['customFetch'],
  problemJson: { outcome: 'parsed' },
}
