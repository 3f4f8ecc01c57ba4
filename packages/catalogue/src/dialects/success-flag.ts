import type { Dialect } from './dialect.ts'

/** `{ success: false }` or `{ ok: false }`, often with status 200. */
export const SUCCESS_FLAG: Dialect = {
  name: 'success-flag',
  about: '`{ success: false }` or `{ ok: false }`, often with status 200.',
  kinds: ['json'],
  isLoose: true,
  signatures: [
    [{ at: 'success', is: 'false' }],
    [{ at: 'ok', is: 'false' }],
    [{ at: 'status', oneOf: ['error', 'fail', 'failed', 'failure'] }],
  ],
  places: {
    message: ['message', 'error.message', 'error_message', 'description', 'msg', 'errors[].message', 'error'],
    code: ['code', 'error.code', 'error_code', 'errors[].code', 'error'],
    trace: ['requestId', 'request_id', 'traceId'],
    retry: ['parameters.retry_after'],
    fields: [{ at: 'errors[]', path: ['field', 'path'], message: ['message'], code: ['code'] }, { at: 'data{}' }],
  },
}
