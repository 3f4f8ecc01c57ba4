import type { Dialect } from './dialect.ts'

/** ASP.NET: `ModelState` or `errors` as a map from fields to sentences. */
export const ASPNET: Dialect = {
  name: 'aspnet',
  about: 'ASP.NET: `ModelState` or `errors` as a map from fields to sentences.',
  kinds: ['json'],
  signatures: [
    [{ at: 'ModelState', is: 'object' }],
    [{ at: 'modelState', is: 'object' }],
    [{ at: 'Message', is: 'text' }],
    [
      { at: 'title', is: 'text' },
      { at: 'errors', is: 'map' },
      { at: 'status', is: 'status' },
    ],
  ],
  places: {
    message: ['Message', 'detail', 'title'],
    status: ['status'],
    trace: ['traceId'],
    fields: [{ at: 'ModelState{}[]' }, { at: 'modelState{}[]' }, { at: 'errors{}[]' }],
  },
}
