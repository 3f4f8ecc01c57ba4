import type { Dialect } from './dialect.ts'

/** Zod 3 and 4: `issues`, `flatten()`, `format()`, `treeifyError()`, or the issues as a JSON text in `message`. */
export const ZOD: Dialect = {
  name: 'zod',
  about: 'Zod 3 and 4: `issues`, `flatten()`, `format()`, `treeifyError()`, or the issues as a JSON text in `message`.',
  kinds: ['json'],
  signatures: [
    [
      { at: 'issues[].path', is: 'list' },
      { at: 'issues[].code', is: 'text' },
    ],
    [{ at: 'error.issues[].path', is: 'list' }],
    [
      { at: 'errors[].path', is: 'list' },
      { at: 'errors[].code', is: 'token' },
    ],
    [
      { at: '[].path', is: 'list' },
      { at: '[].code', is: 'token' },
    ],
    [{ at: 'fieldErrors', is: 'object' }],
    [{ at: 'error.fieldErrors', is: 'object' }],
    [{ at: 'error.name', oneOf: ['ZodError', '$ZodError'] }],
    [{ at: 'message', matches: /^\[\s*\{/ }],
    [{ at: '_errors', is: 'list' }],
    [
      { at: 'properties', is: 'object' },
      { at: 'errors', is: 'list' },
    ],
  ],
  places: {
    message: ['message'],
    code: ['code'],
    fields: [
      { at: 'issues[]', path: ['path'], message: ['message'], code: ['code'] },
      { at: 'error.issues[]', path: ['path'], message: ['message'], code: ['code'] },
      { at: 'errors[]', path: ['path'], message: ['message'], code: ['code'] },
      { at: '[]', path: ['path'], message: ['message'], code: ['code'] },
    ],
  },
}
