import type { Dialect } from './dialect.ts'

/** `{ error: { code, message } }`. */
export const NESTED_ERROR: Dialect = {
  name: 'nested-error',
  about: '`{ error: { code, message } }`.',
  kinds: ['json', 'xml'],
  isLoose: true,
  signatures: [
    [
      { at: 'error', is: 'object' },
      { at: 'error.message', is: 'text' },
    ],
    [
      { at: 'error', is: 'object' },
      { at: 'error.code', is: ['text', 'number'] },
    ],
  ],
  places: {
    message: ['error.message', 'error.description', 'error.detail'],
    code: ['error.code', 'error.type'],
    category: ['error.type'],
    trace: [
      'error.traceId',
      'error.trace_id',
      'error.requestId',
      'error.request_id',
      'requestId',
      'request_id',
      'traceId',
    ],
    docs: ['error.doc_url', 'error.docUrl', 'error.documentation_url'],
    hint: ['error.hint'],
    retry: ['error.retryAfter', 'error.retry_after'],
    fields: [
      { at: 'error.errors[]', path: ['field', 'path'], message: ['message'], code: ['code'] },
      { at: 'error.details[]', path: ['field', 'path', 'target'], message: ['message'], code: ['code'] },
      { at: 'error.details{}' },
      { at: 'error.errors{}' },
    ],
  },
}
