import { type FoundField, MAX_FIELDS } from './found-field.ts'
import { namesField, readItem } from './field-item.ts'
import { FIELD_KEYS, type FieldKeys } from './field-keys.ts'
import { fieldsInSentence, ITEM_NOTATIONS, MESSAGE_NOTATIONS } from './field-sentence.ts'
import { evidenceOf, isEnvelope, readRules, readTree } from './field-tree.ts'
import { isList, isRecord, member, membersOf, spell } from './members.ts'
import { isJsonText, isPhraseText, isSentence, textOf } from './texts.ts'
import { readConstraints } from './constraint-tree.ts'
import { ENVELOPE_WORDS, HOLDERS, LISTS, MAPS, WEAK_MAPS } from './field-containers.ts'

/** What the search for field errors needs to know about the error. */
export interface FieldContext {
  readonly status: number
  /** The message and the code of the error: they tell a failed validation from plain context. */
  readonly wording: string | null
  readonly code: string | number | null
}

/** A container that was read, and how well it spoke of fields. */
interface Candidate {
  readonly fields: readonly FoundField[]
  readonly located: boolean
}

const MAX_HOLDERS = 60

/** The field errors of a body: from the container that speaks of fields best. */
export function findFields(layers: readonly unknown[], context: FieldContext): readonly FoundField[] {
  const candidates: Candidate[] = []
  const root = layers.at(-1)
  if (isList(root)) push(candidates, readList(root, context))
  for (const holder of holders(layers))
    if (isTree(holder)) push(candidates, { fields: readTree(holder), located: true })
  for (const holder of holders(layers)) readHolder(holder, context, candidates)
  const best = bestOf(candidates)
  if (best !== null) return best.fields
  const mapped = layers.flatMap(layer => rootMap(layer, layers, context))
  if (mapped.length > 0) return mapped
  return context.wording === null || context.status >= 500 ? [] : fieldsInSentence(context.wording, MESSAGE_NOTATIONS)
}

function push(candidates: Candidate[], candidate: Candidate | null): void {
  if (candidate !== null && candidate.fields.length > 0) candidates.push(candidate)
}

/** Zod 4 `treeifyError`, spread into the error. */
function isTree(holder: unknown): boolean {
  return isList(member(holder, 'errors')) && (isRecord(member(holder, 'properties')) || isList(member(holder, 'items')))
}

/** Paths first, then codes, then the order in which they were found. */
function bestOf(candidates: readonly Candidate[]): Candidate | null {
  let best: Candidate | null = null
  for (const candidate of candidates) if (best === null || worth(candidate) > worth(best)) best = candidate
  return best
}

function worth({ fields, located }: Candidate): number {
  return (located ? 4 : 0) + (fields.some(field => field.code !== null) ? 2 : 0)
}

/** The objects that may hold a container: the layers, and what is known to wrap details. */
function holders(layers: readonly unknown[]): readonly unknown[] {
  const queue: unknown[] = [...layers]
  const seen = new Set<unknown>(queue)
  for (let i = 0; i < queue.length && queue.length < MAX_HOLDERS; i++) {
    const { spelled, value } = membersOf(queue[i])
    for (const [spelling, name] of spelled) {
      if (!HOLDERS.has(spelling)) continue
      const inner = value[name]
      for (const one of isList(inner) ? inner.slice(0, 20) : [inner]) {
        if (!isRecord(one) || seen.has(one)) continue
        seen.add(one)
        queue.push(one)
      }
    }
  }
  return queue
}

function readHolder(holder: unknown, context: FieldContext, candidates: Candidate[]): void {
  const flattened = readFlattened(holder)
  if (flattened !== null) candidates.push(flattened)
  push(candidates, readBySource(member(holder, 'validation'), context.wording))
  for (const spelling of LISTS) {
    const value = member(holder, spelling)
    const parsed = typeof value === 'string' && isJsonText(value) ? parse(value) : value
    if (isList(parsed)) push(candidates, readList(parsed, context, spelling))
  }
  for (const spelling of MAPS) push(candidates, readMap(member(holder, spelling), spelling, context))
}

/** `JSON.parse` of a list that was put into a text (Zod's message); `null` where it is none. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Zod's `flatten`: `formErrors` beside `fieldErrors`. */
function readFlattened(holder: unknown): Candidate | null {
  const map = member(holder, 'fielderrors')
  if (!isRecord(map) || evidenceOf(map) === 'none') return null
  const whole = member(holder, 'formerrors') ?? member(holder, 'globalerrors')
  const global = isList(whole) ? readTree({ '': whole }) : []
  const fields = [...readTree(map), ...global]
  return fields.length === 0 ? null : { fields, located: true }
}

