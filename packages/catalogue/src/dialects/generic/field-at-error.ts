import type { LegacyScope } from '../../legacy-error.ts'
import type { Code } from './as-code.ts'
import { parsePath, pathOf } from './field-path.ts'
import type { FoundField } from './found-field.ts'
import { isList, isRecord, member } from './members.ts'
import { scopeOf } from './scope-words.ts'
import { isToken, textOf } from './texts.ts'

/** Members beside the message that name the one field at fault. `path`, `name` and `target` mean other things there. */
const KEYS = [
  'param',
  'field',
  'parameter',
  'fieldname',
  'parametername',
  'paramname',
  'errorparam',
  'property',
  'propertyname',
  'attribute',
  'attr',
  'invalidfield',
  'invalidparameter',
  'campo',
  'pointer',
  'element',
  'missingfield',
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
): FoundField | null {
  if (message === null || status >= 500) return null
  for (const layer of layers) {
    const failure = failureItself(layer, message)
    if (failure !== null) return failure
    for (const holder of [
      layer,
      member(layer, 'details'),
      member(layer, 'detail'),
      member(layer, 'meta'),
      member(layer, 'data'),
      member(layer, 'context'),
    ]) {
      if (!isRecord(holder)) continue
      const named = nameIn(holder)
      if (named === null) continue
      const own = holder === layer && typeof code === 'string' && !VAGUE.test(code) ? code : null
      return { scope: named.scope, path: parsePath(named.name), code: own, message }
    }
  }
  return null
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

function nameIn(holder: Readonly<Record<string, unknown>>): { name: string; scope: LegacyScope | null } | null {
  const scope = scopeOf(member(holder, 'location')) ?? scopeOf(member(holder, 'in'))
  const source = holder.source
  if (isRecord(source)) {
    const pointer = textOf(source.pointer)
    if (pointer !== null) return { name: pointer, scope: 'body' }
    const parameter = textOf(source.parameter)
    if (parameter !== null) return { name: parameter, scope: 'query' }
  }
  const path = textOf(holder.path)
  if (path !== null && /^\$\.\w/.test(path)) return { name: path, scope }
  for (const key of KEYS) {
    const name = textOf(member(holder, key))
    if (name !== null && name.length <= 200 && (isToken(name) || /^[/$[]/.test(name) || /^[\w.[\]$-]+$/.test(name)))
      return { name, scope }
  }
  return null
}
