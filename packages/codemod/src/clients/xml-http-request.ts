import { type ClientModel, STATUS_TEXTS } from './client.ts'

/** XMLHttpRequest: the text is `responseText`; `response` is parsed where `responseType` is `json`. */
export const xmlHttpRequestClient: ClientModel = {
  name: 'XMLHttpRequest',
  packages: [],
  globals: { XMLHttpRequest: 'class' },
  exports: {},
  types: { XMLHttpRequest: 'request' },
  places: {
    class: { construct: { place: 'request' } },
    request: {
      members: {
        response: 'body',
        responseText: 'raw',
        status: 'plain',
        statusText: 'transport',
        readyState: 'plain',
        responseType: 'plain',
        responseURL: 'plain',
        timeout: 'plain',
      },
    },
  },
  transport: STATUS_TEXTS,
  hooks: [],
  problemJson: { outcome: 'parsed' },
}
