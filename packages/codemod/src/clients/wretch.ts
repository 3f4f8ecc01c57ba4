import { type ClientModel, NETWORK_TEXTS, type Place, STATUS_TEXTS, shortcuts } from './client.ts'

const VERBS = ['get', 'post', 'put', 'patch', 'head', 'delete', 'opts', 'fetch']
const CHAINED = [
  'url',
  'options',
  'headers',
  'auth',
  'json',
  'body',
  'accept',
  'content',
  'query',
  'addon',
  'polyfills',
]
const CATCHERS = ['badRequest', 'unauthorized', 'forbidden', 'notFound', 'timeout', 'internalError', 'fetchError']

/** wretch: rejects with `WretchError`; `error.message` is the raw body, and `error.json` is lost with problem+json. */
export const wretchClient: ClientModel = {
  name: 'wretch',
  packages: ['wretch'],
  globals: {},
  exports: { default: 'client', '*': 'client' },
  types: { WretchError: 'error', Wretch: 'request' },
  places: {
    client: { call: { place: 'request' } },
    // Of wretch 3 it can be read still; of wretch 2 it has been read.
    response: {
      members: {
        json: { place: 'json' },
        text: { place: 'text' },
        status: 'plain',
        ok: 'plain',
        statusText: 'transport',
        headers: 'plain',
        url: 'plain',
      },
    },
    json: { call: { ok: 'body', bad: { place: 'used' } } },
    text: { call: { ok: 'raw', bad: { place: 'used' } } },
    used: { error: true, closed: true, members: { message: 'transport', name: 'plain' } },
    ...placesOf('', 'lost-body'),
    // With errorType('json') the body is parsed whatever its type.
    ...placesOf('typed-', 'body'),
  },
  transport: [
    ...NETWORK_TEXTS,
    ...STATUS_TEXTS,
    'Body is unusable',
    'Body is unusable: Body has already been read',
    'Body has already been read',
    'Unexpected end of JSON input',
  ],
  hooks: ['middlewares', 'customError', 'catcher', 'catcherFallback', 'resolve'],
  trips: [{ at: { call: 'default' }, unless: 'errorType', fix: ".errorType('json')" }],
  problemJson: {
    outcome: 'broken',
    why: 'error.json is undefined unless errorType("json") is set',
  },
}

function placesOf(prefix: '' | 'typed-', json: 'lost-body' | 'body'): Readonly<Record<string, Place>> {
  const request = { place: `${prefix}request` }
  const error = { place: `${prefix}error` }
  const catches = { callbacks: { 0: [error] }, handles: 0 }
  return {
    [`${prefix}request`]: {
      made: 'instance',
      members: {
        ...Object.fromEntries(CHAINED.map(name => [name, { place: `${prefix}chain` }])),
        ...Object.fromEntries(VERBS.map(verb => [verb, { place: `${prefix}method` }])),
        errorType: { place: 'error-type' },
        catcher: { place: `${prefix}catcher` },
      },
    },
    [`${prefix}chain`]: { call: request },
    [`${prefix}catcher`]: { call: request, callbacks: { 1: [error] } },
    'error-type': { call: { place: 'typed-request' } },
    [`${prefix}method`]: {
      call: { ok: 'plain', bad: error },
      methods: {
        ...shortcuts(['json', 'text', 'res', 'blob', 'formData', 'arrayBuffer']),
        ...Object.fromEntries(CATCHERS.map(name => [name, catches])),
        error: { callbacks: { 1: [error] }, handles: 1 },
      },
    },
    [`${prefix}error`]: {
      error: true,
      closed: true,
      members: {
        json,
        text: 'raw',
        message: 'raw',
        status: 'plain',
        response: { place: 'response' },
        request: 'plain',
        url: 'plain',
        name: 'plain',
        stack: 'plain',
      },
    },
  }
}
