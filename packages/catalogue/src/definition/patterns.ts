// Codes are keys of look-up tables in clients; names that every object inherits would be found where nothing was put.
const INHERITED =
  '__proto__|constructor|hasOwnProperty|isPrototypeOf|propertyIsEnumerable|prototype|toLocaleString|toString|valueOf'

/** A code: a stable machine name. */
export const CODE_PATTERN = `^(?!(?:${INHERITED})$)[A-Za-z][A-Za-z0-9_.-]*$`

/** A member of the v2 body. RFC 9457 section 3.2 asks for letters, digits and underscores, three or more; v1 names may be shorter. */
export const MEMBER_PATTERN = `^(?!(?:${INHERITED})$)[A-Za-z_][A-Za-z0-9_]*$`

/** A BCP 47 tag without extensions and private use. */
export const LANGUAGE_PATTERN = '^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$'

/** `GET /loans/:id` or `/loans/:id`. */
export const ROUTE_PATTERN = '^(?:[A-Za-z]+ +)?/[^\\s?#]*$'

/** A status as the key of a map. */
export const STATUS_KEY_PATTERN = '^[45][0-9][0-9]$'

const RESERVED = new RegExp(`^(?:${INHERITED})$`)

/** Whether a name is one that every object inherits. */
export function isInherited(name: string): boolean {
  return RESERVED.test(name)
}

const FORMS: ReadonlyMap<string, string> = new Map([
  [CODE_PATTERN, 'a letter, then letters, digits, ".", "_" and "-"'],
  [MEMBER_PATTERN, 'a letter or "_", then letters, digits and "_"'],
  [LANGUAGE_PATTERN, 'a BCP 47 language tag such as en or pt-BR'],
  [ROUTE_PATTERN, 'a path that begins with "/", with a method before it or without, such as GET /loans/:id'],
  [STATUS_KEY_PATTERN, 'a status from 400 to 599'],
])

/** A pattern in words. */
export function formOf(pattern: string): string {
  return FORMS.get(pattern) ?? pattern
}
