import type { Dialect } from './dialect.ts'

/** A sentence as the whole body, whatever the label says. */
export const PLAIN_TEXT: Dialect = {
  name: 'plain-text',
  about: 'A sentence as the whole body, whatever the label says.',
  kinds: ['text'],
  signatures: [[]],
  places: { message: [''] },
}
