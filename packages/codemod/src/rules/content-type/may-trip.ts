import type { ClientModel } from '../../clients/client.ts'

/** Whether a text may hold what trips over problem+json: it names the package, and the spelling. */
export function tripMarks(models: readonly ClientModel[]): (text: string) => boolean {
  const tripping = models.filter(({ trips = [] }) => trips.length > 0)
  const named = new RegExp(tripping.flatMap(({ packages }) => packages.map(escaped)).join('|'))
  return text => tripping.length > 0 && named.test(text) && tripping.some(model => mayTrip(model, text))
}

function mayTrip({ packages, trips = [] }: ClientModel, text: string): boolean {
  return (
    trips.some(({ at }) => !('option' in at) || text.includes(at.option)) && packages.some(name => text.includes(name))
  )
}

function escaped(name: string): string {
  return name.replace(/[^\w]/g, '\\$&')
}
