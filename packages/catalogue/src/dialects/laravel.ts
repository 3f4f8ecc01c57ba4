import type { Dialect } from './dialect.ts'

/** Laravel: `{ message, errors }`, with `exception`, `file` and `trace` in debug mode. */
export const LARAVEL: Dialect = {
  name: 'laravel',
  about: 'Laravel: `{ message, errors }`, with `exception`, `file` and `trace` in debug mode.',
  kinds: ['json'],
  signatures: [
    [
      { at: 'message', is: 'text' },
      { at: 'errors', is: 'map' },
      { at: 'errors{}', is: 'texts' },
    ],
    [
      { at: 'message', is: 'text' },
      { at: 'exception', is: 'text' },
      { at: 'file', is: 'text' },
    ],
  ],
  places: { message: ['message'], fields: [{ at: 'errors{}[]' }] },
}
