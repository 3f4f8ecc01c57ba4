import type { LegacyScope } from '../../legacy-error.ts'
import { LISTS } from './field-containers.ts'
import type { Candidate, FieldContext } from './field-context.ts'
import { messageOf } from './field-item.ts'
import type { FoundField } from './found-field.ts'
import { hasAny, isList, isRecord, member, membersOf } from './members.ts'
import { readList } from './read-list.ts'
import { scopeOfFindings } from './scope-words.ts'
import { withoutAsides } from './without-asides.ts'

/** Members by which an item names its field beyond doubt: things of all kinds have a `name`, a `key` and a `target`. */
const SURE_NAMES = [
  'field',
  'fieldname',
  'fieldpath',
  'path',
  'instancepath',
  'propertypath',
  'loc',
  'param',
  'parameter',
  'parametername',
  'paramname',
  'property',
  'propertyname',
  'attribute',
  'attributename',
  'argumentname',
  'pointer',
  'jsonpath',
  'jsonpointer',
  'campo',
] as const

/** Lists beside the errors that are no errors. */
const NO_ERRORS = /warning|stack|trace|frame|log|link|request|previous|example/

/** Names that say of any list that it holds errors: in such a one a `name` is that of a field. */
const ERROR_LIST =
  /(?:errors|violations|issues|failures|faults)$|(?:error|fault|problem|extra|validation|failure)details$/

/** Whether a list speaks of fields whatever it is called: every item names one and says something about it. */
export function isFieldList(list: unknown): list is readonly unknown[] {
  if (!isList(list) || list.length === 0) return false
  return withoutAsides(list)
    .slice(0, 20)
    .every(item => isRecord(item) && hasAny(item, SURE_NAMES) && messageOf(item) !== null)
}

/** Whether an object holds such a list: then it is no map of fields itself. */
export function holdsFieldList(value: unknown): boolean {
  if (!isRecord(value)) return false
  const { names } = membersOf(value)
  return names.length <= 12 && names.some(name => isFieldList(value[name]))
}

/** The lists of fields under names that nobody knows: `failed_records`, `badFields`. */
export function readOtherLists(holder: unknown, context: FieldContext): readonly Candidate[] {
  const { spelled, value } = membersOf(holder)
  const found: Candidate[] = []
  for (const [spelling, name] of spelled) {
    const inner = value[name]
    if (LISTS.includes(spelling) || NO_ERRORS.test(spelling) || !isList(inner)) continue
    if (!isFieldList(inner) && !(ERROR_LIST.test(spelling) && isRecord(inner[0]))) continue
    const list = readList(inner, context)
    if (list?.located === true) found.push(list)
  }
  return found
}

/** Words of a place only beside another one: alone, `params` are those of a call, and a `payload` is that of an answer. */
const NOT_ALONE = new Set(['params', 'parameters', 'payload', 'path', 'form', 'route', 'json'])

/** One list for each place of the request: `{ body_params: [...], query_params: [...] }`, `bodyResult: { issues }`. */
export function readByPlace(holder: unknown, context: FieldContext): Candidate | null {
  const { names, value } = membersOf(holder)
  const fields: FoundField[] = []
  const places = names.slice(0, 40).filter(name => scopeOfFindings(name) !== null)
  if (places.length === 1 && places[0] !== undefined && NOT_ALONE.has(places[0])) return null
  for (const name of places) {
    const scope = scopeOfFindings(name)
    const list = scope === null || scope === 'global' ? null : listIn(value[name])
    const read = list === null ? null : readList(list, context)
    if (read?.located === true) fields.push(...inPlace(read.fields, scope))
  }
  return fields.length === 0 ? null : { fields, located: true }
}

/** Whether an object has such lists. */
export function holdsPlaces(value: unknown): boolean {
  const { names, value: map } = membersOf(value)
  return (
    names.length > 0 &&
    names.length <= 6 &&
    names.every(name => scopeOfFindings(name) !== null) &&
    names.some(name => isRecord(listIn(map[name])?.[0]))
  )
}

function listIn(value: unknown): readonly unknown[] | null {
  const list = isRecord(value)
    ? (member(value, 'issues') ?? member(value, 'errors') ?? member(value, 'details'))
    : value
  return isList(list) ? list : null
}

function inPlace(fields: readonly FoundField[], scope: LegacyScope | null): readonly FoundField[] {
  return fields.map(field => ({ ...field, scope: field.scope ?? scope }))
}
