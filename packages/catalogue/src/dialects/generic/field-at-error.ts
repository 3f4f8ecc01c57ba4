import type { LegacyScope } from '../../legacy-error.ts'
import type { Code } from './as-code.ts'
import { readItem } from './field-item.ts'
import { parsePath, pathOf } from './field-path.ts'
import type { FoundField } from './found-field.ts'
import { heldBy, isList, isRecord, member } from './members.ts'
import { scopeOf } from './scope-words.ts'
import { isMessageKey, isToken, textOf } from './texts.ts'

/** Members beside the message that name the one field at fault. `path`, `name` and `target` mean other things there. */
const KEYS = [
  'param',
  'field',
  'parameter',
  'fieldname',
  'parametername',
  'paramname',
  'errorparam',
  'errorpath',
  'errorfield',
  'property',
  'propertyname',
  'attribute',
  'attr',
  'invalidfield',
  'invalidparameter',
  'campo',
  'champ',
  'feld',
  'veld',
  'locator',
  'pointer',
  'element',
  'missingfield',
  'argument',
  'argumentname',
] as const

/** Codes that say no more than "bad request": the field's error has no code of its own then. */
const VAGUE =
  /^(?:bad_?request(?:_?error)?|validation(?:_?(?:error|failed|failure|exception))?|invalid_?(?:request|input|parameters?|params?|argument|field|data)?(?:_?error)?|unprocessable_?entity|not_?found|conflict|request_?validation_?failed|failed_?validation)$/i

/** The one field that an error names beside its message (Stripe's `param`). */
export function fieldAtError(
  layers: readonly unknown[],
  message: string | null,
  code: Code | null,
  status: number,
): readonly FoundField[] {
  if (message === null || status >= 500) return []
  for (const layer of layers) {
    const found = failureItself(layer, message) ?? fieldBeside(layer, message, code) ?? fieldInDetails(layer, message)
    if (found !== null) return [found]
    const listed = status === 400 || status === 422 ? fieldsListed(layer, message) : []
    if (listed.length > 0) return listed
  }
  return []
}

/** `fields: ["isbn", "days"]`: one sentence about several fields. */
function fieldsListed(layer: unknown, message: string): readonly FoundField[] {
  for (const key of heldBy(layer, LISTS)) {
    const names = member(layer, key)
    if (!isList(names) || names.length === 0 || names.length > 50) continue
    const paths = names.map(name =>
      typeof name === 'string' && /^[\w$][\w.[\]$-]{0,100}$/.test(name) ? parsePath(name) : null,
    )
    if (paths.every(path => path !== null)) return paths.map(path => ({ scope: null, path, code: null, message }))
  }
  return []
}

const LISTS = [
  'fields',
  'fieldnames',
  'invalidfields',
  'missingfields',
  'invalidparams',
  'invalidparameters',
  'missingparams',
  'missingparameters',
  'affectedfields',
] as const

/** `{ message, param }`: the code is the field's too, where it says more than "bad request". */
function fieldBeside(layer: unknown, message: string, code: Code | null): FoundField | null {
  const named = nameIn(layer)
  if (named === null) return null
  const own = typeof code === 'string' && !VAGUE.test(code) ? code : null
  if (isMessageKey(message)) return { scope: named.scope, path: parsePath(named.name), code: message, message: null }
  return { scope: named.scope, path: parsePath(named.name), code: own, message }
}

/** `{ message, details: { field } }`. */
function fieldInDetails(layer: unknown, message: string): FoundField | null {
  for (const key of ['details', 'detail', 'meta', 'data', 'context']) {
    const holder = member(layer, key)
    const named = nameIn(holder)
    if (named === null) continue
    return fieldWithMessage(holder) ?? { scope: named.scope, path: parsePath(named.name), code: null, message }
  }
  return null
}

/** `detail: { field, issue }`: one field with a sentence of its own. */
function fieldWithMessage(holder: unknown): FoundField | null {
  const item = readItem(holder)
  const field = item?.located === true && item.fields.length === 1 ? item.fields[0] : undefined
  return field === undefined || field.message === null || field.path.length === 0 ? null : field
}

/** The error is the failure of one field (Superstruct): its path is a list, beside the rule and the message. */
function failureItself(layer: unknown, message: string): FoundField | null {
  const path = member(layer, 'path')
  if (!isList(path) || path.length === 0 || isList(member(layer, 'locations'))) return null
  const parts = pathOf(path)
  const rule = textOf(member(layer, 'type'))
  return parts === null
    ? null
    : { scope: null, path: parts, code: rule !== null && isToken(rule) ? rule : null, message }
}

function nameIn(holder: unknown): { name: string; scope: LegacyScope | null } | null {
  const scope = scopeOf(member(holder, 'location')) ?? scopeOf(member(holder, 'in'))
  if (!isRecord(holder)) return null
  const source = holder.source
  if (isRecord(source)) {
    const pointer = textOf(source.pointer)
    if (pointer !== null) return { name: pointer, scope: 'body' }
    const parameter = textOf(source.parameter)
    if (parameter !== null) return { name: parameter, scope: 'query' }
  }
  const path = textOf(holder.path)
  if (path !== null && /^\$\.\w/.test(path)) return { name: path, scope }
  for (const key of heldBy(holder, KEYS)) {
    const name = textOf(member(holder, key))
    if (name !== null && name.length <= 200 && (isToken(name) || /^[/$[]/.test(name) || /^[\w.[\]$-]+$/.test(name)))
      return { name, scope }
  }
  return null
}