/** hapi and celebrate: `validation: { source, keys }`, or one of these for each place. The sentences lie beside it. */
function readBySource(value: unknown, wording: string | null): Candidate | null {
  if (!isRecord(value)) return null
  const parts = Array.isArray(value.keys) ? [value] : Object.values(value).slice(0, 8)
  const fields: FoundField[] = []
  for (const part of parts) {
    const message = isRecord(part) ? (part.message ?? wording) : null
    if (!isRecord(part) || typeof part.source !== 'string' || typeof message !== 'string') return null
    const scope = readItem({ in: part.source, path: 'x', message: 'x y' })?.fields[0]?.scope ?? null
    for (const field of fieldsInSentence(message, MESSAGE_NOTATIONS)) fields.push({ ...field, scope })
  }
  return fields.length === 0 ? null : { fields, located: true }
}

/** A list of errors: objects that name a field, or sentences. */
export function readList(
  list: readonly unknown[],
  context: FieldContext,
  spelling = '',
  keys: FieldKeys = FIELD_KEYS,
): Candidate | null {
  if (list.length > 0 && list.slice(0, 20).every(part => typeof part === 'string'))
    return readSentences(list, context, spelling)
  const constraints = readConstraints(list)
  if (constraints.length > 0) return { fields: constraints, located: true }
  const found: FoundField[] = []
  let located = false
  for (const part of list.slice(0, MAX_FIELDS * 10)) {
    if (found.length >= MAX_FIELDS) break
    if (isGraphql(part)) return null
    const item = readItem(part, keys)
    if (item === null) continue
    located ||= item.located
    for (const field of item.fields) found.push(item.located ? field : { ...field, scope: 'global' })
  }
  if (located) return { fields: found, located }
  return standsAlone(found, context, spelling) ? { fields: found.flatMap(inSentence), located } : null
}

/** `{ message: "user.username: must not be null" }`: only the sentence names the field. */
function inSentence(field: FoundField): readonly FoundField[] {
  const named = field.message === null ? [] : fieldsInSentence(field.message, ITEM_NOTATIONS)
  return named.length === 0 ? [field] : named.map(one => ({ ...one, code: field.code ?? one.code }))
}

/** A GraphQL error's `path` is the place in the answer, not in the input. */
function isGraphql(part: unknown): boolean {
  return isRecord(part) && isList(part.locations) && isRecord(part.locations[0]) && 'line' in part.locations[0]
}

/** Errors without a field are told apart from the error itself only where that one says something else. */
function standsAlone(found: readonly FoundField[], context: FieldContext, spelling: string): boolean {
  if (spelling === 'declared') return true
  if (context.wording === null || !isClientFault(context.status)) return false
  if (!LISTED_RULES.has(spelling)) return false
  return found.every(field => field.message !== null && field.message !== context.wording)
}

const LISTED_RULES = new Set([
  'errors',
  'validationerrors',
  'violations',
  'details',
  'fielderrors',
  'issues',
  'problems',
  'errorcauses',
  'causes',
])

function isClientFault(status: number): boolean {
  return status === 400 || status === 409 || status === 422 || status === 200
}

function readSentences(list: readonly unknown[], context: FieldContext, spelling: string): Candidate | null {
  if (SENTENCE_LISTS.has(spelling) === false && spelling !== '') return null
  const fields: FoundField[] = []
  let located = false
  for (const part of list.slice(0, MAX_FIELDS)) {
    const text = textOf(part)
    if (text === null || isPhraseText(text, context.status)) continue
    const known = fieldsInSentence(text, ITEM_NOTATIONS)
    located ||= known.length > 0
    fields.push(...(known.length > 0 ? known : [{ scope: 'global' as const, path: [], code: null, message: text }]))
  }
  if (!located && (list.length === 1 || spelling === 'message' || spelling === '')) return null
  return { fields, located }
}

const SENTENCE_LISTS = new Set([
  'declared',
  'errors',
  'message',
  'details',
  'messages',
  'detail',
  'violations',
  'validationerrors',
  'error',
  'issues',
  'errorcauses',
  'erros',
  'errores',
])

