import { type ClientModel, type Given, STATUS_TEXTS } from './client.ts'

const EVENT: Given = [{ place: 'event' }]
const EVENTS = ['load', 'loadend', 'readystatechange', 'error', 'timeout', 'abort']

const SILENT = ['open', 'send', 'setRequestHeader', 'getResponseHeader', 'overrideMimeType']

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
        response: { any: ['body', 'raw'] },
        responseText: 'raw',
        status: 'plain',
        statusText: 'transport',
        readyState: 'plain',
        responseType: 'plain',
        responseURL: 'plain',
        timeout: 'plain',
        addEventListener: { place: 'listen' },
        ...Object.fromEntries(SILENT.map(name => [name, { place: 'silent' }])),
      },
      written: Object.fromEntries(EVENTS.map(name => [`on${name}`, EVENT])),
      callsOnItself: ['addEventListener'],
    },
    silent: { call: 'plain' },
    listen: { call: 'plain', events: Object.fromEntries(EVENTS.map(name => [name, EVENT])) },
    event: {
      members: { target: { place: 'request' }, currentTarget: { place: 'request' }, srcElement: { place: 'request' } },
    },
  },
  transport: STATUS_TEXTS,
  hooks: [],
  settlesEither: true,
  problemJson: { outcome: 'parsed' },
}
