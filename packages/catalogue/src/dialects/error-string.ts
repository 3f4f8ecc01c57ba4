import type { Dialect } from './dialect.ts'

/** `{ error }` as a text: a sentence, or a code beside a sentence. */
export const ERROR_STRING: Dialect = {
  name: 'error-string',
  about: '`{ error }` as a text: a sentence, or a code beside a sentence.',
  kinds: ['json'],
  isLoose: true,
  signatures: [[{ at: 'error', is: 'text' }]],
  places: {
    message: ['message', 'error_description', 'description', 'reason', 'error'],
    code: ['code', 'error'],
    trace: ['requestId', 'request_id', 'traceId'],
    docs: ['error_uri'],
    hint: ['hint'],
  },
}
