import { type ClientModel, STATUS_TEXTS } from './client.ts'

const VERBS = ['ajax', 'get', 'post', 'getJSON']

/** jQuery's `ajax`: rejects with the request itself, which is no Error; the parsed body is `responseJSON`. */
export const jqueryClient: ClientModel = {
  name: 'jQuery',
  packages: ['jquery'],
  globals: { $: 'client', jQuery: 'client' },
  exports: { default: 'client', '*': 'client', $: 'client', jQuery: 'client' },
  types: {},
  places: {
    client: {
      call: { place: 'elements' },
      members: Object.fromEntries(VERBS.map(verb => [verb, { place: 'method' }])),
    },
    elements: {},
    method: {
      call: { ok: 'ok-body', bad: { place: 'request' } },
      chained: ['done', 'always', 'progress'],
      failing: ['fail'],
    },
    request: {
      members: {
        responseJSON: 'body',
        responseText: 'raw',
        status: 'plain',
        statusText: 'transport',
        readyState: 'plain',
      },
    },
  },
  transport: [...STATUS_TEXTS, 'error', 'timeout', 'abort', 'canceled', 'parsererror', 'No Transport'],
  hooks: ['dataFilter', 'converters', 'ajaxPrefilter', 'ajaxTransport', 'ajaxSetup'],
  problemJson: { outcome: 'parsed' },
}
