import type { Dialect } from './dialect.ts'

/** Google's AIP-193: `{ error: { code, message, status, details } }`. */
export const GOOGLE_AIP_193: Dialect = {
  name: 'google-aip-193',
  about: "Google's AIP-193: `{ error: { code, message, status, details } }`.",
  kinds: ['json'],
  signatures: [
    [
      { at: 'error.code', is: 'number' },
      { at: 'error.message', is: 'text' },
      { at: 'error.status', matches: /^[A-Z_]+$/ },
    ],
    [{ at: 'error.details[].@type', is: 'text' }],
  ],
  places: {
    message: ['error.message'],
    code: ['error.details[].reason', 'error.status'],
    category: ['error.status'],
    status: ['error.code'],
    trace: ['error.details[].requestId'],
    retry: ['error.details[].retryDelay'],
    fields: [{ at: 'error.details[].fieldViolations[]', path: ['field'], message: ['description'], code: ['reason'] }],
  },
}
