import type { LegacyBody } from '../wire.ts'
import { isMembers, memberOf } from './plain-object.ts'

/** A SCIM message: known by its schemas, also as plain JSON (RFC 7644, section 3.12). */
export function isScim(body: LegacyBody): boolean {
  if (!isMembers(body.json)) return false
  const schemas = memberOf(body.json, 'schemas')
  const names: unknown[] = Array.isArray(schemas) ? schemas.slice(0, 100) : [schemas]
  return names.some(name => typeof name === 'string' && /^urn:(?:ietf:params:)?scim:/i.test(name))
}
