import type { LegacyScope, PathSegment } from '../../legacy-error.ts'
import { codeOf, messageOf } from './field-item.ts'
import { FIELD_KEYS } from './field-keys.ts'
import { parsePath } from './field-path.ts'
import { type FoundField, MAX_FIELDS } from './found-field.ts'
import { settle } from './item-place.ts'
import { isList, isRecord, member, membersOf, spell } from './members.ts'
import { scopeOf } from './scope-words.ts'
import { isMessageKey, isScreaming, isSentence, textOf } from './texts.ts'
import { namesWhole } from './whole-input.ts'

const MAX_DEPTH = 24

/** Rails: the sentences of all fields once more. */
const REPEATS = new Set(['full_messages', 'fullmessages'])

/** Members of a leaf object that hold the rejected value or the rule, never a nested field. */
const LEAF_KEYS = [
  'message',
  'msg',
  'description',
  'errormessage',
  'defaultmessage',
  'mensagem',
  'mensaje',
  'code',
  'keyword',
  'error',
]

interface Spot {
  readonly scope: LegacyScope | null
  readonly path: readonly PathSegment[]
  readonly depth: number
  /** Cerberus puts every nested map into a list of one, which is no index. */
  readonly wrapped: boolean
  /** Errors about the whole input are the body's (Zod's tree), not global ones. */
  readonly isBody?: true
}

/** Reads a map from fields to what is wrong with them, nested as deeply as the input was. */
export function readTree(value: unknown, scope: LegacyScope | null = null): readonly FoundField[] {
  const found: FoundField[] = []
  const top = withoutPlaces(value)
  if (top === null) walk(value, { scope, path: [], depth: 0, wrapped: false }, found)
  else for (const [place, part] of top) walk(part, { scope: place, path: [], depth: 1, wrapped: false }, found)
  return found
}

/** `{ json: {...}, query: {...} }`: the first level is the place in the request. */
function withoutPlaces(value: unknown): readonly (readonly [LegacyScope, unknown])[] | null {
  const { names, value: map } = membersOf(value)
  if (names.length === 0 || names.length > 6) return null
  const places: [LegacyScope, unknown][] = []
  for (const name of names) {
    const scope = scopeOf(name)
    const part = map[name]
    if (scope === null || scope === 'global' || !isRecord(part) || isLeaf(part, 1)) return null
    places.push([scope, part])
  }
  return places
}

function walk(value: unknown, spot: Spot, found: FoundField[]): void {
  if (found.length >= MAX_FIELDS || spot.depth > MAX_DEPTH) return
  if (typeof value === 'string') leaf(value, spot, found)
  else if (isList(value)) walkList(value, spot, found)
  else if (isRecord(value)) walkObject(value, spot, found)
}

function walkObject(value: Readonly<Record<string, unknown>>, spot: Spot, found: FoundField[]): void {
  if (isLeaf(value, spot.depth)) leafObject(value, spot, found)
  else if (spot.path.length > 0 && isRules(value)) walkRules(value, spot, found)
  else if (isForm(value)) walkForm(value, spot, found)
  else if (isTreeNode(value)) walkTreeNode(value, spot, found)
  else if (isJudged(value)) walk(value.errors, { ...spot, depth: spot.depth + 1 }, found)
  else walkMap(value, spot, found)
}

function leaf(value: string, spot: Spot, found: FoundField[]): void {
  const message = textOf(value)
  if (message === null) return
  const isKey = isScreaming(message) || isMessageKey(message)
  found.push(isKey ? fieldAt(spot, message, null) : fieldAt(spot, null, withoutTag(message)))
}

/** `<p>…</p>` around a sentence (CodeIgniter). */
function withoutTag(text: string): string {
  const inner = /^<(p|li|span|div|b)>([^<>]+)<\/\1>$/.exec(text)?.[2]
  return inner?.trim() || text
}

function fieldAt(spot: Spot, code: string | number | null, message: string | null): FoundField {
  if (spot.isBody === true) return { scope: null, path: spot.path, code, message }
  const scope = spot.path.length === 0 && spot.scope === null ? 'global' : spot.scope
  return { scope, path: spot.path, code, message }
}

/** Whether the object is one error rather than a map of fields. */
function isLeaf(value: Readonly<Record<string, unknown>>, depth: number): boolean {
  if (depth === 0) return false
  return (
    LEAF_KEYS.some(key => {
      const part = member(value, key)
      return typeof part === 'string' || (key === 'msg' && isList(part))
    }) || isTitled(value)
  )
}

/** `{ summary, detail }`, and both are sentences: two fields of that name would not be. */
function isTitled(value: Readonly<Record<string, unknown>>): boolean {
  const detail = member(value, 'detail')
  if (typeof detail !== 'string') return false
  const title = member(value, 'summary') ?? member(value, 'title')
  return typeof title === 'string' && isSentence(title) && isSentence(detail)
}

