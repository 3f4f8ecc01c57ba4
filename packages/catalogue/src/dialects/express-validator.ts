import type { Dialect } from './dialect.ts'

/** express-validator: `{ errors: [{ msg, path, location }] }`, version 6 with `param`. */
export const EXPRESS_VALIDATOR: Dialect = {
  name: 'express-validator',
  about: 'express-validator: `{ errors: [{ msg, path, location }] }`, version 6 with `param`.',
  kinds: ['json'],
  signatures: [
    [
      { at: 'errors[].msg', is: 'text' },
      { at: 'errors[].location', is: 'text' },
    ],
    [
      { at: 'errors[].msg', is: 'text' },
      { at: 'errors[].type', oneOf: ['field', 'alternative', 'alternative_grouped', 'unknown_fields'] },
    ],
    [{ at: 'errors{}.msg', is: 'text' }],
  ],
  places: {
    message: [],
    code: [],
    fields: [
      { at: 'errors[]', path: ['path', 'param'], message: ['msg'], scope: ['location'] },
      { at: 'errors{}', message: ['msg'] },
    ],
  },
}
