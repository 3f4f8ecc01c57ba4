import type { PlannedSite } from './plan.ts'

/** Numbers the files so that those which change together have the same number. */
export function writtenTogether(sites: readonly PlannedSite[]): ReadonlyMap<string, number> {
  const parents = new Map<string, string>()
  const rootOf = (key: string): string => {
    const parent = parents.get(key) ?? key
    return parent === key ? key : rootOf(parent)
  }
  const join = (a: string, b: string) => void parents.set(rootOf(a), rootOf(b))
  for (const site of sites) {
    const files = [...new Set(site.splices.map(splice => splice.file))]
    const [first] = files
    if (first === undefined) continue
    for (const key of [...files, ...site.groups.map(group => `group:${group}`)]) join(key, first)
  }
  const numbers = new Map<string, number>()
  const found = new Map<string, number>()
  for (const file of new Set(sites.flatMap(site => site.splices.map(splice => splice.file)))) {
    const root = rootOf(file)
    const number = numbers.get(root) ?? numbers.size
    numbers.set(root, number)
    found.set(file, number)
  }
  return found
}
