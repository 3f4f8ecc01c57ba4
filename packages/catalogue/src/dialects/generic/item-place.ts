import type { LegacyScope, PathSegment } from '../../legacy-error.ts'
import type { FieldKeys } from './field-keys.ts'
import { parsePath, pathOf } from './field-path.ts'
import { hasAny, isList, isRecord, member, membersOf } from './members.ts'
import { scopeOf } from './scope-words.ts'
import { textOf } from './texts.ts'
import { namesWhole } from './whole-input.ts'

/** The place and the path of an item, before anything was made of them. */
export interface Place {
  readonly scope: LegacyScope | null
  readonly path: readonly PathSegment[]
  readonly isSaid?: boolean
}

/** Where an empty text is the root of the body; elsewhere it is no field at all. */
const POINTERS = new Set(['instancepath', 'datapath', 'pointer', 'jsonpointer', 'requestpointer', 'jsonpath', 'loc'])

/** Where the item says that the bad input was: none, one or several places. */
export function placesOf(item: unknown, keys: FieldKeys): readonly Place[] {
  const scope = scopeIn(item, keys)
  const fromSource = sourcePlace(member(item, 'source')) ?? markedPlace(item, scope)
  if (fromSource !== null) return [fromSource]
  const listed = listedNames(item)
  if (listed.length > 0) return listed.map(name => settle({ scope, path: parsePath(name) }, false, 'path'))
  const named = namedPlaces(item, keys)
  if (named.length > 0) return named
  for (const key of keys.path) {
    const raw = nameOf(member(item, key))
    if (raw === undefined || raw === null || !mayBePath(item, key, raw)) continue
    const path = typeof raw === 'string' && namesWhole(raw) ? [] : pathOf(raw)
    if (path === null) continue
    const whole = completed(item, path)
    if (whole.length === 0 && typeof raw === 'string' && !POINTERS.has(key))
      return [{ scope: scope ?? 'global', path: [], isSaid: scope !== null }]
    return [settle({ scope, path: whole }, isList(raw), key)]
  }
  if (scope !== null && scope !== 'global' && isPlaceOnly(item)) return [{ scope, path: [] }]
  const field = textOf(member(member(item, 'extensions'), 'field'))
  return field === null ? [] : [settle({ scope, path: parsePath(field) }, false, 'field')]
}

/** `target: { name: "id", type: "parameter" }`: the field as an object. */
function nameOf(value: unknown): unknown {
  return isRecord(value) && typeof value.name === 'string' ? value.name : value
}

/** `location: "body"` and no name: the whole of it. Under other keys such a word says who speaks. */
function isPlaceOnly(item: unknown): boolean {
  return ['location', 'in'].some(key => scopeOf(member(item, key)) !== null)
}

export function scopeIn(item: unknown, keys: FieldKeys): LegacyScope | null {
  for (const key of keys.scope) {
    const value = member(item, key)
    if (key === 'locationtype' && value === 'parameter') return 'query'
    const scope = scopeOf(value)
    if (scope !== null) return scope
  }
  return null
}

/** JSON:API: `source` is an object with a pointer, a parameter or a header. */
function sourcePlace(source: unknown): Place | null {
  if (!isRecord(source)) return null
  const parameter = textOf(source.parameter)
  if (parameter !== null) return { scope: 'query', path: [parameter] }
  const header = textOf(source.header)
  if (header !== null) return { scope: 'header', path: [header] }
  const pointer = textOf(source.pointer)
  return pointer === null ? null : { scope: 'body', path: parsePath(pointer) }
}

/** `$source: "contact.name"` (Sage); without the mark a source is whoever reports the error. */
function markedPlace(item: unknown, scope: LegacyScope | null): Place | null {
  const { spelled, value } = membersOf(item)
  if (spelled.get('source') !== '$source') return null
  const text = textOf(value.$source)
  return text === null || !/^[\w$][\w$.[\]-]{0,200}$/.test(text) ? null : { scope, path: parsePath(text) }
}

