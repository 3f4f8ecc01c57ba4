import type { Dialect } from './dialect.ts'

/** An error page: the sentence is what a person would read on it. */
export const HTML: Dialect = {
  name: 'html',
  about: 'An error page: the sentence is what a person would read on it.',
  kinds: ['html'],
  signatures: [[]],
  places: { message: [''] },
}
