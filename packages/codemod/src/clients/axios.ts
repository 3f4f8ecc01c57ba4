import { type ClientModel, NETWORK_TEXTS, STATUS_TEXTS } from './client.ts'

const VERBS = [
  'get',
  'delete',
  'head',
  'options',
  'post',
  'put',
  'patch',
  'request',
  'postForm',
  'putForm',
  'patchForm',
]

// With `validateStatus` of one's own an error resolves, too.
const RESPONSE = {
  option: 'validateStatus',
  chosen: { place: 'response' },
  otherwise: { place: 'ok-response' },
} as const

/** axios: rejects on a status that `validateStatus` refuses; the body is at `error.response.data`. */
export const axiosClient: ClientModel = {
  name: 'axios',
  packages: ['axios'],
  globals: {},
  exports: {
    default: 'client',
    '*': 'client',
    axios: 'client',
    Axios: 'class',
    AxiosError: 'error-class',
    isAxiosError: 'guard',
    create: 'create',
  },
  types: {
    AxiosError: 'error',
    AxiosResponse: 'response',
    AxiosInstance: 'client',
    AxiosStatic: 'client',
    Axios: 'client',
  },
  places: {
    client: {
      made: 'instance',
      call: { ok: RESPONSE, bad: { place: 'error' } },
      members: {
        ...Object.fromEntries(VERBS.map(verb => [verb, { place: 'method' }])),
        create: { place: 'create' },
        isAxiosError: { place: 'guard' },
        isCancel: { place: 'predicate' },
        AxiosError: { place: 'error-class' },
        default: { place: 'client' },
        defaults: 'plain',
        interceptors: { place: 'interceptors' },
      },
    },
    class: { construct: { place: 'client' } },
    create: { call: { place: 'client' } },
    predicate: { call: 'plain' },
    guard: { call: 'plain', guards: 'error' },
    method: { call: { ok: RESPONSE, bad: { place: 'error' } } },
    'error-class': { construct: { place: 'error' }, members: { isAxiosError: { place: 'guard' } } },
    error: {
      error: true,
      closed: true,
      codeRead: '.response?.data?.code',
      members: {
        response: { place: 'response' },
        message: 'transport',
        code: 'plain',
        status: 'plain',
        name: 'plain',
        stack: 'plain',
        config: 'plain',
        request: 'plain',
        isAxiosError: 'plain',
        toJSON: 'plain',
        cause: 'plain',
      },
    },
    response: {
      closed: true,
      codeRead: '.data?.code',
      members: {
        data: 'body',
        status: 'plain',
        statusText: 'transport',
        headers: 'plain',
        config: 'plain',
        request: 'plain',
      },
    },
    'ok-response': {
      closed: true,
      members: {
        data: 'ok-body',
        status: 'plain',
        statusText: 'transport',
        headers: 'plain',
        config: 'plain',
        request: 'plain',
      },
    },
    interceptors: { members: { response: { place: 'manager' }, request: 'plain' } },
    manager: { members: { use: { place: 'use' } } },
    use: { call: 'plain', callbacks: { 0: [{ place: 'ok-response' }], 1: [{ place: 'error' }] } },
  },
  transport: [
    ...NETWORK_TEXTS,
    ...STATUS_TEXTS,
    'Request failed with status code {status:int}',
    'timeout of {ms:int}ms exceeded',
    'timeout exceeded',
    'Request aborted',
    'Maximum number of redirects exceeded',
    'maxContentLength size of {size:int} exceeded',
  ],
  hooks: ['interceptors', 'transformResponse', 'responseType=text'],
  trips: [
    {
      at: { option: 'responseType', is: 'text' },
      fix: 'without `responseType`: an error is parsed then, and what is no JSON stays a text',
    },
  ],
  settlesEither: true,
  problemJson: { outcome: 'parsed' },
}
