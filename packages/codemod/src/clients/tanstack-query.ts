import type { ClientModel, Given, Handed, Ref } from './client.ts'

const QUERY = [[0, 'queryFn'], [1], [1, 'queryFn'], [2, 'queryFn']] as const
const MUTATION = [[0, 'mutationFn'], [0], [1, 'mutationFn'], [1]] as const
const failureOf = (handed: Handed['handed']): Ref => ({ handed, gives: 'bad' })
const resultOf = (handed: Handed['handed']): Ref => ({ handed, gives: 'ok' })
const orNothing = (...any: readonly Ref[]): Ref => ({ any: [...any, 'absent'] })
const handlers = (handed: Handed['handed']): Readonly<Record<string, Given>> => ({
  onError: [failureOf(handed)],
  onSuccess: [resultOf(handed)],
  onSettled: [orNothing(resultOf(handed)), orNothing(failureOf(handed))],
  throwOnError: [failureOf(handed)],
  useErrorBoundary: [failureOf(handed)],
  retry: ['plain', failureOf(handed)],
  retryDelay: ['plain', failureOf(handed)],
})

/** TanStack Query: a carrier. What a query fails with is what its `queryFn` rejects with. */
export const tanstackQueryClient: ClientModel = {
  name: 'TanStack Query',
  packages: ['@tanstack/react-query', '@tanstack/preact-query', '@tanstack/query-core', 'react-query'],
  globals: {},
  exports: {
    useQuery: 'use-query',
    useSuspenseQuery: 'use-query',
    useInfiniteQuery: 'use-query',
    useSuspenseInfiniteQuery: 'use-query',
    useMutation: 'use-mutation',
    useQueryClient: 'make-client',
    QueryClient: 'client-class',
    queryOptions: 'options',
    mutationOptions: 'options',
    infiniteQueryOptions: 'options',
  },
  types: { QueryClient: 'client' },
  places: {
    options: { call: { handed: [[0]], gives: 'itself', to: 'here' }, options: handlers(QUERY) },
    'use-query': { call: { place: 'query' }, options: handlers(QUERY) },
    query: {
      made: 'request',
      members: {
        error: orNothing(failureOf(QUERY)),
        failureReason: orNothing(failureOf(QUERY)),
        data: orNothing(resultOf(QUERY)),
        isError: 'plain',
        isPending: 'plain',
        isLoading: 'plain',
        isFetching: 'plain',
        isSuccess: 'plain',
        status: 'plain',
        failureCount: 'plain',
        refetch: { place: 'refetch' },
      },
    },
    refetch: { call: { ok: { place: 'query' }, bad: failureOf(QUERY) } },
    'use-mutation': { call: { place: 'mutation' }, options: handlers(MUTATION) },
    mutation: {
      made: 'request',
      members: {
        error: orNothing(failureOf(MUTATION)),
        failureReason: orNothing(failureOf(MUTATION)),
        data: orNothing(resultOf(MUTATION)),
        isError: 'plain',
        isPending: 'plain',
        isLoading: 'plain',
        isSuccess: 'plain',
        isIdle: 'plain',
        status: 'plain',
        mutate: { place: 'mutate' },
        mutateAsync: { place: 'mutate-async' },
        reset: { place: 'silent' },
      },
    },
    mutate: { call: 'plain', options: handlers(MUTATION) },
    'mutate-async': { call: { ok: resultOf(MUTATION), bad: failureOf(MUTATION) }, options: handlers(MUTATION) },
    silent: { call: 'plain' },
    'client-class': { construct: { place: 'client' } },
    'make-client': { call: { place: 'client' } },
    client: {
      members: {
        fetchQuery: { place: 'fetch-query' },
        ensureQueryData: { place: 'fetch-query' },
        fetchInfiniteQuery: { place: 'fetch-query' },
        prefetchQuery: { place: 'silent' },
        invalidateQueries: { place: 'silent' },
        refetchQueries: { place: 'silent' },
        removeQueries: { place: 'silent' },
        cancelQueries: { place: 'silent' },
        setQueryData: { place: 'silent' },
        clear: { place: 'silent' },
      },
    },
    'fetch-query': { call: { ok: resultOf(QUERY), bad: failureOf(QUERY) } },
  },
  transport: [],
  hooks: [],
  problemJson: { outcome: 'parsed' },
}
