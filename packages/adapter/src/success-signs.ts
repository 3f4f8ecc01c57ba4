import type { Catalogue, Route } from '@problemshift/catalogue'

/** The 2xx statuses that some sign names for a route; `null` when there are none, so that no success is looked at. */
export function successStatuses(
  catalogue: Catalogue,
  method: string | null,
  path: string | null,
): ReadonlySet<number> | null {
  const statuses = new Set<number>()
  for (const { signs } of catalogue.problems) {
    for (const { status, route } of signs) {
      if (status !== null && status < 300 && mayBe(route, method, path)) statuses.add(status)
    }
  }
  return statuses.size === 0 ? null : statuses
}

function mayBe(route: Route | null, method: string | null, path: string | null): boolean {
  if (route === null || path === null) return true
  // A route of several methods is told as `GET,POST`.
  const isMethod = route.method === null || method === null || method.split(',').includes(route.method)
  return isMethod && route.path === path
}
