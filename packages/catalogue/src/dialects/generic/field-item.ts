import { FIELD_KEYS, type FieldKeys } from './field-keys.ts'
import type { FoundField } from './found-field.ts'
import { listedNames, mayBePath, type Place, placesOf, scopeIn } from './item-place.ts'
import { isList, isRecord, member, membersOf } from './members.ts'
import { isClassName, isJsonText, isMessageKey, isSentence, isToken, textOf } from './texts.ts'

/** What an item of a list of errors says: one field error, or several where it names several fields. */
export interface ReadItem {
  readonly fields: readonly FoundField[]
  /** Whether it says which field it is about, be it the whole input. */
  readonly located: boolean
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

/** Whether an item names the one field that it is about. An error that lists several fields is the error itself. */
export function namesField(item: unknown): boolean {
  return listedNames(item).length === 0 && placesOf(item, FIELD_KEYS).length > 0
}
