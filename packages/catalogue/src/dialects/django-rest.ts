import type { Dialect } from './dialect.ts'

/** Django REST framework: the body itself maps fields to sentences; `non_field_errors` is the whole input. */
export const DJANGO_REST: Dialect = {
  name: 'django-rest',
  about: 'Django REST framework: the body itself maps fields to sentences; `non_field_errors` is the whole input.',
  kinds: ['json'],
  isLoose: true,
  signatures: [
    [{ at: 'non_field_errors', is: 'texts' }],
    [
      { at: '', is: 'map of lists' },
      { at: 'message', is: 'absent' },
      { at: 'error', is: 'absent' },
      { at: 'errors', is: 'absent' },
      { at: 'detail', is: ['absent', 'texts'] },
      { at: 'code', is: 'absent' },
    ],
  ],
  places: { message: ['detail'], fields: [{ at: '{}[]' }] },
}
