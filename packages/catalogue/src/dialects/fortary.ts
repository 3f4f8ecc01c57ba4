import type { Dialect } from './dialect.ts'

/** Fortary: `{ error: { type, code, message, details, correlationId, docUrl } }`. */
export const FORTARY: Dialect = {
  name: 'fortary',
  about: 'Fortary: `{ error: { type, code, message, details, correlationId, docUrl } }`.',
  kinds: ['json'],
  signatures: [
    [
      { at: 'error.code', is: 'token' },
      { at: 'error.message', is: 'text' },
      { at: 'error.correlationId', is: 'text' },
    ],
    [
      { at: 'error.code', is: 'token' },
      { at: 'error.type', is: 'token' },
      { at: 'error.docUrl', is: 'text' },
    ],
  ],
  places: {
    message: ['error.message'],
    code: ['error.code'],
    category: ['error.type'],
    trace: ['error.correlationId'],
    docs: ['error.docUrl'],
    fields: [{ at: 'error.details', path: ['field'] }],
  },
}
