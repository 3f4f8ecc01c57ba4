import type { Catalogue, GenericProblem, ProblemEntry } from './entry.ts'

interface CodeIndex {
  readonly entries: ReadonlyMap<string, ProblemEntry>
  readonly generic: ReadonlyMap<string, GenericProblem>
}

const indexes = new WeakMap<Catalogue, CodeIndex>()

/** The entry with this code, if the catalogue has one. */
export function entryOf(catalogue: Catalogue, code: string): ProblemEntry | undefined {
  return indexOf(catalogue).entries.get(code)
}

/** The generic problem with this code: that of the lowest status, where several share one. */
export function genericOfCode(catalogue: Catalogue, code: string): GenericProblem | undefined {
  return indexOf(catalogue).generic.get(code)
}

function indexOf(catalogue: Catalogue): CodeIndex {
  const known = indexes.get(catalogue)
  if (known !== undefined) return known
  const index = {
    entries: new Map(catalogue.problems.map(entry => [entry.code, entry])),
    generic: new Map(catalogue.generic.toReversed().map(one => [one.code, one])),
  }
  indexes.set(catalogue, index)
  return index
}
