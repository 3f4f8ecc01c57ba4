import { cutBefore } from './cut-texts.ts'
import { endOfWord, holdsGramWithin, isQuote, type Literal, literalAt } from './literals.ts'
import type { Ends } from './meet-wording.ts'
import type { Needles } from './needles.ts'

/** A place where a text is tested, as the bytes show it: `error.message.includes('…')`. */
export interface AskedText {
  readonly at: number
  readonly ends: Ends
  /** What it is tested against; `null` when that is no literal. */
  readonly literal: Literal | null
  /** The source of what is tested, as far as it stands in one piece. */
  readonly tested: string
  /** Whether it is an assertion of a test, which may be about anything. */
  readonly asserts: boolean
}

/** A text that is called a message is tested against something that has a name. */
export interface AskedName {
  readonly at: number
  /** The first part of the name: `TEXTS` of `TEXTS.notFound`. */
  readonly root: string
}

const PAREN = 40
const EQUALS = 61
const BANG = 33
const SLASH = 47
const DOT = 46
const PLUS = 43
const BRACKET = 91

// Methods that test a text, by their last letter: most calls are told from them by one byte.
const METHODS: Readonly<Record<string, Ends>> = {
  includes: 'contains',
  startsWith: 'starts',
  endsWith: 'ends',
  indexOf: 'contains',
  lastIndexOf: 'contains',
  search: 'contains',
  match: 'contains',
  matchAll: 'contains',
  test: 'contains',
  exec: 'contains',
  localeCompare: 'equals',
}
const ASSERTIONS: Readonly<Record<string, Ends>> = {
  toBe: 'equals',
  toEqual: 'equals',
  toStrictEqual: 'equals',
  toContain: 'contains',
  toMatch: 'contains',
  toThrow: 'contains',
  toThrowError: 'contains',
  equal: 'equals',
  equals: 'equals',
  eq: 'equals',
  eql: 'equals',
  include: 'contains',
  contain: 'contains',
  throw: 'contains',
}
const ENDS: ReadonlyMap<string, Ends> = new Map([...Object.entries(METHODS), ...Object.entries(ASSERTIONS)])
const NAMES = [...ENDS.keys(), 'has', 'get']
const LONGEST_NAME = Math.max(...NAMES.map(name => name.length))
const LAST_LETTERS = new Set(NAMES.map(name => name.charCodeAt(name.length - 1)))
const ENDS_NAME = Uint8Array.from({ length: 256 }, (_, byte) => (LAST_LETTERS.has(byte) ? 1 : 0))
const SHAPES = new Set(NAMES.map(name => shapeOf(name.length, name.charCodeAt(0), name.charCodeAt(name.length - 1))))

// Nearly all other names differ in this, and need not be written out.
function shapeOf(length: number, first: number, last: number): number {
  return (length << 16) | (first << 8) | last
}

/**
 * The place of a test whose sign stands at a byte: the bracket of a call, or the last `=` of a comparison. `by-name` says
 * that some text is asked for something that has a name.
 */
export function askedAt(bytes: Buffer, at: number, needles: Needles): AskedText | AskedName | 'by-name' | null {
  switch (bytes[at]) {
    case PAREN: {
      const found = ENDS_NAME[bytes[at - 1] ?? 0] === 1 ? called(bytes, at, needles) : null
      if (found !== null) return found
      return isSwitch(bytes, at) && isWordingBehind(bytes, at + 1) ? { at, root: '' } : null
    }
    case BRACKET:
      return isLookup(bytes, at) ? { at, root: rootBefore(bytes, at) } : null
    case EQUALS: {
      const before = bytes[at - 1]
      if (bytes[at + 1] === EQUALS || (before !== EQUALS && before !== BANG)) return null
      return compared(bytes, at, needles)
    }
    default:
      return null
  }
}

