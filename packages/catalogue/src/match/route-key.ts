import type { Route } from '../entry.ts'

/** A method as signs compare it: HEAD is answered by the route of GET. */
export function methodKey(method: string): string {
  const upper = method.toUpperCase()
  return upper === 'HEAD' ? 'GET' : upper
}

/**
 * A route pattern as signs compare it: without a trailing slash, and without the names of its parameters, which two
 * writings of one route need not share. Letter case counts, as it does for Fastify.
 */
export function pathKey(path: string): string {
  const rooted = path.startsWith('/') ? path : `/${path}`
  const trimmed = rooted.length > 1 && rooted.endsWith('/') ? rooted.slice(0, -1) : rooted
  // `::` is find-my-way's colon that is no parameter; `{id}` is how OpenAPI writes `:id`.
  return trimmed.replace(/::|:\w+|(?<=\/)\{\w+\}(?=\/|$)/g, found => (found === '::' ? '::' : ':'))
}

/** Whether a request on a registered route is one that the sign speaks of. An unknown route is none. */
export function isOnRoute(route: Route, method: string | null, path: string | null): boolean {
  if (path === null || pathKey(route.path) !== pathKey(path)) return false
  return route.method === null || (method !== null && methodKey(route.method) === methodKey(method))
}