function leafObject(value: Readonly<Record<string, unknown>>, spot: Spot, found: FoundField[]): void {
  const message = messageOf(value)
  const code = codeOf(value, FIELD_KEYS, message)
  const scope = spot.scope ?? scopeOf(member(value, 'location')) ?? scopeOf(member(value, 'in'))
  if (message === null && code === null) return
  const own = textOf(member(value, 'field'))
  const [key, ...more] = spot.path
  // `{ E_ISBN: { message, field: "isbn" } }`: the key is the code, where the error names its field itself.
  if (own !== null && typeof key === 'string' && more.length === 0 && isScreaming(key))
    found.push(fieldAt({ ...spot, scope, path: parsePath(own) }, code ?? key, message))
  else found.push(fieldAt({ ...spot, scope }, code, message))
}

function walkList(list: readonly unknown[], spot: Spot, found: FoundField[]): void {
  const isWrap = spot.wrapped || list.some(part => isRecord(part) && membersOf(part).names.some(isIndex))
  for (const [index, part] of list.entries()) {
    if (found.length >= MAX_FIELDS || index > MAX_FIELDS * 10) return
    const inner = isRecord(part) && !isLeaf(part, spot.depth + 1) && !isWrap
    const path = inner ? [...spot.path, index] : spot.path
    walk(part, { ...spot, path, depth: spot.depth + 1, wrapped: isWrap }, found)
  }
}

function walkMap(value: Readonly<Record<string, unknown>>, spot: Spot, found: FoundField[]): void {
  const prefix = sharedPrefix(value, spot)
  const { names } = membersOf(value)
  for (const name of names) {
    if (found.length >= MAX_FIELDS) return
    if (name === '__type' || (names.length > 1 && REPEATS.has(name))) continue
    walkMember(name.slice(prefix.length), value[name], { ...spot, depth: spot.depth + 1 }, found)
  }
}

function walkMember(name: string, part: unknown, spot: Spot, found: FoundField[]): void {
  if (namesWhole(name)) {
    walk(part, spot, found)
    return
  }
  const rule = spot.path.length > 0 && typeof part === 'string' && /^_[a-z]/.test(name) ? textOf(part) : null
  if (rule !== null) {
    found.push(fieldAt(spot, name, rule))
    return
  }
  const own = parsePath(name)
  const isFirst = spot.path.length === 0 && spot.scope === null
  const { scope, path } = isFirst ? settle({ scope: null, path: own }, false, 'map') : { scope: spot.scope, path: own }
  walk(part, { ...spot, scope, path: [...spot.path, ...path] }, found)
}

/** `title: { required: "…", minLength: "…" }`: what lies under the field are the rules that it broke. */
function isRules(value: Readonly<Record<string, unknown>>): boolean {
  const { names } = membersOf(value)
  return (
    names.some(name => SURE_RULE.test(name)) &&
    names.every(name => typeof value[name] === 'string' && (SURE_RULE.test(name) || RULE.test(name)))
  )
}

// No input has a field of such a name.
const SURE_RULE =
  /^(?:required|(?:min|max)(?:_?length|_?value|imum|_?items)|pattern|regex|unique|not_?(?:empty|blank|null)|is[A-Z]\w+|isEmpty|between|confirmed)$/i
const RULE =
  /^(?:min|max|length|size|type|format|email|url|uuid|enum|in|integer|numeric|number|string|date|exists|range)$/i

function walkRules(value: Readonly<Record<string, unknown>>, spot: Spot, found: FoundField[]): void {
  for (const name of membersOf(value).names) {
    if (found.length < MAX_FIELDS) found.push(fieldAt(spot, name, textOf(value[name])))
  }
}

/** A form of Symfony: `errors` of its own, and `children` by name. */
function isForm(value: Readonly<Record<string, unknown>>): boolean {
  const names = Object.keys(value)
  return (isRecord(value.children) || isList(value.children)) && names.every(name => FORM.has(name))
}

const FORM = new Set(['children', 'errors', 'form', 'global', 'code', 'message'])

function walkForm(value: Readonly<Record<string, unknown>>, spot: Spot, found: FoundField[]): void {
  const next = { ...spot, depth: spot.depth + 1 }
  walk(value.errors ?? value.global, next, found)
  for (const [name, child] of childrenOf(value)) {
    const inner = isRecord(child) && !isRecord(child.children) && isList(child.errors) ? child.errors : child
    walk(inner, { ...next, path: [...spot.path, name] }, found)
  }
}

/** By name, or by place where the form is a collection. */
function childrenOf({ children }: Readonly<Record<string, unknown>>): readonly (readonly [PathSegment, unknown])[] {
  if (isList(children)) return [...children.slice(0, MAX_FIELDS).entries()]
  if (!isRecord(children)) return []
  return membersOf(children).names.map(name => [isIndex(name) ? Number(name) : name, children[name]] as const)
}

