import type { LegacyBody, RequestFacts } from '../wire.ts'
import { hasOnly, isMembers, type Members, memberOf } from './plain-object.ts'

const MEMBERS = new Set(['data', 'errors', 'extensions', 'hasNext', 'incremental', 'pending', 'label', 'path'])
const PATH = /\/(?:graphql|gql|graph)(?:\/|$)/i

/**
 * A GraphQL answer (GraphQL spec, section 7.1). Errors with `message` and `extensions` alone are no proof, as REST
 * servers (Directus) send them too: the path, or a place in the query, is.
 */
export function isGraphQL(body: LegacyBody, request: RequestFacts | null): boolean {
  const media = body.media
  if (media === 'application/graphql-response+json' || media === 'application/graphql+json') return true
  if (Array.isArray(body.json))
    return body.json.length > 0 && body.json.length <= 100 && body.json.every(one => isAnswer(one, request))
  return isAnswer(body.json, request)
}

function isAnswer(value: unknown, request: RequestFacts | null): boolean {
  if (!isMembers(value) || !hasOnly(value, MEMBERS)) return false
  const errors = memberOf(value, 'errors')
  if (!Array.isArray(errors) || errors.length === 0) return false
  const all = errors.slice(0, 100)
  if (!all.every(error => isMembers(error) && typeof memberOf(error, 'message') === 'string')) return false
  if (request !== null && PATH.test(request.path)) return true
  return all.some(
    error => isMembers(error) && (hasLocations(error) || (Object.hasOwn(value, 'data') && hasPlace(error))),
  )
}

function hasLocations(error: Members): boolean {
  const locations = memberOf(error, 'locations')
  return (
    Array.isArray(locations) && locations.some(place => isMembers(place) && typeof memberOf(place, 'line') === 'number')
  )
}

function hasPlace(error: Members): boolean {
  return Array.isArray(memberOf(error, 'path')) && isMembers(memberOf(error, 'extensions'))
}
