/** What may stand in a hole; each is a regular language over UTF-16 code units. */
export type HoleType = 'text' | 'int' | 'uuid' | 'word' | 'email' | 'pattern'

export interface TextPart {
  readonly kind: 'text'
  readonly text: string
}

export interface HolePart {
  readonly kind: 'hole'
  readonly name: string
  readonly type: HoleType
  /** The language of the hole as the source of a JS regular expression without flags. */
  readonly pattern: string
}

export type TemplatePart = TextPart | HolePart

/** A v1 wording: `Loan {id:int} not found`, parsed. Neighbouring texts are one part; no text part is empty. */
export interface MessageTemplate {
  readonly source: string
  readonly parts: readonly TemplatePart[]
}

/** Why a template could not be read, and where in its source. */
export interface TemplateFault {
  readonly code:
    | 'template-empty'
    | 'hole-unclosed'
    | 'hole-name'
    | 'hole-type'
    | 'hole-repeated'
    | 'holes-adjacent'
    | 'hole-pattern'
  readonly at: number
  readonly came: string
}

/** The languages of the named hole types. `text` is any non-empty text without a line break, as JS `.` sees one. */
export const HOLE_PATTERNS: Readonly<Record<Exclude<HoleType, 'pattern'>, string>> = {
  text: '[^\\n\\r\\u2028\\u2029]+',
  int: '[0-9]+',
  uuid: '[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}',
  word: '\\S+',
  email: '[^\\s@]+@[^\\s@]+',
}

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/

/** Reads `Loan {id:int} not found`. `{{` is a brace; a closing brace outside a hole stands for itself. */
export function parseTemplate(source: string): MessageTemplate | TemplateFault {
  const parts: TemplatePart[] = []
  const names = new Set<string>()
  let text = ''
  let at = 0

  const flush = () => {
    if (text !== '') parts.push({ kind: 'text', text })
    text = ''
  }

  while (at < source.length) {
    if (source.startsWith('{{', at)) {
      text += '{'
      at += 2
      continue
    }
    if (source[at] !== '{') {
      text += source[at]
      at += 1
      continue
    }
    const end = endOfHole(source, at)
    if (end === -1) return { code: 'hole-unclosed', at, came: source.slice(at) }
    const hole = parseHole(source.slice(at + 1, end))
    if (typeof hole === 'string') return { code: hole, at, came: source.slice(at, end + 1) }
    if (names.has(hole.name)) return { code: 'hole-repeated', at, came: hole.name }
    flush()
    if (parts.at(-1)?.kind === 'hole') return { code: 'holes-adjacent', at, came: source.slice(at, end + 1) }
    names.add(hole.name)
    parts.push(hole)
    at = end + 1
  }
  flush()
  if (parts.length === 0) return { code: 'template-empty', at: 0, came: source }
  return { source, parts }
}

/** Whether `parseTemplate` gave a fault. */
export function isTemplateFault(value: MessageTemplate | TemplateFault): value is TemplateFault {
  return 'code' in value
}

/** The names of the holes, in the order in which they stand. */
export function holesOf(template: MessageTemplate): readonly HolePart[] {
  return template.parts.filter(part => part.kind === 'hole')
}

/** The template as the source of an anchored JS regular expression: the one definition of its language. */
export function templatePattern(template: MessageTemplate): string {
  const body = template.parts.map(part => (part.kind === 'text' ? escapePattern(part.text) : `(?:${part.pattern})`))
  return `^${body.join('')}$`
}

/** Fills the holes; a hole without a value stays as it is written. */
export function fillTemplate(template: MessageTemplate, values: Readonly<Record<string, unknown>>): string {
  return template.parts
    .map(part => {
      if (part.kind === 'text') return part.text
      return Object.hasOwn(values, part.name) ? String(values[part.name]) : `{${part.name}}`
    })
    .join('')
}

// A pattern may hold braces of its own (`{n:/\d{3}/}`): it ends at the slash before the closing brace.
function endOfHole(source: string, start: number): number {
  const close = source.indexOf('}', start)
  const slash = source.indexOf(':/', start)
  if (slash === -1 || slash > close) return close
  const end = source.indexOf('/}', slash + 2)
  return end === -1 ? -1 : end + 1
}

function parseHole(inner: string): HolePart | 'hole-name' | 'hole-type' | 'hole-pattern' {
  const colon = inner.indexOf(':')
  const name = colon === -1 ? inner : inner.slice(0, colon)
  if (!NAME.test(name) || name === '__proto__') return 'hole-name'
  const type = colon === -1 ? 'text' : inner.slice(colon + 1)
  if (type.startsWith('/') && type.endsWith('/') && type.length > 2) {
    const pattern = type.slice(1, -1)
    return isPattern(pattern) ? { kind: 'hole', name, type: 'pattern', pattern } : 'hole-pattern'
  }
  if (!isNamedType(type)) return 'hole-type'
  return { kind: 'hole', name, type, pattern: HOLE_PATTERNS[type] }
}

function isNamedType(type: string): type is Exclude<HoleType, 'pattern'> {
  return Object.hasOwn(HOLE_PATTERNS, type)
}

function isPattern(source: string): boolean {
  try {
    new RegExp(source)
    return true
  } catch {
    return false
  }
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}
