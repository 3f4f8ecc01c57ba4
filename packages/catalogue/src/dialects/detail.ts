import type { Dialect } from './dialect.ts'

/** `{ detail }` as a sentence or an object. */
export const DETAIL: Dialect = {
  name: 'detail',
  about: '`{ detail }` as a sentence or an object.',
  kinds: ['json'],
  isLoose: true,
  signatures: [
    [{ at: 'detail', is: 'text' }],
    [
      { at: 'detail', is: 'object' },
      { at: 'detail.message', is: 'text' },
    ],
  ],
  places: {
    message: ['detail.message', 'detail.msg', 'detail', 'title'],
    code: ['detail.code', 'code'],
    trace: ['request_id', 'requestId', 'traceId'],
    hint: ['hint'],
  },
}
