import type { Dialect } from './dialect.ts'

/** OData and Microsoft APIs: `{ error: { code, message, target, details, innererror } }`; in version 2 the message is `{ lang, value }`. */
export const ODATA: Dialect = {
  name: 'odata',
  about:
    'OData and Microsoft APIs: `{ error: { code, message, target, details, innererror } }`; in version 2 the message is `{ lang, value }`.',
  kinds: ['json'],
  signatures: [
    [
      { at: 'error.code', is: 'text' },
      { at: 'error.message.value', is: 'text' },
    ],
    [
      { at: 'error.code', is: 'text' },
      { at: 'error.innererror', is: 'object' },
    ],
    [
      { at: 'error.code', is: 'text' },
      { at: 'error.innerError', is: 'object' },
    ],
    [
      { at: 'error.code', is: 'text' },
      { at: 'error.details[].code', is: 'text' },
    ],
    [{ at: 'odata\\.error', is: 'object' }],
  ],
  places: {
    message: ['error.message.value', 'error.message'],
    code: ['error.code'],
    trace: ['error.innererror.transactionid', 'error.innerError.request-id'],
    fields: [{ at: 'error.details[]', path: ['target'], message: ['message'], code: ['code'] }],
  },
}
