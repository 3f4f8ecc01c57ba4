import type { TextTest } from '@problemshift/catalogue'

// RFC 6749 (4.1.2.1, 5.2), RFC 6750, RFC 7009, RFC 8628 and OpenID Connect Core 3.1.2.6.
const CODES = new Set([
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'invalid_scope',
  'invalid_token',
  'invalid_target',
  'unauthorized_client',
  'unsupported_grant_type',
  'unsupported_response_type',
  'unsupported_token_type',
  'access_denied',
  'server_error',
  'temporarily_unavailable',
  'insufficient_scope',
  'authorization_pending',
  'slow_down',
  'expired_token',
  'login_required',
  'consent_required',
  'interaction_required',
  'account_selection_required',
])

/** Whether a test asks the member `error` of a body for a code of OAuth: a token endpoint keeps its v1 answers. */
export function asksOAuth(path: readonly (string | number)[] | null, test: TextTest): boolean {
  if (path === null || path.length !== 1 || path[0] !== 'error') return false
  if (test.kind === 'equals' || test.kind === 'contains') return CODES.has(test.text)
  return test.kind === 'one-of' && test.texts.some(text => CODES.has(text))
}
