import type { Catalogue, Sign } from '@problemshift/catalogue'
import { type Ends, foldText, meetsAny, type Wordings, wordingsOf } from './meet-wording.ts'

/** What the bytes of a file are compared with. */
export interface Needles {
  /** A bit for each run of four bytes that occurs in the text of a wording, in any case. */
  readonly grams: Int32Array
  /** A bit for each run of eight. */
  readonly runMarks: Int32Array
  /** Each run of eight bytes in these texts, as Latin-1 in lower case. */
  readonly runs: ReadonlySet<string>
  /** Wordings that are one word: `InvalidCredentials`, as the runs are written. */
  readonly words: ReadonlySet<string>
  /** Whether every wording holds a run of four bytes, and a blank. */
  readonly areLong: boolean
  readonly areSpaced: boolean
  /** How long a literal about a wording may be: what stands in its holes, and round it, has an end. */
  readonly longest: number
  /** Whether a literal, tested so, may be about a wording, and covers so many letters of the wording's own text. */
  readonly meets: (literal: string, ends: Ends, atLeast: number) => boolean
}

const made = new WeakMap<Catalogue, Needles>()

/** The wordings of the catalogue, ready to be searched for. */
export function needlesOf(catalogue: Catalogue): Needles {
  const needles = made.get(catalogue) ?? makeNeedles(catalogue)
  made.set(catalogue, needles)
  return needles
}

function makeNeedles(catalogue: Catalogue): Needles {
  const templates = signsOf(catalogue).flatMap(sign => (sign.message === null ? [] : [sign.message]))
  const grams = new Int32Array(1 << (GRAM_BITS - 5))
  const runMarks = new Int32Array(1 << (GRAM_BITS - 5))
  const runs = new Set<string>()
  for (const template of templates) {
    for (const part of template.parts) {
      if (part.kind === 'text') for (const text of spellings(part.text)) addText({ grams, runMarks, runs }, text)
    }
  }
  const whole = templates.flatMap(({ parts: [only, more] }) =>
    only?.kind === 'text' && more === undefined && !only.text.includes(' ') ? [only.text] : [],
  )
  const words = new Set(whole.map(word => foldLatin(Buffer.from(word, 'utf8').toString('latin1'))))
  const longest = 2 * Math.max(0, ...templates.map(({ source }) => source.length)) + 100
  const eachHas = (isMeant: (text: string) => boolean) =>
    templates.every(({ parts }) => parts.some(part => part.kind === 'text' && isMeant(part.text.trim())))
  const areLong = eachHas(text => text.length >= GRAM)
  const areSpaced = eachHas(text => /\s/.test(text))
  return { grams, runMarks, runs, words, areLong, areSpaced, longest, meets: remembering(grams, wordingsOf(templates)) }
}

const LONGEST_REMEMBERED = 100

// The same few literals stand in many files.
function remembering(grams: Int32Array, wordings: Wordings): Needles['meets'] {
  const known = new Map<string, Map<string, boolean>>()
  return (literal, ends, atLeast) => {
    if (atLeast >= GRAM && !holdsGram(grams, literal)) return false
    if (literal.length > LONGEST_REMEMBERED) return meetsAny(literal, wordings, ends, atLeast)
    const question = `${ends} ${atLeast}`
    const answers = known.get(question) ?? new Map<string, boolean>()
    known.set(question, answers)
    const answer = answers.get(literal) ?? meetsAny(literal, wordings, ends, atLeast)
    answers.set(literal, answer)
    return answer
  }
}

function holdsGram(grams: Int32Array, literal: string): boolean {
  // White space is folded before it is compared: what it runs to here is not the run of the wording.
  const isPlain = !/[^\x20-\x7e]| {2}/.test(literal)
  const bytes = isPlain ? null : Buffer.from(foldText(literal), 'utf8')
  if (bytes !== null) {
    for (let at = 0; at + GRAM <= bytes.length; at += 1) if (isMarked(grams, gramAt(bytes, at))) return true
    return false
  }
  for (let at = 0; at + GRAM <= literal.length; at += 1) {
    const one = hashOfBytes(
      literal.charCodeAt(at),
      literal.charCodeAt(at + 1),
      literal.charCodeAt(at + 2),
      literal.charCodeAt(at + 3),
    )
    if (isMarked(grams, one)) return true
  }
  return false
}

