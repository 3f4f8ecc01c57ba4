import type { Dialect } from './dialect.ts'

/** JSON:API: `{ errors: [{ status, code, title, detail, source }] }`. */
export const JSON_API: Dialect = {
  name: 'json-api',
  about: 'JSON:API: `{ errors: [{ status, code, title, detail, source }] }`.',
  kinds: ['json'],
  signatures: [
    [
      { at: 'errors[].detail', is: 'text' },
      { at: 'errors[].status', is: 'text' },
    ],
    [
      { at: 'errors[].source', is: 'object' },
      { at: 'errors[].title', is: 'text' },
    ],
    [{ at: 'errors[].source.pointer', is: 'text' }],
    [{ at: 'errors[].source.parameter', is: 'text' }],
  ],
  places: {
    message: ['errors[].detail', 'errors[].title'],
    code: ['errors[].code'],
    status: ['errors[].status'],
    docs: ['errors[].links.about', 'errors[].links.about.href', 'errors[].links.type'],
    fields: [
      {
        at: 'errors[]',
        path: ['source.pointer', 'source.parameter', 'source.header'],
        message: ['detail', 'title'],
        code: ['code'],
      },
    ],
  },
}
