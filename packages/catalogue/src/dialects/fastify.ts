import type { Dialect } from './dialect.ts'

/** Fastify's own answer: `{ statusCode, code, error, message }`, with validation errors inside the sentence. */
export const FASTIFY: Dialect = {
  name: 'fastify',
  about: "Fastify's own answer: `{ statusCode, code, error, message }`, with validation errors inside the sentence.",
  kinds: ['json'],
  signatures: [
    [
      { at: '', order: ['statusCode', 'error', 'message'] },
      { at: 'statusCode', is: 'status' },
      { at: 'error', is: 'phrase' },
      { at: 'message', is: 'text' },
    ],
    [
      { at: '', order: ['error', 'message', 'statusCode'] },
      { at: 'statusCode', is: 'status' },
      { at: 'error', is: 'phrase' },
      { at: 'message', is: 'text' },
    ],
    [
      { at: 'statusCode', is: 'status' },
      { at: 'message', matches: /^Route [A-Z]+:/ },
    ],
  ],
  places: {
    message: ['message'],
    code: ['code'],
    status: ['statusCode'],
    phrase: ['error'],
    fields: [{ at: 'validation[]', path: ['instancePath'], message: ['message'], code: ['keyword'] }],
  },
}
