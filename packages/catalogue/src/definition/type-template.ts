import { encodeReserved, encodeSimple } from '../encode-uri.ts'

// RFC 6570. Only the variable `code` has a value, so that an expression with another one is a fault, not an empty text.

/** Why a type template could not be read. */
export interface TypeTemplateFault {
  readonly at: number
  readonly came: string
  readonly expected: string
}

/** A type template that has been read: literals and expressions in turn. */
export interface TypeTemplate {
  readonly source: string
  readonly hasCode: boolean
  readonly expand: (code: string) => string
}

interface Operator {
  readonly first: string
  readonly named: boolean
  readonly ifEmpty: string
  readonly reserved: boolean
}

// The table of RFC 6570, appendix A.
const OPERATORS: Readonly<Record<string, Operator>> = {
  '': { first: '', named: false, ifEmpty: '', reserved: false },
  '+': { first: '', named: false, ifEmpty: '', reserved: true },
  '#': { first: '#', named: false, ifEmpty: '', reserved: true },
  '.': { first: '.', named: false, ifEmpty: '', reserved: false },
  '/': { first: '/', named: false, ifEmpty: '', reserved: false },
  ';': { first: ';', named: true, ifEmpty: '', reserved: false },
  '?': { first: '?', named: true, ifEmpty: '=', reserved: false },
  '&': { first: '&', named: true, ifEmpty: '=', reserved: false },
}

const EXPRESSION = /^([+#./;?&]?)code(?::([1-9][0-9]{0,3})|\*)?$/

// RFC 6570 section 2.1: what may not stand in a literal.
const BAD_LITERAL = /[\u0000-\u0020"'<>\\^`{|}\u007f]|%(?![0-9A-Fa-f]{2})/

/** Reads a type template such as `https://errors.library.example/{code}`. */
export function readTypeTemplate(source: string): TypeTemplate | TypeTemplateFault {
  const pieces: ((code: string) => string)[] = []
  let hasCode = false
  let at = 0
  while (at < source.length) {
    const open = source.indexOf('{', at)
    const literal = source.slice(at, open === -1 ? source.length : open)
    const bad = BAD_LITERAL.exec(literal)
    if (bad !== null) return { at: at + bad.index, came: bad[0], expected: 'a character that a URI may hold' }
    // RFC 6570 section 3.1: what no URI may hold as it stands is percent-encoded.
    const encoded = literal.replace(/[^\u0000-\u007f]+/g, encodeSimple)
    pieces.push(() => encoded)
    if (open === -1) break
    const close = source.indexOf('}', open)
    if (close === -1) return { at: open, came: source.slice(open), expected: 'a closing brace' }
    const expression = readExpression(source.slice(open + 1, close))
    if (expression === null) return { at: open, came: source.slice(open, close + 1), expected: '{code}' }
    pieces.push(expression)
    hasCode = true
    at = close + 1
  }
  return { source, hasCode, expand: code => pieces.map(piece => piece(code)).join('') }
}

/** Whether `readTypeTemplate` gave a fault. */
export function isTypeTemplateFault(value: TypeTemplate | TypeTemplateFault): value is TypeTemplateFault {
  return 'expected' in value
}

/** Whether a URI stands by itself: a scheme, and for http(s) a host too. */
export function isAbsolute(uri: string): boolean {
  if (/^https?:/i.test(uri)) return /^https?:\/\/[^/?#\s]/i.test(uri) && URL.canParse(uri)
  return /^[a-z][a-z0-9+.-]*:[^\s]/i.test(uri)
}

function readExpression(inner: string): ((code: string) => string) | null {
  const parts = EXPRESSION.exec(inner)
  const operator = OPERATORS[parts?.[1] ?? '']
  if (parts === null || operator === undefined) return null
  const length = parts[2] === undefined ? Number.POSITIVE_INFINITY : Number(parts[2])
  return code => {
    const text = code.slice(0, length)
    const value = operator.reserved ? encodeReserved(text) : encodeSimple(text)
    if (!operator.named) return operator.first + value
    return `${operator.first}code${value === '' ? operator.ifEmpty : `=${value}`}`
  }
}
