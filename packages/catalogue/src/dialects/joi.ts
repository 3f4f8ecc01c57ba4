import type { Dialect } from './dialect.ts'

/** Joi, celebrate and hapi: `{ details: [{ message, path, type }] }` or `{ validation: { source, keys } }`. */
export const JOI: Dialect = {
  name: 'joi',
  about: 'Joi, celebrate and hapi: `{ details: [{ message, path, type }] }` or `{ validation: { source, keys } }`.',
  kinds: ['json'],
  signatures: [
    [
      { at: 'details[].path', is: 'list' },
      { at: 'details[].type', matches: /^[a-z]+\.[\w.]+$/ },
    ],
    [{ at: 'validation.source', is: 'text' }],
    [{ at: 'validation{}.source', is: 'text' }],
    [{ at: 'details{}[].type', matches: /^[a-z]+\.[\w.]+$/ }],
  ],
  places: {
    message: ['message'],
    code: ['code'],
    fields: [{ at: 'details[]', path: ['path'], message: ['message'], code: ['type'] }, { at: 'details{}[]' }],
  },
}
