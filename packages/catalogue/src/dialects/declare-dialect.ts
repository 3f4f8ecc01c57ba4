import type { DialectDeclaration } from '../entry.ts'
import type { Dialect, FieldPlaces, Places } from './dialect.ts'

/**
 * A dialect of the API's own from its data. Members are looked up from `at`; trace, docs, hint and retry from the body
 * as well. With a list at `at`, the items that name a path are fields, and the first one speaks for the whole.
 *
 * @example declareDialect({ name: 'acme', at: 'errors[]', message: 'reason', code: 'kind', path: 'field', trace: 'meta.id' })
 */
export function declareDialect(data: DialectDeclaration): Dialect {
  const at = data.at ?? ''
  const under = (path: string | undefined) => (path === undefined ? [] : [join(at, path)])
  const outerFirst = (path: string) => (at.endsWith('[]') && path !== '' ? [path, join(at, path)] : [join(at, path)])
  const anywhere = (path: string | undefined) => (path === undefined ? [] : [...new Set([join(at, path), path])])
  const fields = fieldPlaces(data, at)
  const places: Places = {
    ...(data.message === undefined ? {} : { message: outerFirst(data.message) }),
    ...(data.code === undefined ? {} : { code: outerFirst(data.code) }),
    status: anywhere(data.status),
    trace: anywhere(data.trace),
    docs: anywhere(data.docs),
    hint: anywhere(data.hint),
    retry: anywhere(data.retry),
    ...(fields === null ? {} : { fields: [fields] }),
  }
  const signs = [...under(data.message), ...under(data.code)]
  return {
    name: data.name,
    about: `Declared by the catalogue${at === '' ? '' : `, at \`${at}\``}.`,
    kinds: ['json', 'xml'],
    signatures: signs.length === 0 ? [[{ at, is: 'any' }]] : signs.map(sign => [{ at: sign, is: ['text', 'number'] }]),
    places,
  }
}

function fieldPlaces(data: DialectDeclaration, at: string): FieldPlaces | null {
  if (data.fields === undefined && (data.path === undefined || !at.endsWith('[]'))) return null
  const list = (...names: readonly (string | undefined)[]) => names.filter(name => name !== undefined)
  return {
    at:
      data.fields === undefined
        ? at
        : data.fields.startsWith(`${at}.`) || at === ''
          ? data.fields
          : join(at, data.fields),
    path: list(data.path),
    message: data.fields === undefined ? list(data.fieldMessage, data.message) : list(data.fieldMessage),
    code: data.fields === undefined ? list(data.fieldCode, data.code) : list(data.fieldCode),
    scope: list(data.fieldScope),
  }
}

function join(at: string, path: string): string {
  if (path === '' || path === '.') return at
  return at === '' || path.startsWith('[') ? `${at}${path}` : `${at}.${path}`
}
