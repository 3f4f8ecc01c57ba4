import type { Dialect } from './dialect.ts'

/** `{ message }`, with a code or a trace id beside it at most. */
export const MESSAGE_ONLY: Dialect = {
  name: 'message-only',
  about: '`{ message }`, with a code or a trace id beside it at most.',
  kinds: ['json'],
  isLoose: true,
  signatures: [[{ at: 'message', is: 'text' }]],
  places: {
    message: ['message'],
    code: ['code', 'errorCode', 'error_code', 'type'],
    trace: ['requestId', 'request_id', 'traceId', 'trace_id', 'correlationId'],
    docs: ['documentation_url', 'docUrl', 'link'],
    hint: ['hint'],
    retry: ['retryAfter', 'retry_after'],
  },
}
