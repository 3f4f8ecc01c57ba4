import type { LegacyScope, PathSegment } from '../../legacy-error.ts'
import { FIELD_KEYS, type FieldKeys } from './field-keys.ts'
import { parsePath, pathOf } from './field-path.ts'
import type { FoundField } from './found-field.ts'
import { isList, isRecord, member, membersOf } from './members.ts'
import { scopeOf } from './scope-words.ts'
import { isClassName, isJsonText, isMessageKey, isSentence, isToken, textOf } from './texts.ts'
import { namesWhole } from './whole-input.ts'

/** What an item of a list of errors says: one field error, or several where it names several fields. */
export interface ReadItem {
  readonly fields: readonly FoundField[]
  /** Whether it says which field it is about, be it the whole input. */
  readonly located: boolean
}

/** The place and the path of an item, before anything was made of them. */
interface Place {
  readonly scope: LegacyScope | null
  readonly path: readonly PathSegment[]
  readonly isSaid?: boolean
}

/** Words that a validator uses for the kind of its item, not for the rule that was broken. */
const NO_CODES = new Set(['field', 'error', 'validation', 'schema', 'warning', 'unknown', 'object', 'sender'])

/** Reads one object of a list of errors; `null` where it does not speak of an error at all. */
export function readItem(item: unknown, keys: FieldKeys = FIELD_KEYS): ReadItem | null {
  if (!isRecord(item)) return null
  const inner = member(item, 'error')
  if (isRecord(inner) && messageOf(item, keys) === null) return readItem(inner, keys)
  const places = placesOf(item, keys)
  const nested = places.length === 0 ? [] : severalIn(item, keys)
  if (nested.length > 0)
    return { fields: places.flatMap(place => nested.map(one => inside(place, one))), located: true }
  const message = messageOf(item, keys)
  const code = codeOf(item, keys, message)
  if (message === null && code === null) return null
  if (places.length === 0) {
    const isSaid = scopeIn(item, keys) === 'global'
    return { fields: [{ scope: null, path: [], code, message, ...(isSaid ? { isSaid } : {}) }], located: false }
  }
  return { fields: places.map(place => ({ ...place, code, message })), located: true }
}

/** The sentence of an item; a map of constraints (class-validator) is read by `readTree`. */
export function messageOf(item: unknown, keys: FieldKeys = FIELD_KEYS): string | null {
  let word: string | null = null
  const specific = textOf(member(item, 'detail'))
  if (specific !== null && isSentence(specific)) return specific
  for (const key of keys.message) {
    const value = member(item, key)
    const text = textOf(isList(value) && value.length === 1 ? value[0] : localised(value))
    if (text === null || isJsonText(text)) continue
    if (isSentence(text)) return text
    if (word === null && !MACHINE_KEYS.has(key) && !isMessageKey(text)) word = text
  }
  return word ?? likelyMessage(item)
}

/** A name that no list has and that ends as those of sentences do: `help_message`. */
function likelyMessage(item: unknown): string | null {
  const { spelled, value } = membersOf(item)
  for (const [spelling, name] of spelled) {
    if (!/(?:message|msg|description)$/.test(spelling) || /debug|developer|internal/.test(spelling)) continue
    const text = textOf(value[name])
    if (text !== null && isSentence(text)) return text
  }
  return null
}

/** Keys that hold a code as often as a sentence: a single word there is a code. */
const MACHINE_KEYS = new Set(['reason', 'error', 'issue', 'details', 'title', 'cause', 'problem'])

function localised(value: unknown): unknown {
  if (!isRecord(value)) return value
  return value.value ?? value.en ?? value.text ?? value.message
}

/** The rule that was broken, as the validator calls it. */
export function codeOf(item: unknown, keys: FieldKeys, message: string | null): string | number | null {
  for (const key of keys.code) {
    const value = member(item, key)
    if (typeof value === 'number' && (key === 'code' || key === 'errorcode' || key === 'errno' || key === 'id')) {
      if (key !== 'id' && Number.isFinite(value)) return value
      continue
    }
    const text = textOf(value)
    if (text === null || text === message || !isCode(text, key)) continue
    if (NAMES_OF_FIELDS.has(key) && !isChain(text, key) && namesThePath(item, keys, key)) continue
    return text
  }
  return messageKeyOf(item, keys)
}

/** `Auth.form.error.email.taken`: an `id` of words is that of a sentence, not of a record. */
function isChain(text: string, key: string): boolean {
  return key === 'id' && /^[A-Za-z]+(?:[._-][A-Za-z]+)+$/.test(text)
}

/** Keys that name the field when no other key does, and the rule otherwise. */
const NAMES_OF_FIELDS = new Set(['name', 'key', 'id'])

