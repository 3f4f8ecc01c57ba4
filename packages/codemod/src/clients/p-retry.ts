import type { ClientModel, Given, Ref } from './client.ts'

const SENT = [[0]] as const
const FAILURE: Ref = { handed: SENT, gives: 'bad' }
// Until version 6 a function gets the error itself, since version 7 what is known of the attempt.
const GIVEN: Given = [{ any: [{ handed: SENT, gives: 'bad', to: 'here' }, { place: 'attempt' }] }]

/** p-retry: a carrier. What it fails with is what the function rejects with that it calls again. */
export const pRetryClient: ClientModel = {
  name: 'p-retry',
  packages: ['p-retry'],
  globals: {},
  exports: { default: 'run' },
  types: {},
  places: {
    run: {
      call: { ok: { handed: SENT, gives: 'ok', to: 'here' }, bad: { handed: SENT, gives: 'bad', to: 'here' } },
      options: { onFailedAttempt: GIVEN, shouldRetry: GIVEN, shouldConsumeRetry: GIVEN },
    },
    attempt: {
      closed: true,
      members: { error: FAILURE, attemptNumber: 'plain', retriesLeft: 'plain', retriesConsumed: 'plain' },
    },
  },
  transport: [],
  hooks: [],
  problemJson: { outcome: 'parsed' },
}
