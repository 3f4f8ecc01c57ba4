import type { Dialect } from './dialect.ts'

/** Ajv's error objects: `{ instancePath, keyword, params, message }`. */
export const AJV: Dialect = {
  name: 'ajv',
  about: "Ajv's error objects: `{ instancePath, keyword, params, message }`.",
  kinds: ['json'],
  signatures: [
    [
      { at: '[].keyword', is: 'token' },
      { at: '[].message', is: 'text' },
    ],
    [{ at: 'errors[].keyword', is: 'token' }],
    [{ at: 'validation[].keyword', is: 'token' }],
    [{ at: 'details[].keyword', is: 'token' }],
    [{ at: 'error.details[].keyword', is: 'token' }],
  ],
  places: {
    message: ['message'],
    fields: [
      { at: '[]', path: ['instancePath', 'dataPath'], message: ['message'], code: ['keyword'] },
      { at: 'errors[]', path: ['instancePath', 'dataPath'], message: ['message'], code: ['keyword'] },
      { at: 'details[]', path: ['instancePath', 'dataPath'], message: ['message'], code: ['keyword'] },
      { at: 'error.details[]', path: ['instancePath', 'dataPath'], message: ['message'], code: ['keyword'] },
    ],
  },
}
