import type { LegacyBody } from '../wire.ts'
import { isMembers } from './plain-object.ts'

/** A problem document that is one: the media type alone may lie. */
export function isProblem(body: LegacyBody): boolean {
  if (body.media === 'application/problem+json') return isMembers(body.json) && body.repaired === undefined
  return body.media === 'application/problem+xml' && body.kind === 'xml'
}