/** `fields: ["Name"]`, `members: ["name"]`: one error that is about several fields. */
export function listedNames(item: unknown): readonly string[] {
  for (const key of ['fields', 'members', 'membernames', 'fieldnames', 'paths', 'properties', 'affectedfields']) {
    const value = member(item, key)
    if (isNames(value)) return value
  }
  // FHIR before its release 4: a place in the resource, beside a severity.
  const location = member(item, 'location')
  if (isNames(location) && textOf(member(item, 'severity')) !== null) return location
  // FHIR's paths into the resource; Grape's parameters, which elsewhere are those of the sentence.
  const others = member(item, isList(member(item, 'messages')) ? 'params' : 'expression')
  return isNames(others) ? others : []
}

/** express-validator: `fields: [{ path, location }]`, each with a place of its own. */
function namedPlaces(item: unknown, keys: FieldKeys): readonly Place[] {
  const list = member(item, 'fields')
  if (!isList(list) || list.length === 0 || !list.every(part => isRecord(part) && !hasAny(part, ['message', 'msg'])))
    return []
  return list.slice(0, 50).flatMap(part => placesOf(part, keys))
}

function isNames(value: unknown): value is readonly string[] {
  return isList(value) && value.length > 0 && value.length <= 50 && value.every(name => typeof name === 'string')
}

export function mayBePath(item: unknown, key: string, raw: unknown): boolean {
  if (isList(raw)) return raw.length > 0 || key === 'path' || key === 'loc'
  if (typeof raw !== 'string') return key === 'path'
  if (raw.length > 300) return false
  if ((key === 'location' || key === 'in') && scopeOf(raw) !== null) return false
  if (key === 'input') return /^[A-Za-z_][\w.[\]]*$/.test(raw) && member(item, 'loc') === undefined
  if (key === 'location') return raw.startsWith('/') || /^[A-Za-z_][\w.:[\]/#-]{0,200}$/.test(raw)
  if (key === 'errorkey') return !/error|invalid|valid|missing|exists/i.test(raw)
  if (key === 'name') return !/(?:Error|Exception)$/.test(raw)
  return !isUrl(raw)
}

function isUrl(text: string): boolean {
  return /^[a-z]+:\/\//i.test(text)
}

/** Ajv names the missing or the surplus member beside the path of its parent; LoopBack calls its `params` `info`. */
function completed(item: unknown, path: readonly PathSegment[]): readonly PathSegment[] {
  const params = member(item, 'params')
  const name = memberAtFault(params ?? member(item, 'info'))
  // LoopBack completes the path itself where it can.
  if (name === null || (params === undefined && path.at(-1) === name)) return path
  return [...path, ...(name.includes('/') ? [name] : parsePath(name))]
}

function memberAtFault(params: unknown): string | null {
  if (!isRecord(params)) return null
  const name = params.missingProperty ?? params.additionalProperty ?? params.unevaluatedProperty ?? params.propertyName
  return typeof name === 'string' ? name : null
}

/** A path that starts with the place in the request says its scope itself. */
export function settle({ scope, path }: Place, isArray: boolean, key: string): Place {
  const first = path[0]
  const named = typeof first === 'string' ? scopeOf(first) : null
  if (scope !== null || named === null || named === 'global')
    return { scope, path: scope === 'header' ? unsplit(path) : path }
  if (key === 'loc') return { scope: named, path: offsetless(path.slice(1)) }
  if (path.length > 1 && (isArray || PLACE_KEYS.has(key) || PLAIN_PLACES.has(String(first)))) {
    return { scope: named, path: path.slice(1) }
  }
  return { scope, path }
}

const PLAIN_PLACES = new Set(['body', 'requestBody', 'query', 'querystring', 'params', 'headers', 'cookies'])
/** Keys whose value starts with a place where the validator knows of places. */
const PLACE_KEYS = new Set(['path', 'instancepath', 'location'])

function unsplit(path: readonly PathSegment[]): readonly PathSegment[] {
  return path.length > 1 ? [path.join('.')] : path
}

/** `["body", 5]`: Pydantic's offset of a character in broken JSON, no index. */
function offsetless(path: readonly PathSegment[]): readonly PathSegment[] {
  return path.length === 1 && typeof path[0] === 'number' ? [] : path
}
