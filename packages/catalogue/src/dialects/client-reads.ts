import type { Dialect, FieldPlaces } from './dialect.ts'
import { stepsOf } from './places.ts'

/** What a client may find in a v1 body. */
export type Fact =
  | 'message'
  | 'code'
  | 'category'
  | 'status'
  | 'trace'
  | 'docs'
  | 'hint'
  | 'retry'
  | 'field.path'
  | 'field.message'
  | 'field.code'
  | 'field.scope'

/** One way in which a client spells the reading of a fact. */
export interface ClientRead {
  readonly fact: Fact
  /** The steps from the body: a member's name, `[]` for any index of a list, `{}` for any key of a map. Empty: the body itself. */
  readonly path: readonly string[]
}

/**
 * The paths at which a client of a dialect finds each fact.
 *
 * @example clientReads(NESTED_ERROR) // [{ fact: 'message', path: ['error', 'message'] }, ...]
 */
export function clientReads(dialect: Dialect): readonly ClientRead[] {
  const known = spelled.get(dialect) ?? spell(dialect)
  spelled.set(dialect, known)
  return known
}

// The codemod asks at every access that may be a body's: that was a twentieth of its time on small clients.
const spelled = new WeakMap<Dialect, readonly ClientRead[]>()

function spell(dialect: Dialect): readonly ClientRead[] {
  const { fields = [], ...facts } = dialect.places
  const reads = ORDER.flatMap(fact => (facts[fact] ?? []).map(path => ({ fact, path: stepsOf(path) })))
  return unique([...reads, ...fields.flatMap(fieldReads)])
}

const ORDER = ['message', 'code', 'category', 'status', 'trace', 'docs', 'hint', 'retry'] as const

/** A list: the members of its items. A map: its keys are the paths, its values the messages. */
function fieldReads({ at, path = [], message = [], code = [], scope = [] }: FieldPlaces): readonly ClientRead[] {
  const under = (fact: Fact, names: readonly string[]) =>
    names.map(name => ({ fact, path: [...stepsOf(at), ...stepsOf(name)] }))
  const own = at.includes('{}') && message.length === 0 ? [{ fact: 'field.message' as const, path: stepsOf(at) }] : []
  return [
    ...own,
    ...under('field.path', path),
    ...under('field.message', message),
    ...under('field.code', code),
    ...under('field.scope', scope),
  ]
}

function unique(reads: readonly ClientRead[]): readonly ClientRead[] {
  const known = new Map(reads.map(read => [`${read.fact} ${JSON.stringify(read.path)}`, read]))
  return [...known.values()]
}

/** The facts that a client may read at a path of a body in this dialect; an index of a list counts as `[]`. */
export function factsAt(dialect: Dialect, path: readonly (string | number)[]): readonly Fact[] {
  return clientReads(dialect)
    .filter(read => read.path.length === path.length && read.path.every((step, index) => fits(step, path[index])))
    .map(read => read.fact)
}

function fits(step: string, part: string | number | undefined): boolean {
  if (step === '[]') return typeof part === 'number' || part === '[]'
  if (step === '{}') return typeof part === 'string'
  return step === part
}