/** Zod 4 `treeifyError`: own errors, `properties` by name, `items` by index. */
function isTreeNode(value: Readonly<Record<string, unknown>>): boolean {
  if (!isList(value.errors)) return false
  if (isRecord(value.properties) || isList(value.items)) return true
  return Object.keys(value).length === 1 && value.errors.every(part => typeof part === 'string')
}

/** An entry of ASP.NET's model state as it is in memory: the input beside its errors. */
function isJudged(value: Readonly<Record<string, unknown>>): boolean {
  return isList(value.errors) && ('attemptedValue' in value || 'rawValue' in value)
}

function walkTreeNode(value: Readonly<Record<string, unknown>>, spot: Spot, found: FoundField[]): void {
  const next = { ...spot, depth: spot.depth + 1 }
  const own = spot.path.length === 0 && spot.scope === null ? { ...next, isBody: true as const } : next
  if (isList(value.errors)) for (const part of value.errors.slice(0, MAX_FIELDS)) walk(part, own, found)
  if (isRecord(value.properties)) {
    for (const name of membersOf(value.properties).names) {
      walk(value.properties[name], { ...next, path: [...spot.path, name] }, found)
    }
  }
  if (!isList(value.items)) return
  for (const [index, part] of value.items.slice(0, MAX_FIELDS).entries()) {
    walk(part, { ...next, path: [...spot.path, index] }, found)
  }
}

/** `obj.email`, `obj.items[0]`: a root that all keys share and that is no part of the input. */
function sharedPrefix(value: Readonly<Record<string, unknown>>, spot: Spot): string {
  if (spot.depth > 0) return ''
  const { names } = membersOf(value)
  return names.length > 0 && names.every(name => /^obj[.[]/.test(name)) ? 'obj' : ''
}

function isIndex(name: string): boolean {
  return /^\d+$/.test(name)
}

/** Laminas: under each field the rule that was broken, and its sentence. */
export function readRules(value: unknown): readonly FoundField[] {
  return readTree(value).map(field => {
    const rule = field.path.at(-1)
    return field.path.length < 2 || typeof rule !== 'string'
      ? field
      : { ...field, path: field.path.slice(0, -1), code: rule }
  })
}

/** How sure we may be that a map speaks of fields. */
export type Evidence = 'strong' | 'sentences' | 'words' | 'none'

/** `strong`: lists of texts, or objects with a message. `sentences`: texts for people. `words`: other texts. */
export function evidenceOf(value: unknown): Evidence {
  const { names, value: map } = membersOf(value)
  if (names.length === 0) return 'none'
  let weakest: Evidence = 'strong'
  const told = names.slice(0, 50).filter(name => map[name] !== null)
  if (told.length === 0) return 'none'
  for (const name of told) {
    const one = evidenceOfPart(map[name], 0)
    if (one === 'none') return 'none'
    if (rank(one) < rank(weakest)) weakest = one
  }
  return weakest
}

const ORDER: readonly Evidence[] = ['none', 'words', 'sentences', 'strong']
const rank = (evidence: Evidence) => ORDER.indexOf(evidence)

function evidenceOfPart(part: unknown, depth: number): Evidence {
  if (depth > 8) return 'none'
  if (part === null) return 'strong'
  if (typeof part === 'string') return isSentence(part) ? 'sentences' : 'words'
  if (isList(part)) return evidenceOfList(part, depth)
  if (!isRecord(part)) return 'none'
  if (isLeaf(part, 1) || isTreeNode(part)) return speaks(part) || isTreeNode(part) ? 'strong' : 'none'
  if (isJudged(part)) return 'strong'
  const { names, value } = membersOf(part)
  if (names.length === 0) return 'strong'
  const parts = names.slice(0, 20).map(name => evidenceOfPart(value[name], depth + 1))
  return parts.every(one => one === 'strong') ? 'strong' : parts.includes('none') ? 'none' : 'sentences'
}

function speaks(part: unknown): boolean {
  const message = messageOf(part)
  return message !== null || codeOf(part, FIELD_KEYS, null) !== null
}

function evidenceOfList(list: readonly unknown[], depth: number): Evidence {
  const head = list.slice(0, 20)
  if (head.every(part => typeof part === 'string')) {
    return head.length === 0 || head.some(part => isSentence(String(part))) || depth > 0 ? 'strong' : 'words'
  }
  const parts = head.filter(part => part !== null).map(part => evidenceOfPart(part, depth + 1))
  if (parts.includes('none')) return 'none'
  return parts.every(one => one === 'strong') ? 'strong' : 'sentences'
}

/** Whether all names of the map are words of an error envelope: then it is one error, no map of fields. */
export function isEnvelope(value: unknown, words: ReadonlySet<string>): boolean {
  const { names } = membersOf(value)
  return names.length > 0 && names.every(name => words.has(spell(name)))
}
