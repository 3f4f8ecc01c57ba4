import type { ClientModel } from '../../clients/client.ts'

/** Whether a text may hold what trips over problem+json: it names the package, and the spelling. */
export function mayTrip(models: readonly ClientModel[], text: string): boolean {
  return models.some(
    ({ packages, trips = [] }) =>
      trips.some(({ at }) => !('option' in at) || text.includes(at.option)) &&
      packages.some(name => text.includes(name)),
  )
}
