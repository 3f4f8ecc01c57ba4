import { type ClientModel, NETWORK_TEXTS, type Ref } from './client.ts'

const BASE = { handed: [[0, 'baseQuery']], to: 'instance', gives: 'ok' } as const
const FAILURE: Ref = { any: [{ ...BASE, members: ['error'] }, { place: 'serialised' }] }
const ERROR: Ref = { any: [FAILURE, 'absent'] }
const DATA: Ref = { any: [{ ...BASE, members: ['data'] }, 'absent'] }
const API = {
  members: {
    endpoints: { place: 'endpoints' },
    injectEndpoints: { place: 'inject' },
    enhanceEndpoints: { place: 'inject' },
  },
  named: [
    { pattern: 'useLazy\\w+Query', ref: { place: 'use-lazy' } },
    { pattern: 'use\\w+(?:Query|QueryState|QuerySubscription)', ref: { place: 'use-query' } },
    { pattern: 'use\\w+Mutation', ref: { place: 'use-lazy' } },
  ],
} as const

/** RTK Query: what a hook or `unwrap()` fails with is the `error` of what the base query resolves with. */
export const rtkQueryClient: ClientModel = {
  name: 'RTK Query',
  packages: ['@reduxjs/toolkit/query', '@reduxjs/toolkit/query/react'],
  globals: {},
  exports: { fetchBaseQuery: 'create', createApi: 'create-api', retry: 'retry' },
  types: { FetchBaseQueryError: 'error' },
  places: {
    create: { call: { place: 'query' } },
    // Tries a base query again: it gives what the last attempt gave.
    retry: {
      call: { handed: [[0]], gives: 'itself', to: 'here' },
      options: { retryCondition: [{ handed: [[0]], gives: 'ok', to: 'here', members: ['error'] }] },
    },
    query: { made: 'instance', call: { ok: { place: 'result' }, bad: { place: 'thrown' } } },
    result: {
      closed: true,
      members: { data: 'ok-body', error: { any: [{ place: 'error' }, 'absent'] }, meta: 'plain' },
    },
    error: {
      closed: true,
      members: { data: { any: ['body', 'raw'] }, status: 'plain', originalStatus: 'plain', error: 'transport' },
    },
    // What a base query throws reaches the hooks as name, message, stack and code.
    serialised: {
      closed: true,
      members: {
        message: { ...BASE, gives: 'bad', members: ['message'] },
        name: 'plain',
        code: 'plain',
        stack: 'plain',
      },
    },
    thrown: { error: true, closed: true, members: { message: 'transport', name: 'plain' } },
    'create-api': { call: { place: 'api' } },
    api: { made: 'instance', ...API },
    // The same API with more endpoints.
    'api-again': API,
    inject: { call: { place: 'api-again' } },
    endpoints: { named: [{ pattern: '\\w+', ref: { place: 'endpoint' } }] },
    endpoint: {
      members: {
        initiate: { place: 'trigger' },
        useQuery: { place: 'use-query' },
        useMutation: { place: 'use-lazy' },
        useLazyQuery: { place: 'use-lazy' },
      },
    },
    'use-query': { call: { place: 'query-result' } },
    'use-lazy': { call: { place: 'pair' } },
    pair: { members: { 0: { place: 'trigger' }, 1: { place: 'query-result' } } },
    'query-result': {
      members: {
        error: ERROR,
        data: DATA,
        isError: 'plain',
        isLoading: 'plain',
        isFetching: 'plain',
        isSuccess: 'plain',
      },
    },
    trigger: {
      call: { ok: { place: 'settled' }, bad: 'plain' },
      methods: { unwrap: { ok: { ...BASE, members: ['data'] }, bad: FAILURE } },
    },
    settled: { members: { error: ERROR, data: DATA } },
  },
  transport: [...NETWORK_TEXTS, 'Unexpected end of JSON input'],
  hooks: ['responseHandler', 'transformErrorResponse', 'queryFn'],
  trips: [
    {
      at: { option: 'responseHandler', is: 'content-type' },
      fix: "responseHandler: response => (/json/.test(response.headers.get('content-type') ?? '') ? response.json() : response.text())",
    },
  ],
  problemJson: { outcome: 'parsed' },
}
