import {
  type Catalogue,
  clientReads,
  type Condition,
  type Dialect,
  dialectsOf,
  type PathSegment,
} from '@problemshift/catalogue'

/** What a member of a body has to be for an error: something, or `false`. */
export type Tell = 'something' | 'false'

/** The names of members by which a body may tell that it is an error. */
export function tellingNames(catalogue: Catalogue): ReadonlySet<string> {
  return new Set(
    dialectsOf(catalogue).flatMap(dialect => [
      ...clientReads(dialect).flatMap(({ fact, path }) => (fact === 'message' ? path : [])),
      ...dialect.signatures.flat().flatMap(({ at }) => at.split('.').slice(-1)),
    ]),
  )
}

/** Whether some dialect of the catalogue has an error there. */
export function mayTell(catalogue: Catalogue, path: readonly PathSegment[], tell: Tell): boolean {
  return dialectsOf(catalogue).some(
    dialect =>
      conditionsAt(dialect, path).some(one => says(one, tell)) || (tell === 'something' && isOnTheWay(dialect, path)),
  )
}

// `error` is there where `error.message` is the wording.
function isOnTheWay(dialect: Dialect, path: readonly PathSegment[]): boolean {
  const messages = clientReads(dialect).filter(({ fact }) => fact === 'message')
  return messages.some(read => path.length > 0 && path.every((part, index) => read.path[index] === String(part)))
}

/** Whether every error of the catalogue is told by that member: each shape that v1 used has it. */
export function tellsAll(catalogue: Catalogue, path: readonly PathSegment[], tell: Tell): boolean {
  const dialects = dialectsOf(catalogue)
  if (tell === 'false') return dialects.every(dialect => conditionsAt(dialect, path).some(one => says(one, tell)))
  return dialects.every(
    ({ signatures }) =>
      signatures.length > 0 && signatures.every(all => all.some(one => isAt(one, path) && says(one, tell))),
  )
}

function conditionsAt({ signatures }: Dialect, path: readonly PathSegment[]): readonly Condition[] {
  return signatures.flat().filter(one => isAt(one, path))
}

function isAt({ at }: Condition, path: readonly PathSegment[]): boolean {
  return at !== '' && at === path.join('.')
}

// A member that may be `false` as well is no sign by being there.
const NOTHING = ['false', 'boolean', 'any']

function says({ is }: Condition, tell: Tell): boolean {
  const traits = [is ?? []].flat()
  return tell === 'false'
    ? traits.includes('false')
    : traits.length > 0 && !traits.some(trait => NOTHING.includes(trait))
}