/** Every sign of the catalogue, of problems and of fields. */
function signsOf(catalogue: Catalogue): readonly Sign[] {
  return [...catalogue.problems, ...catalogue.fields].flatMap(entry => entry.signs)
}

// Letters beyond ASCII have other bytes in the other case, and quotes may be escaped where they stand.
function spellings(text: string): readonly string[] {
  const plain = [text, text.toLowerCase(), text.toUpperCase(), foldText(text)]
  return [...new Set(plain.flatMap(one => [one, one.replace(/['"`\\/]/g, '\\$&')]))]
}

/** How long the runs are that are looked for first, and then. */
export const GRAM = 4
export const RUN = 8
const GRAM_BITS = 18

interface Marks extends Pick<Needles, 'grams' | 'runMarks'> {
  readonly runs: Set<string>
}

// All bits take 32 KB, which is what a processor has at hand: a byte for each was half as fast.
function mark(marks: Int32Array, hash: number): void {
  marks[hash >>> 5] = (marks[hash >>> 5] ?? 0) | (1 << (hash & 31))
}

/** Whether the bit of a hash is set. */
export function isMarked(marks: Int32Array, hash: number): boolean {
  return (((marks[hash >>> 5] ?? 0) >>> (hash & 31)) & 1) === 1
}

function addText({ grams, runMarks, runs }: Marks, text: string): void {
  const bytes = Buffer.from(text, 'utf8')
  const folded = foldLatin(bytes.toString('latin1'))
  for (let at = 0; at + GRAM <= bytes.length; at += 1) mark(grams, gramAt(bytes, at))
  for (let at = 0; at + RUN <= folded.length; at += 1) {
    runs.add(folded.slice(at, at + RUN))
    mark(runMarks, runAt(bytes, at))
  }
}

/** ASCII letters in lower case, the bytes of all others as they are. */
export function foldLatin(text: string): string {
  return text.replace(/[A-Z]+/g, letters => letters.toLowerCase())
}

// new RegExp('^Loan [0-9]+ not found$'): a string may be a pattern.
const PATTERN_SIGNS = /[\\^$|()[\]*+?{}.]+/

/** Whether some piece of a wording may lie in a string, or in a part of it where it is a pattern. */
export function meetsAnywhere(piece: string, { meets }: Needles, atLeast: number): boolean {
  if (meets(piece, 'contains', atLeast)) return true
  const parts = PATTERN_SIGNS.test(piece) ? piece.split(PATTERN_SIGNS) : []
  return parts.some(part => part.length >= atLeast && meets(part, 'contains', atLeast))
}

/** Whether a text, as Latin-1 in lower case, shares a run with some wording. */
export function sharesRun(text: string, { runs }: Needles): boolean {
  for (let at = 0; at + RUN <= text.length; at += 1) if (runs.has(text.slice(at, at + RUN))) return true
  return false
}

/** Whether some run of a wording may stand between two places; asked of the bytes, before a text is made of them. */
export function mayShareRun(bytes: Uint8Array, from: number, to: number, { runMarks }: Needles): boolean {
  for (let at = from; at + RUN <= to; at += 1) if (isMarked(runMarks, runAt(bytes, at))) return true
  return false
}

function runAt(bytes: Uint8Array, at: number): number {
  return (
    (Math.imul(gramAt(bytes, at), 0x85ebca6b) ^ Math.imul(gramAt(bytes, at + GRAM), 0x9e3779b1)) >>> (32 - GRAM_BITS)
  )
}

/** The hash of the four bytes at a place. */
export function gramAt(bytes: Uint8Array, at: number): number {
  return hashOfBytes(bytes[at] ?? 0, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0, bytes[at + 3] ?? 0)
}

function hashOfBytes(a: number, b: number, c: number, d: number): number {
  return hashOf(a | (b << 8) | (c << 16) | (d << 24))
}

/** The hash of four bytes, the first of them the lowest; ASCII letters of either case are the same. */
export function hashOf(four: number): number {
  return Math.imul(four | 0x20202020, 0x9e3779b1) >>> (32 - GRAM_BITS)
}
