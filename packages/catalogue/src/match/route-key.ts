// A server has as many routes as it has registered; the bound is for callers that pass something else.
const KEPT = 2000
const kept = new Map<string, string>()

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
  const known = kept.get(path)
  if (known !== undefined) return known
  const made = makeKey(path)
  if (kept.size >= KEPT) kept.clear()
  kept.set(path, made)
  return made
}

function makeKey(path: string): string {
  const rooted = path.startsWith('/') ? path : `/${path}`
  const trimmed = rooted.length > 1 && rooted.endsWith('/') ? rooted.slice(0, -1) : rooted
  // `::` is find-my-way's colon that is no parameter; `{id}` is how OpenAPI writes `:id`.
  return trimmed.replace(/::|:\w+|(?<=\/)\{\w+\}(?=\/|$)/g, found => (found === '::' ? '::' : ':'))
}
