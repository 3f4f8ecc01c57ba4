import type { Dialect } from './dialect.ts'

/** ContraForce's v2 body: `{ type, title, status, detail, code, requestId, errors: { path: [...] } }`. */
export const CONTRAFORCE: Dialect = {
  name: 'contraforce',
  about: "ContraForce's v2 body: `{ type, title, status, detail, code, requestId, errors: { path: [...] } }`.",
  kinds: ['json'],
  signatures: [
    [
      { at: 'type', is: 'text' },
      { at: 'title', is: 'text' },
      { at: 'status', is: 'status' },
      { at: 'code', is: 'token' },
      { at: 'requestId', is: 'text' },
    ],
  ],
  places: {
    message: ['detail', 'title'],
    code: ['code'],
    status: ['status'],
    trace: ['requestId'],
    docs: ['type'],
    fields: [{ at: 'errors{}[]' }],
  },
}
