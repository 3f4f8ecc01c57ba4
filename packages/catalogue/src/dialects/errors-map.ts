import type { Dialect } from './dialect.ts'

/** `{ errors: { field: [...] } }`, or with one sentence for each field. */
export const ERRORS_MAP: Dialect = {
  name: 'errors-map',
  about: '`{ errors: { field: [...] } }`, or with one sentence for each field.',
  kinds: ['json'],
  isLoose: true,
  signatures: [[{ at: 'errors', is: 'map' }]],
  places: {
    message: ['message'],
    code: ['code'],
    trace: ['requestId', 'request_id', 'traceId'],
    fields: [{ at: 'errors{}[]' }, { at: 'errors{}' }],
  },
}
