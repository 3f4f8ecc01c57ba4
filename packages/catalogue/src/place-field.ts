import type { LegacyField, LegacyScope } from './legacy-error.ts'
import type { RequestFacts } from './wire.ts'

// Every request carries these, so a field of the same name in the body or the query is the likelier place.
const COMMON_HEADERS = new Set(
  'host from date origin accept connection expect range referer via te upgrade cookie user-agent content-type content-length accept-language accept-encoding cache-control'.split(
    ' ',
  ),
)
const WITHOUT_BODY = new Set(['GET', 'HEAD', 'DELETE', 'OPTIONS'])

/** Finds where the bad input of a field was, where the response did not say: in the order of how certain a name is. */
export function placeField(field: LegacyField, request: RequestFacts): LegacyField {
  if (field.scope !== null) return field
  const first = field.path[0]
  if (first === undefined) return { ...field, scope: 'global', scopeSource: 'inferred' }
  const scope = (typeof first === 'string' ? scopeOf(first, request) : null) ?? usualScope(request)
  return { ...field, scope, scopeSource: 'inferred' }
}

function scopeOf(name: string, request: RequestFacts): LegacyScope | null {
  return findScope(name, request, same => same) ?? findScope(name, request, plainName)
}

function findScope(name: string, request: RequestFacts, spell: (name: string) => string): LegacyScope | null {
  const wanted = spell(name)
  const has = (names: readonly string[] | null) => names?.some(other => spell(other) === wanted) ?? false
  if (has(request.params)) return 'path'
  if (has(request.query) || has(request.query.map(rootOf))) return 'query'
  const header = request.headers.some(other => spell(other.toLowerCase()) === spell(name.toLowerCase()))
  if (header && !COMMON_HEADERS.has(name.toLowerCase())) return has(request.body) ? 'body' : 'header'
  if (has(request.cookies) && !has(request.body)) return 'cookie'
  if (has(request.body)) return 'body'
  if (header && WITHOUT_BODY.has(request.method.toUpperCase())) return 'header'
  return request.params.length === 0 && isIdInPath(wanted, request.path) ? 'path' : null
}

// `vaultId` in `/v1/vaults/vlt_77`, where the route's own names are not known.
function isIdInPath(name: string, path: string): boolean {
  const root = /^(.{2,60}?)_?id$/i.exec(name)?.[1]?.toLowerCase()
  if (root === undefined) return false
  const segments = path.toLowerCase().split('/')
  const at = segments.findIndex(segment => segment === `${root}s` || segment === root || segment === `${root}es`)
  return at !== -1 && (segments[at + 1] ?? '') !== ''
}

function usualScope(request: RequestFacts): LegacyScope {
  return WITHOUT_BODY.has(request.method.toUpperCase()) ? 'query' : 'body'
}

// `page[size]` and `filter.name` start with the name of the field.
function rootOf(key: string): string {
  const end = key.search(/[[.]/)
  return end === -1 ? key : key.slice(0, end)
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[_-]/g, '')
}
