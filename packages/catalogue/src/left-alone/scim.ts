import type { LegacyBody } from '../wire.ts'
import { isMembers, memberOf } from './plain-object.ts'

/** A SCIM message: known by its schemas, also as plain JSON (RFC 7644, section 3.12). */
export function isScim(body: LegacyBody): boolean {
  if (!isMembers(body.json)) return false
  const schemas = memberOf(body.json, 'schemas')
  if (!Array.isArray(schemas)) return false
  return schemas.some(schema => typeof schema === 'string' && /^urn:(?:ietf:params:)?scim:/i.test(schema))
}
