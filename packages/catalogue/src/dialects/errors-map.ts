import type { Dialect } from './dialect.ts'

/** `{ errors: { field: [...] } }`. */
export const ERRORS_MAP: Dialect = {
  name: 'errors-map',
  about: '`{ errors: { field: [...] } }`.',
  kinds: ['json'],
  isLoose: true,
  signatures: [[{ at: 'errors', is: 'map' }]],
  places: {
    message: ['message'],
    code: ['code'],
    trace: ['requestId', 'request_id', 'traceId'],
    fields: [{ at: 'errors{}[]' }],
  },
}
