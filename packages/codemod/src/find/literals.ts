import { GRAM, gramAt, isMarked, type Needles } from './needles.ts'

/** A literal of a source text as its bytes show it: what stands between the quotes, with its escapes resolved. */
export interface Literal {
  /** The texts of it: one for a string, several for a template with holes or a regular expression. */
  readonly pieces: readonly string[]
  readonly kind: 'string' | 'template' | 'regex'
  /** The place of its quote. */
  readonly start: number
  /** The first byte behind it. */
  readonly end: number
}

const LONGEST = 2_000
const NEWLINE = 10
const SLASH = 47
const BACKSLASH = 92
const BACKTICK = 96
const DOUBLE = 34
const SINGLE = 39

export function isQuote(byte: number | undefined): boolean {
  return byte === SINGLE || byte === DOUBLE || byte === BACKTICK
}

/** The literal whose quote, or slash, stands at a place; `null` when none ends as it should. */
export function literalAt(bytes: Buffer, at: number): Literal | null {
  const quote = bytes[at]
  if (quote === SLASH && !mayBeginRegex(bytes, at)) return null
  const end = endOf(bytes, at)
  if (end === -1) return null
  const raw = bytes.toString('utf8', at + 1, end)
  if (quote === SLASH) return { kind: 'regex', pieces: regexPieces(raw), start: at, end: end + 1 }
  if (quote !== BACKTICK) return { kind: 'string', pieces: [unescapeText(raw)], start: at, end: end + 1 }
  const pieces = raw.split(/\$\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/)
  return { kind: pieces.length > 1 ? 'template' : 'string', pieces: pieces.map(unescapeText), start: at, end: end + 1 }
}

const STAR = 42

// A slash that follows a value divides, and two slashes or a star begin a comment.
function mayBeginRegex(bytes: Buffer, at: number): boolean {
  if (bytes[at + 1] === SLASH || bytes[at + 1] === STAR) return false
  const before = bytes.toString('latin1', Math.max(0, at - 40), at).trimEnd()
  return before === '' || /[(,=:[!&|?{};+>]$|\b(?:return|case|typeof)$/.test(before)
}

function endOf(bytes: Buffer, at: number): number {
  const quote = bytes[at]
  const last = Math.min(bytes.length, at + LONGEST)
  for (let end = at + 1; end < last; end += 1) {
    const byte = bytes[end]
    if (byte === quote) return end
    if (byte === BACKSLASH) end += 1
    else if (byte === NEWLINE && quote !== BACKTICK) return -1
  }
  return -1
}

const FARTHEST_INDENT = 78

/** Whether a place lies in a line of a comment. */
export function isInComment(bytes: Buffer, place: number): boolean {
  if (bytes[place] === NEWLINE) return false
  let start = place
  while (start > 0 && bytes[start - 1] !== NEWLINE) start -= 1
  let at = start
  while (at < place && isBlank(bytes[at])) at += 1
  if (at - start > FARTHEST_INDENT) return false
  if (bytes[at] === STAR) return at < place
  return bytes[at] === SLASH && (bytes[at + 1] === SLASH || bytes[at + 1] === STAR) && at + 1 < place
}

function isBlank(byte: number | undefined): boolean {
  return byte === 32 || byte === 9 || byte === 13 || byte === 11 || byte === 12 || byte === 0xa0
}

const PLAIN = Uint8Array.from({ length: 256 }, (_, byte) => (byte > 32 && byte < 127 && byte !== BACKSLASH ? 1 : 0))

/** The end of a string that is one plain word, no letter of it escaped; -1 for any other. */
export function endOfWord(bytes: Buffer, at: number): number {
  const quote = bytes[at]
  if (quote !== SINGLE && quote !== DOUBLE) return -1
  for (let end = at + 1; ; end += 1) {
    const byte = bytes[end] ?? 0
    if (byte === quote) return end
    if (PLAIN[byte] === 0) return -1
  }
}

/** Whether some run of four bytes between two places is one of a wording's. */
export function holdsGramWithin(bytes: Buffer, from: number, to: number, { grams }: Needles): boolean {
  for (let at = from; at + GRAM <= to; at += 1) if (isMarked(grams, gramAt(bytes, at))) return true
  return false
}

/** The literals that a place may lie in: which quote opens it nobody can tell without reading the file from its start. */
export function* literalsAround(bytes: Buffer, place: number): Iterable<Literal> {
  const line = Math.max(bytes.lastIndexOf(NEWLINE, place) + 1, place - LONGEST)
  for (const quote of [SINGLE, DOUBLE, BACKTICK, SLASH]) {
    const start = openingBefore(bytes, place, quote, quote === BACKTICK ? Math.max(0, place - LONGEST) : line)
    const found = start === -1 ? null : literalAt(bytes, start)
    if (found !== null && found.end > place) yield found
  }
}

function openingBefore(bytes: Buffer, place: number, quote: number, first: number): number {
  for (let at = place; at >= first; at -= 1) if (bytes[at] === quote && !isEscaped(bytes, at)) return at
  return -1
}

function isEscaped(bytes: Buffer, at: number): boolean {
  let slashes = 0
  while (bytes[at - 1 - slashes] === BACKSLASH) slashes += 1
  return slashes % 2 === 1
}

const ESCAPE = /\\(?:u\{([0-9a-f]+)\}|u([0-9a-f]{4})|x([0-9a-f]{2})|(\r?\n)|([\s\S]))/gi
const NAMED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v', '0': '\0' }

/** What a string means whose escapes are written out. */
export function unescapeText(raw: string): string {
  if (!raw.includes('\\')) return raw
  return raw.replace(ESCAPE, (_, wide?: string, four?: string, two?: string, line?: string, one = '') => {
    const code = wide ?? four ?? two
    if (code !== undefined) return fromCode(Number.parseInt(code, 16))
    return line === undefined ? (NAMED[one] ?? one) : ''
  })
}

function fromCode(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : ''
}

const PARTS = /\\.|\[(?:[^\]\\]|\\.)*\]|\{[\d,]*\}|\(\?(?:[:=!]|<[=!]|<\w+>)|[^\\][?*]|[\^$|()+.?*]/

/** What a regular expression asks for in plain letters; a class, a group or a repetition parts it. */
export function regexPieces(source: string): readonly string[] {
  return source
    .replace(/\\[xu](?:\{[0-9a-f]+\}|[0-9a-f]{2,4})/gi, unescapeText)
    .split(PARTS)
    .filter(piece => piece.trim() !== '')
}
