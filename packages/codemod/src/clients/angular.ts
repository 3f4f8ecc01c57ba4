import { type ClientModel, NETWORK_TEXTS, STATUS_TEXTS } from './client.ts'

/**
 * Angular's HttpClient, by its types alone: an observable is not followed, but a value that is declared or guarded as
 * `HttpErrorResponse` has the body at `error`. It is no Error.
 */
export const angularClient: ClientModel = {
  name: 'Angular HttpClient',
  packages: ['@angular/common/http'],
  globals: {},
  exports: { HttpErrorResponse: 'error-class' },
  types: { HttpErrorResponse: 'error' },
  places: {
    'error-class': { construct: { place: 'error' } },
    error: {
      closed: true,
      members: {
        error: { any: ['body', { place: 'network-error' }] },
        message: 'transport',
        name: 'plain',
        ok: 'plain',
        status: 'plain',
        statusText: 'transport',
        headers: 'plain',
        url: 'plain',
        type: 'plain',
      },
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
  problemJson: { outcome: 'parsed' },
}
