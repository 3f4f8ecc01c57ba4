import type { Dialect } from './dialect.ts'

/** Causeloop: `{ error: { code, message, trace_id, details } }`. */
export const CAUSELOOP: Dialect = {
  name: 'causeloop',
  about: 'Causeloop: `{ error: { code, message, trace_id, details } }`.',
  kinds: ['json'],
  signatures: [
    [
      { at: 'error.code', is: 'token' },
      { at: 'error.message', is: 'text' },
      { at: 'error.trace_id', is: 'text' },
    ],
  ],
  places: {
    message: ['error.message'],
    code: ['error.code'],
    trace: ['error.trace_id'],
    fields: [{ at: 'error.details{}' }],
  },
}
