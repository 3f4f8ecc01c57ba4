import type { Dialect } from './dialect.ts'

/** RuleForge: `{ code, message, detail, hint, details: { errors: [{ loc, msg }] }, debug_id }`. */
export const RULEFORGE: Dialect = {
  name: 'ruleforge',
  about: 'RuleForge: `{ code, message, detail, hint, details: { errors: [{ loc, msg }] }, debug_id }`.',
  kinds: ['json'],
  signatures: [
    [
      { at: 'code', is: 'token' },
      { at: 'message', is: 'text' },
      { at: 'debug_id', is: 'text' },
    ],
    [
      { at: 'code', is: 'token' },
      { at: 'message', is: 'text' },
      { at: 'hint', is: 'text' },
    ],
  ],
  places: {
    message: ['message', 'detail'],
    code: ['code'],
    trace: ['debug_id', 'request_id'],
    hint: ['hint'],
    retry: ['details.retry_after'],
    fields: [{ at: 'details.errors[]', path: ['loc'], message: ['msg'], code: ['type'] }],
  },
}