function called(bytes: Buffer, at: number, needles: Needles): AskedText | AskedName | 'by-name' | null {
  const dot = dotBefore(bytes, at)
  if (dot === -1 || !SHAPES.has(shapeOf(at - dot - 1, bytes[dot + 1] ?? 0, bytes[at - 1] ?? 0))) return null
  const name = bytes.toString('latin1', dot + 1, at)
  const ends = ENDS.get(name)
  if (ends === undefined) return holderOf(bytes, at, dot, name)
  const argument = skipSpace(bytes, at + 1)
  if (Object.hasOwn(ASSERTIONS, name) && isWordApart(bytes, argument, needles)) return null
  const regex = name === 'test' || name === 'exec' ? regexBefore(bytes, dot) : null
  if (regex !== null) return { at, ends, literal: regex, tested: after(bytes, argument), asserts: false }
  const literal = literalFrom(bytes, argument)
  const asserts = Object.hasOwn(ASSERTIONS, name)
  if (literal === null && !asserts) {
    if (isWordingBehind(bytes, argument)) return { at, root: rootBefore(bytes, dot) }
    return isWordingBefore(bytes, dot) ? askedName(at, rootBehind(bytes, argument)) : 'by-name'
  }
  return { at, ends: widened(bytes, literal, ends), literal, tested: before(bytes, dot), asserts }
}

function compared(bytes: Buffer, at: number, needles: Needles): AskedText | AskedName | null {
  const left = bytes[at - 2] === EQUALS || bytes[at - 2] === BANG ? at - 3 : at - 2
  const right = skipSpace(bytes, at + 1)
  if (isNoWholeWording(bytes, left, right, needles)) return null
  const literal = literalFrom(bytes, right)
  if (literal !== null) {
    const cut = cutBefore(bytes, left + 1)
    const ends = cut === null ? widened(bytes, literal, 'equals') : 'contains'
    return { at, ends, literal, tested: cut ?? before(bytes, left + 1), asserts: false }
  }
  const ending = skipSpaceBack(bytes, left)
  if (!isQuote(bytes[ending])) return comparedWithName(bytes, at, ending + 1, right)
  const opening = bytes.lastIndexOf(bytes[ending] ?? 0, ending - 1)
  const found = opening < lineStart(bytes, ending) ? null : literalAt(bytes, opening)
  return { at, ends: 'contains', literal: found, tested: after(bytes, right), asserts: false }
}

// One word of which no wording has a piece: an assertion about it, which is one about anything, is about no wording.
function isWordApart(bytes: Buffer, at: number, needles: Needles): boolean {
  const end = endOfWord(bytes, at)
  return end !== -1 && !holdsGramWithin(bytes, at + 1, end, needles)
}

// One word is no whole wording where these are sentences, or where none has a piece of it. Behind a `+` it is a piece
// itself, and what it is compared with is one where a bracket stands before.
function isNoWholeWording(bytes: Buffer, left: number, right: number, needles: Needles): boolean {
  if (!needles.areLong) return false
  const end = endOfWord(bytes, right)
  if (end === -1 || bytes[skipSpace(bytes, end + 1)] === PLUS) return false
  const before = bytes[skipSpaceBack(bytes, left)]
  if (before === 41 || before === 93) return false
  return needles.areSpaced || !holdsGramWithin(bytes, right + 1, end, needles)
}

// What a text is looked up in: a set, a map, a table.
const HOLDERS = new Set(['has', 'get'])
// Not `ChatMessage`: a name with a capital is that of a class or of a constant.
const CALLED_WORDING =
  /(?:^|[^\w$])(?:[a-z_$][\w$]*(?:[mM]essage|[mM]sg|[dD]etails?|[rR]eason)|message|msg|details?|reason)$/
const NO_TEXT = /^(?:undefined|null|true|false|typeof|void|NaN)\b/

function comparedWithName(bytes: Buffer, at: number, leftEnd: number, right: number): AskedName | null {
  const isTypeOf = () => /\btypeof\s+[\w$.?]+$/.test(before(bytes, leftEnd))
  if (isWordingBefore(bytes, leftEnd)) return isTypeOf() ? null : askedName(at, rootBehind(bytes, right))
  return isWordingBehind(bytes, right) ? askedName(at, rootBefore(bytes, leftEnd)) : null
}

