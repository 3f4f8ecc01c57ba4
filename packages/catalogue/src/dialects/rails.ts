import type { Dialect } from './dialect.ts'

/** Rails: `{ status, error }`, or Active Model's errors as a map or as full sentences. */
export const RAILS: Dialect = {
  name: 'rails',
  about: "Rails: `{ status, error }`, or Active Model's errors as a map or as full sentences.",
  kinds: ['json'],
  isLoose: true,
  signatures: [
    [
      { at: 'status', is: 'status' },
      { at: 'error', is: 'phrase' },
    ],
    [{ at: 'errors.base', is: 'list' }],
    [{ at: 'base', is: 'texts' }],
  ],
  places: {
    message: ['message', 'errors', 'error'],
    status: ['status'],
    fields: [{ at: 'errors{}[]' }, { at: 'errors[]' }],
  },
}
