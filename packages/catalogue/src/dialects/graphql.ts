import type { Dialect } from './dialect.ts'

/** GraphQL: `{ errors: [{ message, path, extensions: { code } }] }`, mostly with status 200. */
export const GRAPHQL: Dialect = {
  name: 'graphql',
  about: 'GraphQL: `{ errors: [{ message, path, extensions: { code } }] }`, mostly with status 200.',
  kinds: ['json'],
  signatures: [
    [
      { at: 'errors[].message', is: 'text' },
      { at: 'errors[].locations', is: 'list' },
    ],
    [
      { at: 'errors[].message', is: 'text' },
      { at: 'errors[].extensions', is: 'object' },
    ],
  ],
  places: {
    message: ['errors[].message'],
    code: ['errors[].extensions.code'],
    category: ['errors[].extensions.classification', 'errors[].extensions.category'],
  },
}