function holderOf(bytes: Buffer, at: number, dot: number, name: string): AskedName | null {
  return HOLDERS.has(name) && isWordingBehind(bytes, at + 1) ? askedName(at, rootBefore(bytes, dot)) : null
}

function askedName(at: number, root: string): AskedName | null {
  return root === '' || NO_TEXT.test(root) ? null : { at, root }
}

function rootBehind(bytes: Buffer, from: number): string {
  const start = skipSpace(bytes, from)
  let end = start
  while (isName(bytes[end])) end += 1
  return /^[A-Za-z_$]/.exec(bytes.toString('latin1', start, end))?.input ?? ''
}

function rootBefore(bytes: Buffer, end: number): string {
  return /([A-Za-z_$][\w$]*)(?:\??\.[\w$]+|\[[^\]]*\]|\(\)|[!?])*$/.exec(before(bytes, end))?.[1] ?? ''
}

/** Whether what ends here is called a message: `error.message`, `message.toLowerCase()`. */
function isWordingBefore(bytes: Buffer, end: number): boolean {
  let at = end - 1
  while (isSpace(bytes[at]) || CLOSES.has(bytes[at] ?? 0)) at -= 1
  if (!endsLikeWording(bytes, at) || !mayNameWording(bytes, 0, at + 1)) return false
  const text = before(bytes, at + 1).replace(/(?:\?\.|!)?\.?(?:toLowerCase|toUpperCase|trim|toString)$/, '')
  return CALLED_WORDING.test(text)
}

function isWordingBehind(bytes: Buffer, from: number): boolean {
  const start = skipSpace(bytes, from)
  let end = start
  while (isName(bytes[end]) || bytes[end] === DOT || bytes[end] === QUESTION || bytes[end] === BANG) end += 1
  if (bytes[end] === EQUALS || end - start < 3 || end - start > REACH) return false
  if (!mayNameWording(bytes, start, end)) return false
  return CALLED_WORDING.test(bytes.toString('latin1', start, end).replace(DONE_TO_TEXT, ''))
}

// The last two letters of the names, and of what may be done to them.
const LAST_TWO = new Set(
  ['ge', 'sg', 'il', 'ls', 'on', 'se', 'im', 'ng'].map(two => pairOf(two.charCodeAt(0), two.charCodeAt(1))),
)

function pairOf(first: number, second: number): number {
  return (first << 8) | second
}

function endsLikeWording(bytes: Buffer, last: number): boolean {
  return LAST_TWO.has(pairOf(bytes[last - 1] ?? 0, bytes[last] ?? 0))
}

const LOWER_A = 97
const LOWER_G = 103
const LOWER_I = 105
const LOWER_O = 111
const LOWER_S = 115
const LOWER_T = 116
// The longest of the names, and what may be done to it.
const LONGEST_CALL = 45

// Whether `sag`, `sg`, `tai` or `aso` stands near the end: nearly all names are told apart without being written out.
function mayNameWording(bytes: Buffer, from: number, end: number): boolean {
  for (let at = Math.max(from, end - LONGEST_CALL); at < end; at += 1) {
    const first = bytes[at]
    const second = bytes[at + 1]
    if (first === LOWER_S && (second === LOWER_G || (second === LOWER_A && bytes[at + 2] === LOWER_G))) return true
    if (first === LOWER_T && second === LOWER_A && bytes[at + 2] === LOWER_I) return true
    if (first === LOWER_A && second === LOWER_S && bytes[at + 2] === LOWER_O) return true
  }
  return false
}

const DONE_TO_TEXT =
  /(?:[?!]*\.(?:toLowerCase|toUpperCase|trim|toString|slice|substring|substr|split|charAt|at))?[?!]*$/

