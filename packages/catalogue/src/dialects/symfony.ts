import type { Dialect } from './dialect.ts'

/** Symfony and API Platform: `{ title, detail, violations: [{ propertyPath, title }] }`. */
export const SYMFONY: Dialect = {
  name: 'symfony',
  about: 'Symfony and API Platform: `{ title, detail, violations: [{ propertyPath, title }] }`.',
  kinds: ['json'],
  signatures: [
    [{ at: 'violations[].propertyPath', is: 'text' }],
    [
      { at: 'title', oneOf: ['An error occurred'] },
      { at: 'detail', is: 'text' },
    ],
    [
      { at: 'class', is: 'text' },
      { at: 'trace', is: 'list' },
    ],
  ],
  places: {
    message: ['detail', 'description', 'message'],
    status: ['status'],
    fields: [{ at: 'violations[]', path: ['propertyPath'], message: ['title', 'message'], code: ['type', 'code'] }],
  },
}
