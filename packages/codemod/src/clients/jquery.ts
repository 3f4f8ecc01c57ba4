import { chained, type ClientModel, type Given, STATUS_TEXTS } from './client.ts'

const REQUEST = { place: 'request' }
const FAILURE: Given = [REQUEST, 'plain', 'transport']
const SUCCESS: Given = ['ok-body', 'plain', { place: 'ok-request' }]
const OPTIONS = { error: FAILURE, success: SUCCESS, complete: [REQUEST, 'plain'], 'statusCode.*': FAILURE } as const

/** jQuery's `ajax`: fails with the request itself, which is no Error; the parsed body is `responseJSON`. */
export const jqueryClient: ClientModel = {
  name: 'jQuery',
  packages: ['jquery'],
  globals: { $: 'client', jQuery: 'client' },
  exports: { default: 'client', '*': 'client', $: 'client', jQuery: 'client' },
  types: { jqXHR: 'request' },
  places: {
    client: {
      call: { place: 'elements' },
      members: {
        ajax: { place: 'method' },
        get: { place: 'method' },
        post: { place: 'method' },
        getJSON: { place: 'method' },
        ajaxSetup: { place: 'setup' },
      },
    },
    elements: { members: { ajaxError: { place: 'error-handler' }, ajaxComplete: { place: 'error-handler' } } },
    setup: { call: 'plain', options: OPTIONS },
    'error-handler': { call: { place: 'elements' }, callbacks: { 0: ['plain', REQUEST, 'plain', 'transport'] } },
    method: {
      call: { ok: 'ok-body', bad: REQUEST },
      callbacks: { 1: SUCCESS, 2: SUCCESS },
      options: OPTIONS,
      methods: {
        ...chained(['progress', 'promise']),
        done: { callbacks: { 0: SUCCESS } },
        fail: { callbacks: { 0: [{ settled: 'bad' }, 'plain', 'transport'] } },
        always: { callbacks: { 0: [{ any: [{ settled: 'ok' }, { settled: 'bad' }] }, 'plain'] } },
      },
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
    'ok-request': {
      members: { responseJSON: 'ok-body', responseText: 'ok-raw', status: 'plain', statusText: 'plain' },
    },
  },
  transport: [...STATUS_TEXTS, 'error', 'timeout', 'abort', 'canceled', 'parsererror', 'No Transport'],
  hooks: ['dataFilter', 'converters', 'ajaxPrefilter', 'ajaxTransport'],
  problemJson: { outcome: 'parsed' },
}