/** A map from fields to what is wrong with them. */
export function readMap(value: unknown, spelling: string, context: FieldContext): Candidate | null {
  if (!isRecord(value) || (isEnvelope(value, ENVELOPE_WORDS) && !isOpenMap(value, spelling, context))) return null
  const evidence = evidenceOf(value)
  if (evidence === 'none') return null
  if (evidence === 'words' && !SURE_MAPS.has(spelling)) return null
  if (WEAK_MAPS.has(spelling) && (holdsContainer(value) || !mayBeWeak(evidence, context))) return null
  const fields = spelling === 'validationmessages' ? readRules(value) : readTree(value)
  return fields.length === 0
    ? null
    : { fields, located: fields.some(field => field.path.length > 0) || evidence === 'strong' }
}

const SURE_MAPS = new Set([
  'errors',
  'fielderrors',
  'modelstate',
  'validationerrors',
  'invalidfields',
  'invalidparams',
  'violations',
])

/** `details: { errors: [...] }`: what holds the fields is one level deeper. */
function holdsContainer(value: unknown): boolean {
  return [
    'errors',
    'fielderrors',
    'issues',
    'violations',
    'causes',
    'fieldviolations',
    'validationerrors',
    'invalidparams',
    'detail',
  ].some(key => {
    const inner = member(value, key)
    return isRecord(inner) || (isList(inner) && isRecord(inner[0]))
  })
}

/** `errors: { message: "too short" }` beside a message: there the fields only have unlucky names. */
function isOpenMap(value: Readonly<Record<string, unknown>>, spelling: string, context: FieldContext): boolean {
  if (membersOf(value).names.some(name => typeof value[name] === 'object' || name.startsWith('_'))) return true
  return (
    !WEAK_MAPS.has(spelling) &&
    context.wording !== null &&
    context.wording !== member(value, 'message') &&
    context.wording !== member(value, 'detail')
  )
}

/** `details` and `data` hold fields for one code and plain context for the next. */
function mayBeWeak(evidence: string, context: FieldContext): boolean {
  if (evidence === 'strong') return isClientFault(context.status)
  if (evidence !== 'sentences' || !isClientFault(context.status)) return false
  return context.wording === null || isValidation(context.code) || isValidation(context.wording)
}

function isValidation(text: string | number | null): boolean {
  return (
    typeof text === 'string' &&
    /valid|param|argument|field|input|schema|constraint|unprocess|missing|required|fail|request/i.test(text)
  )
}

/** A map from fields to sentences and nothing else (a handler of Spring): no member is the sentence of the error. */
export function isBareMap(value: unknown, status: number): boolean {
  if (!isRecord(value) || !isClientFault(status)) return false
  const { names } = membersOf(value)
  if (names.some(name => typeof value[name] !== 'string' || TEXT_KEY.test(name))) return false
  return names.every(name => isSentence(String(value[name]))) && names.some(name => !ENVELOPE_WORDS.has(spell(name)))
}

/** Names of the sentence of an error, in any language that we know of: no field is called so. */
const TEXT_KEY =
  /messag|mensa|error|erro|fehler|reason|msg|fault|meldung|nachricht|detail|cause|description|status|code|exception|hint|url|link|text|response|summary|^title$/i

/** The object itself as a map: Rails, Django REST, Zod's `format`. */
function rootMap(layer: unknown, layers: readonly unknown[], context: FieldContext): readonly FoundField[] {
  if (!isRecord(layer) || !isClientFault(context.status)) return []
  const map: [string, unknown][] = []
  for (const name of membersOf(layer).names) {
    const value = layer[name]
    const isWord = ENVELOPE_WORDS.has(spell(name))
    if (layers.includes(value)) continue
    const one = evidenceOf({ [name]: value })
    if (one === 'strong' && !NEVER_FIELDS.has(spell(name)) && !isListOfFields(value)) map.push([name, value])
    else if (!isWord && typeof value === 'string' && one === 'sentences' && context.wording === null)
      map.push([name, value])
    else if (!isWord) return []
    else if (typeof value === 'string' && context.wording !== null && isTextKey(name)) return []
  }
  return readTree(Object.fromEntries(map))
}

/** Items that name their fields themselves are no errors of the member that holds them. */
function isListOfFields(value: unknown): boolean {
  return isList(value) && isRecord(value[0]) && namesField(value[0]) && !('msg' in value[0])
}

function isTextKey(name: string): boolean {
  return ['message', 'msg', 'error', 'code', 'description'].includes(spell(name))
}

const NEVER_FIELDS = new Set([
  'fehler',
  'erreur',
  'erro',
  'errore',
  'fault',
  'err',
  'exception',
  'detail',
  'error',
  'errors',
  'message',
  'messages',
  'stack',
  'trace',
  'links',
  'warnings',
  'errormessages',
  'stacktrace',
  'results',
  'meta',
])
