import { readConstraints } from './constraint-tree.ts'
import { ENVELOPE_WORDS, LISTS } from './field-containers.ts'
import { type Candidate, type FieldContext, isClientFault } from './field-context.ts'
import { readItem } from './field-item.ts'
import { FIELD_KEYS, type FieldKeys } from './field-keys.ts'
import { fieldsInSentence, ITEM_NOTATIONS } from './field-sentence.ts'
import { evidenceOf, readTree } from './field-tree.ts'
import { type FoundField, MAX_FIELDS } from './found-field.ts'
import { isList, isRecord, membersOf, spell } from './members.ts'
import { isPhraseText, isSentence, textOf } from './texts.ts'
import { withoutAsides } from './without-asides.ts'

/** A list of errors: objects that name a field, or sentences. */
export function readList(
  all: readonly unknown[],
  context: FieldContext,
  spelling = '',
  keys: FieldKeys = FIELD_KEYS,
): Candidate | null {
  const list = withoutAsides(all)
  if (list.length > 0 && list.slice(0, 20).every(part => typeof part === 'string'))
    return readSentences(list, context, spelling)
  const constraints = readConstraints(list)
  if (constraints.length > 0) return { fields: constraints, located: true }
  const pairs = readRows(list, spelling) ?? readPairs(list) ?? readTuples(list)
  if (pairs !== null) return pairs
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
  const others = spelling === 'declared' ? found : found.filter(field => field.message !== context.wording)
  return standsAlone(others, context, spelling) ? { fields: others.flatMap(inSentence), located } : null
}

/** `[{}, { isbn: ["…"] }]` as the body: a map for each row of the input, an empty one for a row without fault. */
function readRows(list: readonly unknown[], spelling: string): Candidate | null {
  const rows = list.slice(0, MAX_FIELDS).map(row => membersOf(row).names.length)
  if (spelling !== '' || !rows.includes(0) || !list.every(row => isRecord(row) && isRow(row))) return null
  const fields = readTree(list)
  return fields.length === 0 ? null : { fields, located: true }
}

function isRow(row: Readonly<Record<string, unknown>>): boolean {
  const { names } = membersOf(row)
  return names.length === 0 || (evidenceOf(row) === 'strong' && !names.some(name => isWordOfErrors(spell(name))))
}

/** `[{ isbn: "is too short" }, { branch: "is closed" }]`: a map whose members were put into a list one by one. */
function readPairs(list: readonly unknown[]): Candidate | null {
  const isPair = (part: unknown) => {
    const [name, ...more] = membersOf(part).names
    if (name === undefined || more.length > 0 || isWordOfErrors(spell(name))) return false
    return ['sentences', 'strong'].includes(evidenceOf(part))
  }
  if (list.length === 0 || !list.slice(0, 20).every(isPair)) return null
  return { fields: list.slice(0, MAX_FIELDS).flatMap(part => readTree(part)), located: true }
}

/** Words of errors and of what holds them: `[{ errorSummary: "…" }]` is no list of fields. */
function isWordOfErrors(spelling: string): boolean {
  return ENVELOPE_WORDS.has(spelling) || LISTS.includes(spelling) || /error|messag|msg/.test(spelling)
}

/** `[["copy", "must be given"], ["days", "must be positive"]]` */
function readTuples(list: readonly unknown[]): Candidate | null {
  const isTuple = (part: unknown): part is readonly [string, string] =>
    isList(part) &&
    part.length === 2 &&
    typeof part[0] === 'string' &&
    /^[A-Za-z_$][\w$.[\]-]{0,200}$/.test(part[0]) &&
    typeof part[1] === 'string' &&
    isSentence(part[1])
  if (list.length === 0 || !list.slice(0, 20).every(isTuple)) return null
  const tuples = list.slice(0, MAX_FIELDS).filter(isTuple)
  return { fields: tuples.flatMap(([name, message]) => readTree({ [name]: [message] })), located: true }
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
  return found.every(field => field.message !== null)
}

const LISTED_RULES = new Set([
  'reasons',
  'failures',
  'errordetails',
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

function readSentences(list: readonly unknown[], context: FieldContext, spelling: string): Candidate | null {
  if (SENTENCE_LISTS.has(spelling) === false && spelling !== '') return null
  if (WORD_LISTS.has(spelling) && !list.slice(0, 20).every(part => isSentence(String(part)))) return null
  const fields: FoundField[] = []
  let located = false
  for (const part of list.slice(0, MAX_FIELDS)) {
    const text = textOf(part)
    if (text === null || isPhraseText(text, context.status)) continue
    const known = fieldsInSentence(text, ITEM_NOTATIONS)
    located ||= known.length > 0
    fields.push(...(known.length > 0 ? known : [{ scope: 'global' as const, path: [], code: null, message: text }]))
  }
  if (!located && list.length === 1) return null
  return { fields, located }
}

/** Lists that hold words for machines as often as sentences. */
const WORD_LISTS = new Set(['', 'reasons', 'problems', 'failures'])

const SENTENCE_LISTS = new Set([
  'errormessages',
  'reasons',
  'problems',
  'failures',
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
