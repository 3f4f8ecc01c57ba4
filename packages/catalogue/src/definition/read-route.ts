import type { Route } from '../entry.ts'

/** Reads `GET /loans/:id` or `/loans/:id`. */
export function readRoute(source: string): Route {
  const at = source.indexOf('/')
  const method = source.slice(0, at).trim().toUpperCase()
  return { method: method === '' ? null : method, path: source.slice(at) }
}
