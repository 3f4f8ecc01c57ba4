import type { PathSegment } from './legacy-error.ts'
import type { RequestFacts } from './wire.ts'

/** Something that lies at a path of the input, in a place that nobody named. */
interface Located {
  readonly scope: string | null
  readonly path: readonly PathSegment[]
}

/** A method and its parameter (`create.loan.isbn`), or one of the two: more names no validator puts in front. */
const COUNTS = [2, 1]

/**
 * The fields without what a validator calls its input (`data.email`, `Loan.Isbn`, `create.loan.isbn`): a name in front
 * of all of them that the request has not, with one behind it that the request has.
 */
export function withoutOwnRoot<Field extends Located>(
  fields: readonly Field[],
  request: RequestFacts | null,
): readonly Field[] {
  const first = fields.find(({ path }) => path.length > 1)?.path[0]
  if (request === null || typeof first !== 'string') return fields
  const unplaced = fields.filter(({ scope, path }) => scope === null && path.length > 0)
  if (unplaced.some(({ path }) => path[0] !== first)) return fields
  const sent = namesIn(request)
  if (sent.has(plainName(first))) return fields
  const roots = new Set(unplaced.flatMap(({ path }) => rootsOf(path, sent)))
  return roots.size === 0 ? fields : fields.map(field => (field.scope === null ? behindRoot(field, roots) : field))
}

/** The names in front of one that the request has. */
function rootsOf(path: readonly PathSegment[], sent: ReadonlySet<string>): readonly string[] {
  return COUNTS.filter(
    count => isSent(path[count], sent) && path.slice(0, count).every(name => isUnknown(name, sent)),
  ).map(count => keyOf(path, count))
}

function behindRoot<Field extends Located>(field: Field, roots: ReadonlySet<string>): Field {
  const count = COUNTS.find(count => field.path.length > count && roots.has(keyOf(field.path, count)))
  return count === undefined ? field : { ...field, path: field.path.slice(count) }
}

function keyOf(path: readonly PathSegment[], count: number): string {
  return JSON.stringify(path.slice(0, count))
}

function isUnknown(name: PathSegment, sent: ReadonlySet<string>): boolean {
  return typeof name === 'string' && !sent.has(plainName(name))
}

function isSent(name: PathSegment | undefined, sent: ReadonlySet<string>): boolean {
  return typeof name === 'string' && sent.has(plainName(name))
}

function namesIn({ params, query, headers, cookies, body }: RequestFacts): ReadonlySet<string> {
  return new Set([...params, ...query, ...headers, ...cookies, ...(body ?? [])].map(plainName))
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[_-]/g, '')
}
