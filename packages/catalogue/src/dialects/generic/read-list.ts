import { readConstraints } from './constraint-tree.ts'
import { type Candidate, type FieldContext, isClientFault } from './field-context.ts'
import { readItem } from './field-item.ts'
import { FIELD_KEYS, type FieldKeys } from './field-keys.ts'
import { fieldsInSentence, ITEM_NOTATIONS } from './field-sentence.ts'
import { type FoundField, MAX_FIELDS } from './found-field.ts'
import { isList, isRecord } from './members.ts'
import { isPhraseText, textOf } from './texts.ts'

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