function namesThePath(item: unknown, keys: FieldKeys, key: string): boolean {
  if (key === 'id') return true
  return !keys.path.some(other => other !== key && isPathMember(item, other))
}

function isPathMember(item: unknown, key: string): boolean {
  const raw = member(item, key)
  return raw !== undefined && raw !== null && mayBePath(item, key, raw)
}

function isCode(text: string, key: string): boolean {
  if (/^urn:[a-z]/i.test(text)) return true
  if (key === 'code' || key === 'errorcode') return text.length <= 120 && !/\s/.test(text)
  return isToken(text) && !NO_CODES.has(text.toLowerCase()) && !isClassName(text)
}

function messageKeyOf(item: unknown, keys: FieldKeys): string | null {
  for (const key of keys.message) {
    const value = member(item, key)
    const text = textOf(isList(value) && value.length === 1 ? value[0] : value)
    if (text !== null && isMessageKey(text)) return text
  }
  return null
}

/** A field of a field: its path goes on from that of the outer one, unless it repeats it. */
function inside(place: Place, field: Omit<FoundField, 'scope'>): FoundField {
  const repeats = place.path.every((part, index) => field.path[index] === part)
  return {
    ...field,
    scope: place.scope,
    path: repeats && field.path.length > 0 ? field.path : [...place.path, ...field.path],
  }
}

/** `{ field, errors: [...] }`: one field, several errors. */
function severalIn(item: unknown, keys: FieldKeys): readonly Omit<FoundField, 'scope'>[] {
  for (const key of ['errors', 'messages', 'issues', 'reasons', 'message', 'violations', 'fielderrors']) {
    const list = member(item, key)
    if (!isList(list) || list.length === 0) continue
    return list.slice(0, 50).flatMap(part => {
      const text = textOf(part)
      if (text !== null) return [{ path: [], code: codeOf(item, keys, null), message: text }]
      const message = messageOf(part, keys)
      const code = codeOf(part, keys, message)
      const path = placesOf(part, keys)[0]?.path ?? []
      return message === null && code === null ? [] : [{ path, code, message }]
    })
  }
  return []
}

/** Where an empty text is the root of the body; elsewhere it is no field at all. */
const POINTERS = new Set(['instancepath', 'datapath', 'pointer', 'jsonpointer', 'requestpointer', 'jsonpath', 'loc'])

/** Where the item says that the bad input was: none, one or several places. */
function placesOf(item: unknown, keys: FieldKeys): readonly Place[] {
  const scope = scopeIn(item, keys)
  const fromSource = sourcePlace(member(item, 'source')) ?? markedPlace(item, scope)
  if (fromSource !== null) return [fromSource]
  const listed = listedNames(item)
  if (listed.length > 0) return listed.map(name => settle({ scope, path: parsePath(name) }, false, 'path'))
  const named = namedPlaces(item, keys)
  if (named.length > 0) return named
  for (const key of keys.path) {
    const raw = member(item, key)
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

/** `location: "body"` and no name: the whole of it. Under other keys such a word says who speaks. */
function isPlaceOnly(item: unknown): boolean {
  return ['location', 'in'].some(key => scopeOf(member(item, key)) !== null)
}

function scopeIn(item: unknown, keys: FieldKeys): LegacyScope | null {
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
function listedNames(item: unknown): readonly string[] {
  for (const key of ['fields', 'members', 'membernames', 'fieldnames', 'paths', 'properties', 'affectedfields']) {
    const value = member(item, key)
    if (isNames(value)) return value
  }
  // FHIR's paths into the resource; Grape's parameters, which elsewhere are those of the sentence.
  const others = member(item, isList(member(item, 'messages')) ? 'params' : 'expression')
  return isNames(others) ? others : []
}

/** express-validator: `fields: [{ path, location }]`, each with a place of its own. */
function namedPlaces(item: unknown, keys: FieldKeys): readonly Place[] {
  const list = member(item, 'fields')
  if (!isList(list) || list.length === 0 || !list.every(part => isRecord(part) && messageOf(part, keys) === null))
    return []
  return list.slice(0, 50).flatMap(part => placesOf(part, keys))
}

function isNames(value: unknown): value is readonly string[] {
  return isList(value) && value.length > 0 && value.length <= 50 && value.every(name => typeof name === 'string')
}

function mayBePath(item: unknown, key: string, raw: unknown): boolean {
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

/** Whether an item names the one field that it is about. An error that lists several fields is the error itself. */
export function namesField(item: unknown): boolean {
  return listedNames(item).length === 0 && placesOf(item, FIELD_KEYS).length > 0
}
