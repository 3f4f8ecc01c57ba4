import type { LegacyBody, RequestFacts } from '../wire.ts'
import { hasOnly, isMembers, memberOf } from './plain-object.ts'

// RFC 6749 section 5.2, and what Entra ID and others add.
const MEMBERS = new Set(
  'error error_description error_uri error_codes error_subcode suberror timestamp trace_id correlation_id claims state iss interval realm error_hint error_debug status_code'.split(
    ' ',
  ),
)
const ENDPOINT =
  /\/(?:access_?token|token|introspect(?:ion)?|revoke|revocation|token_?info|device_?authorization|device\/code|devicecode|par|bc-authorize)(?:\.[a-z0-9]{1,8})?\/?$/i
const GUARDED =
  /(?:\/|^)(?:oauth2?|oidc|openid-connect|connect|as|auth)(?:\/[^/]{1,60}){0,4}\/(?:authorize|device|register|userinfo|token)\/?$/i
const CODE = /^[a-z][a-z0-9_.-]{2,60}$/

/** An OAuth 2.0 error where OAuth clients read it: on a token endpoint. The same members on a resource are no such error. */
export function isOAuth(body: LegacyBody, request: RequestFacts | null): boolean {
  if (request === null || !isMembers(body.json)) return false
  const code = memberOf(body.json, 'error')
  if (typeof code !== 'string' || !CODE.test(code) || !hasOnly(body.json, MEMBERS)) return false
  return ENDPOINT.test(request.path) || GUARDED.test(request.path) || (request.body?.includes('grant_type') ?? false)
}
