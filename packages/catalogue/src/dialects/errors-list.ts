import type { Dialect } from './dialect.ts'

/** `{ errors: [...] }`: sentences, or objects with a message. */
export const ERRORS_LIST: Dialect = {
  name: 'errors-list',
  about: '`{ errors: [...] }`: sentences, or objects with a message.',
  kinds: ['json'],
  isLoose: true,
  signatures: [
    [
      { at: 'errors', is: 'list' },
      { at: 'errors[]', is: ['object', 'text'] },
    ],
  ],
  places: {
    message: ['message', 'errors[].message', 'errors[].detail', 'errors[].title', 'errors[]'],
    code: ['code', 'errors[].code'],
    trace: ['requestId', 'request_id', 'traceId'],
    fields: [
      { at: 'errors[]', path: ['field', 'path', 'param'], message: ['message', 'msg', 'detail'], code: ['code'] },
    ],
  },
}
