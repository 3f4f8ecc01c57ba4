import { type ClientModel, NETWORK_TEXTS } from './client.ts'

/**
 * RTK Query's `fetchBaseQuery`, where it is called: it resolves with `{ data, error }`. The hooks that `createApi` makes
 * have made-up names and are not followed.
 */
export const rtkQueryClient: ClientModel = {
  name: 'RTK Query',
  packages: ['@reduxjs/toolkit/query', '@reduxjs/toolkit/query/react'],
  globals: {},
  exports: { fetchBaseQuery: 'create' },
  types: { FetchBaseQueryError: 'error' },
  places: {
    create: { call: { place: 'query' } },
    query: { call: { ok: { place: 'result' }, bad: { place: 'thrown' } } },
    result: { closed: true, members: { data: 'ok-body', error: { place: 'error' }, meta: 'plain' } },
    error: {
      closed: true,
      members: { data: 'body', status: 'plain', originalStatus: 'plain', error: 'transport' },
    },
    thrown: { error: true, closed: true, members: { message: 'transport', name: 'plain' } },
  },
  transport: [...NETWORK_TEXTS, 'Unexpected end of JSON input'],
  hooks: ['responseHandler', 'transformErrorResponse'],
  problemJson: { outcome: 'parsed' },
}