// `switch (error.message)`
function isSwitch(bytes: Buffer, at: number): boolean {
  const end = skipSpaceBack(bytes, at - 1)
  return bytes[end] === 104 && bytes.toString('latin1', Math.max(0, end - 5), end + 1) === 'switch'
}

// `TEXTS[error.message]`
function isLookup(bytes: Buffer, at: number): boolean {
  const before = bytes[at - 1] ?? 0
  return (isName(before) || before === 41 || before === 93) && isWordingBehind(bytes, at + 1)
}

const QUESTION = 63
const CLOSES = new Set([41, BANG, QUESTION])

// A text that goes on behind a `+` is tested as a whole.
function widened(bytes: Buffer, literal: Literal | null, ends: Ends): Ends {
  if (literal === null) return ends
  return literal.kind === 'template' || bytes[skipSpace(bytes, literal.end)] === PLUS ? 'contains' : ends
}

function literalFrom(bytes: Buffer, at: number): Literal | null {
  return isQuote(bytes[at]) || bytes[at] === SLASH ? literalAt(bytes, at) : null
}

function dotBefore(bytes: Buffer, at: number): number {
  const first = Math.max(0, at - LONGEST_NAME - 1)
  for (let dot = at - 1; dot >= first; dot -= 1) {
    const byte = bytes[dot] ?? 0
    if (byte === DOT) return dot
    if (!isLetter(byte)) return -1
  }
  return -1
}

// `/not found/i` before `.test(`
function regexBefore(bytes: Buffer, dot: number): Literal | null {
  let end = dot - 1
  while (isLetter(bytes[end] ?? 0)) end -= 1
  if (bytes[end] !== SLASH) return null
  const first = lineStart(bytes, end)
  for (let at = bytes.lastIndexOf(SLASH, end - 1); at >= first; at = bytes.lastIndexOf(SLASH, at - 1)) {
    const found = literalAt(bytes, at)
    if (found !== null && found.end >= end) return found
  }
  return null
}

const REACH = 160
const NEWLINE = 10
const IN_CHAIN = Uint8Array.from({ length: 256 }, (_, byte) =>
  /[\w$.?![\]()'"`\s]/.test(String.fromCharCode(byte)) ? 1 : 0,
)

// What stands before in one piece, over the line where a chain of calls is broken: `error.response?.data\n  .message`.
function before(bytes: Buffer, end: number): string {
  const first = Math.max(0, end - REACH)
  let start = end
  while (start > first && IN_CHAIN[bytes[start - 1] ?? 0] === 1) {
    if (bytes[start - 1] === NEWLINE && !goesOn(bytes, start - 1)) break
    start -= 1
  }
  return bytes.toString('latin1', start, end).trim()
}

function goesOn(bytes: Buffer, newline: number): boolean {
  const next = bytes[skipSpace(bytes, newline)]
  return next === DOT || next === QUESTION || next === 41 || bytes[skipSpaceBack(bytes, newline)] === PAREN
}

function after(bytes: Buffer, start: number): string {
  const text = bytes.toString('latin1', start, start + REACH)
  return /^(?:[\w$.?![\]()'"` ]|\n\s*(?=[.?)]))*/.exec(text)?.[0] ?? ''
}

function lineStart(bytes: Buffer, at: number): number {
  return bytes.lastIndexOf(10, at) + 1
}

function skipSpace(bytes: Buffer, from: number): number {
  let at = from
  while (isSpace(bytes[at])) at += 1
  return at
}

function skipSpaceBack(bytes: Buffer, from: number): number {
  let at = from
  while (isSpace(bytes[at])) at -= 1
  return at
}

function isSpace(byte: number | undefined): boolean {
  return byte === 32 || byte === 10 || byte === 9 || byte === 13
}

function isName(byte: number | undefined): boolean {
  return byte !== undefined && (isLetter(byte) || (byte >= 48 && byte <= 57) || byte === 95 || byte === 36)
}

function isLetter(byte: number): boolean {
  return (byte >= 97 && byte <= 122) || (byte >= 65 && byte <= 90)
}
