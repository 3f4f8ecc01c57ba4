import { type ClientModel, NETWORK_TEXTS, type Ref, STATUS_TEXTS } from './client.ts'
import { OBSERVABLE } from './rxjs.ts'

const VERBS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'request', 'jsonp']
const FAILURE: Ref = { place: 'error' }
const ERROR_MEMBERS = {
  message: 'transport',
  name: 'plain',
  ok: 'plain',
  status: 'plain',
  statusText: 'transport',
  headers: 'plain',
  url: 'plain',
  type: 'plain',
} as const

/** Angular's HttpClient: an observable fails with `HttpErrorResponse`, which is no Error; the body is at `error`. */
export const angularClient: ClientModel = {
  name: 'Angular HttpClient',
  packages: ['@angular/common/http'],
  globals: {},
  exports: { HttpErrorResponse: 'error-class', HttpClient: 'client-class' },
  types: {
    HttpErrorResponse: 'error',
    HttpClient: 'client',
    HttpHandlerFn: 'next',
    HttpHandler: 'handler',
    HttpInterceptorFn: 'interceptor',
  },
  places: {
    'client-class': { construct: { place: 'client' } },
    client: { members: Object.fromEntries(VERBS.map(verb => [verb, { place: 'method' }])) },
    method: {
      call: {
        ok: { option: 'observe', is: 'response', chosen: { place: 'ok-response' }, otherwise: 'ok-body' },
        bad: FAILURE,
      },
      methods: OBSERVABLE,
    },
    'ok-response': { members: { body: 'ok-body', status: 'plain', statusText: 'transport', headers: 'plain' } },
    interceptor: { calledWith: [null, { place: 'next' }] },
    next: { beforeHooks: true, call: { ok: { place: 'ok-response' }, bad: FAILURE }, methods: OBSERVABLE },
    handler: { members: { handle: { place: 'next' } } },
    'error-class': { construct: FAILURE },
    error: {
      closed: true,
      codeRead: '.error?.code',
      answeredWhen: { status: 'answered-error' },
      members: { ...ERROR_MEMBERS, error: { any: ['body', { place: 'network-error' }] } },
    },
    'answered-error': {
      kindOf: 'error',
      closed: true,
      codeRead: '.error?.code',
      members: { ...ERROR_MEMBERS, error: 'body' },
    },
    // Without an answer it is the event, or what fetch threw.
    'network-error': { error: true, closed: true, members: { message: 'transport', name: 'plain', type: 'plain' } },
  },
  transport: [
    ...NETWORK_TEXTS,
    ...STATUS_TEXTS,
    'OK',
    'Unknown Error',
    "Http failure response for {url:word}: {status:int} {text:/[A-Za-z' -]+/}",
    'Http failure during parsing for {url:word}',
  ],
  hooks: ['new HttpErrorResponse'],
  chain: {
    functions: 'withInterceptors',
    classes: 'HTTP_INTERCEPTORS',
    method: 'intercept',
    next: { ofFunction: 'next', ofClass: 'handler' },
  },
  problemJson: { outcome: 'parsed' },
}
