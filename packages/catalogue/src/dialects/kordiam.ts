import type { Dialect } from './dialect.ts'

/** Kordiam's v2 body: `{ type, title, status, detail, traceId, errors: [{ scope, path, code, message }] }`. */
export const KORDIAM: Dialect = {
  name: 'kordiam',
  about: "Kordiam's v2 body: `{ type, title, status, detail, traceId, errors: [{ scope, path, code, message }] }`.",
  kinds: ['json'],
  signatures: [
    [
      { at: 'type', is: 'text' },
      { at: 'title', is: 'text' },
      { at: 'status', is: 'status' },
      { at: 'traceId', is: 'text' },
      { at: 'errors', is: ['absent', 'list'] },
    ],
  ],
  places: {
    message: ['detail', 'title'],
    code: ['code'],
    status: ['status'],
    trace: ['traceId'],
    docs: ['type'],
    fields: [{ at: 'errors[]', path: ['path'], message: ['message'], code: ['code'], scope: ['scope'] }],
  },
}
