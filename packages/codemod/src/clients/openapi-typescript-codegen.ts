import { type ClientModel, NETWORK_TEXTS } from './client.ts'
import { OBSERVABLE } from './rxjs.ts'

const HEAD = 'generated using openapi-typescript-codegen'

/**
 * Services of openapi-typescript-codegen: they reject with `ApiError`; the parsed body is `error.body`. What `message`
 * holds stands in the description of the API.
 */
export const openapiTypescriptCodegenClient: ClientModel = {
  name: 'openapi-typescript-codegen',
  packages: [],
  globals: {},
  exports: {},
  types: {},
  generated: [
    { path: '(?:^|/)core/request\\.[cm]?[jt]s$', holds: [HEAD], names: { request: 'request' } },
    { path: '(?:^|/)core/ApiError\\.[cm]?[jt]s$', holds: [HEAD], names: { ApiError: 'error-class' } },
  ],
  places: {
    request: {
      call: { ok: 'ok-body', bad: { any: [{ place: 'error' }, { place: 'network-error' }] } },
      methods: OBSERVABLE,
    },
    'error-class': { construct: { place: 'error' } },
    error: {
      error: true,
      codeRead: '.body?.code',
      members: {
        body: { any: ['body', 'raw'] },
        status: 'plain',
        statusText: 'plain',
        url: 'plain',
        name: 'plain',
        stack: 'plain',
        request: 'plain',
      },
    },
    'network-error': { error: true, closed: true, members: { message: 'transport', name: 'plain', cause: 'plain' } },
  },
  transport: NETWORK_TEXTS,
  hooks: [],
  problemJson: { outcome: 'parsed' },
}
