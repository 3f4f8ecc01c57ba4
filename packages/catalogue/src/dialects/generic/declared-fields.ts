import type { FieldPlaces } from '../dialect.ts'
import { namedValue, valuesAt } from '../places.ts'
import { FIELD_KEYS, type FieldKeys } from './field-keys.ts'
import type { FieldContext } from './field-context.ts'
import { type FoundField, MAX_FIELDS } from './found-field.ts'
import { isList, isRecord, spell } from './members.ts'
import { readList } from './read-list.ts'
import { readMap } from './read-map.ts'

/** The field errors at the places that a dialect names; none where nothing lies there. */
export function readPlaces(
  value: unknown,
  places: readonly FieldPlaces[],
  context: FieldContext,
): readonly FoundField[] {
  for (const place of places) {
    const found = valuesAt(value, place.at.replace(/(?:\[\]|\{\})+$/, '')).flatMap(container =>
      readPlace(container, place, context),
    )
    if (found.length > 0) return found
  }
  return []
}

function readPlace(container: unknown, place: FieldPlaces, context: FieldContext): readonly FoundField[] {
  if (isList(container)) return readList(flattened(container, place), context, 'declared', keysOf(place))?.fields ?? []
  if (!isRecord(container) || !place.at.includes('{}')) return []
  return readMap(container, namedValue(place.at, null).name, context)?.fields ?? []
}

/** Each item with the members that its place names by a path (`meta.field`) laid beside its own. */
function flattened(
  list: readonly unknown[],
  { path = [], message = [], code = [], scope = [] }: FieldPlaces,
): readonly unknown[] {
  const deep = [...path, ...message, ...code, ...scope].filter(name => name.includes('.'))
  if (deep.length === 0) return list
  return list.slice(0, MAX_FIELDS).map(item => {
    if (!isRecord(item)) return item
    const found = deep.map(name => [name, valuesAt(item, name)[0]] as const).filter(([, value]) => value !== undefined)
    return { ...item, ...Object.fromEntries(found) }
  })
}

/** The declared members first, then the usual ones. A dialect's word is a path; its last name is the member. */
function keysOf(place: FieldPlaces): FieldKeys {
  const own = (names: readonly string[] | undefined, usual: readonly string[]) => [
    ...(names ?? []).map(name => spell(name)),
    ...usual,
  ]
  return {
    path: own(place.path, FIELD_KEYS.path),
    message: own(place.message, FIELD_KEYS.message),
    code: own(place.code, FIELD_KEYS.code),
    scope: own(place.scope, FIELD_KEYS.scope),
  }
}
