import type { ClientModel, Ref } from './client.ts'

const FAILURE: Ref = { handed: [[0]], gives: 'bad', to: 'here' }

/** axios-retry: a carrier. What it asks about is what the instance that it is handed rejects with. */
export const axiosRetryClient: ClientModel = {
  name: 'axios-retry',
  packages: ['axios-retry'],
  globals: {},
  exports: { default: 'attach' },
  types: {},
  places: {
    attach: {
      call: 'plain',
      options: {
        retryCondition: [FAILURE],
        retryDelay: ['plain', FAILURE],
        onRetry: ['plain', FAILURE],
        onMaxRetryTimesExceeded: [FAILURE, 'plain'],
      },
      members: {
        isNetworkError: { place: 'asks' },
        isRetryableError: { place: 'asks' },
        isSafeRequestError: { place: 'asks' },
        isIdempotentRequestError: { place: 'asks' },
        isNetworkOrIdempotentRequestError: { place: 'asks' },
        exponentialDelay: { place: 'asks' },
        linearDelay: { place: 'asks' },
      },
    },
    asks: { call: 'plain' },
  },
  transport: [],
  hooks: [],
  problemJson: { outcome: 'parsed' },
}
