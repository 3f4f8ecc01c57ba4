import type { ClientModel, Given, Ref } from './client.ts'

const FETCHER = [[1], [1, 'fetcher'], [2, 'fetcher']] as const
const FAILURE: Ref = { handed: FETCHER, gives: 'bad' }
const VALUE: Ref = { handed: FETCHER, gives: 'ok' }
const HANDLERS: Readonly<Record<string, Given>> = {
  onError: [FAILURE, 'plain'],
  onErrorRetry: [FAILURE, 'plain'],
  shouldRetryOnError: [FAILURE],
  onSuccess: [VALUE, 'plain'],
}
const RESULT = {
  error: { any: [FAILURE, 'absent'] },
  data: { any: [VALUE, 'absent'] },
  isLoading: 'plain',
  isValidating: 'plain',
  isMutating: 'plain',
} as const

/** SWR: a carrier. What `useSWR` fails with is what its fetcher rejects with; one of `SWRConfig` is not followed. */
export const swrClient: ClientModel = {
  name: 'SWR',
  packages: ['swr', 'swr/immutable', 'swr/infinite'],
  globals: {},
  exports: { default: 'use' },
  types: {},
  places: {
    use: { call: { place: 'result' }, options: HANDLERS },
    result: { made: 'request', members: RESULT },
  },
  transport: [],
  hooks: [],
  problemJson: { outcome: 'parsed' },
}

/** SWR's mutations: `trigger` rejects with what the fetcher rejects with. */
export const swrMutationClient: ClientModel = {
  name: 'SWR mutation',
  packages: ['swr/mutation'],
  globals: {},
  exports: { default: 'use' },
  types: {},
  places: {
    use: { call: { place: 'result' }, options: HANDLERS },
    result: { made: 'request', members: { ...RESULT, trigger: { place: 'trigger' }, reset: { place: 'silent' } } },
    trigger: { call: { ok: VALUE, bad: FAILURE }, options: HANDLERS },
    silent: { call: 'plain' },
  },
  transport: [],
  hooks: [],
  problemJson: { outcome: 'parsed' },
}
