import { describe, expect, it } from 'vitest'
import { asksOAuth } from '../../src/decide/oauth-error.ts'

// As the standards have them: RFC 6749 4.1.2.1 and 5.2, RFC 6750 3.1, RFC 7009 2.2.1, RFC 8628 3.5, RFC 8707 2, OpenID
// Connect Core 3.1.2.6.
const OF_THE_STANDARDS = `invalid_request invalid_client invalid_grant unauthorized_client unsupported_grant_type
  invalid_scope access_denied unsupported_response_type server_error temporarily_unavailable invalid_token
  insufficient_scope unsupported_token_type authorization_pending slow_down expired_token invalid_target
  login_required consent_required interaction_required account_selection_required`.split(/\s+/)

describe('a code of OAuth is asked for', () => {
  it.each(OF_THE_STANDARDS)('%s', code => {
    expect(asksOAuth(['error'], { kind: 'equals', text: code })).toBe(true)
    expect(asksOAuth(['error'], { kind: 'contains', text: code })).toBe(true)
    expect(asksOAuth(['error'], { kind: 'one-of', texts: ['loan_not_found', code] })).toBe(true)
  })

  it('only in the member error of the body itself, by a test that names it', () => {
    const test = { kind: 'equals', text: 'invalid_grant' } as const
    expect(asksOAuth(['message'], test)).toBe(false)
    expect(asksOAuth(['error', 'message'], test)).toBe(false)
    expect(asksOAuth(['error', 'error'], test)).toBe(false)
    expect(asksOAuth([], test)).toBe(false)
    expect(asksOAuth(null, test)).toBe(false)
    expect(asksOAuth(['error'], { kind: 'starts', text: 'invalid_grant' })).toBe(false)
    expect(asksOAuth(['error'], { kind: 'equals', text: 'loan_not_found' })).toBe(false)
    expect(asksOAuth(['error'], { kind: 'equals', text: '' })).toBe(false)
    expect(asksOAuth(['error'], { kind: 'one-of', texts: ['loan_not_found', ''] })).toBe(false)
    expect(asksOAuth(['error'], { kind: 'one-of', texts: [] })).toBe(false)
  })
})
