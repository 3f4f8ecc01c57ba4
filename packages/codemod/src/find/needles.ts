import type { Catalogue, Sign } from '@problemshift/catalogue'

/** What the bytes of a file are compared with: the literal parts of every wording, case folded. */
export interface Needles {
  /** Latin-1 view of the UTF-8 bytes, lower-case, one text part a line. */
  readonly text: string
  /** The words of the wordings, and the beginnings of long ones: what a literal of one word may be. */
  readonly words: ReadonlySet<string>
  /** A bit for each run of four bytes that occurs in `text`. */
  readonly grams: Uint8Array
}

/** The literal parts of the catalogue's wordings, ready to be searched for. */
export function needlesOf(catalogue: Catalogue): Needles {
  const parts = new Set<string>()
  for (const sign of signsOf(catalogue)) {
    for (const part of sign.message?.parts ?? []) if (part.kind === 'text') parts.add(part.text)
  }
  const bytes = Buffer.from([...parts].join('\n'), 'utf8')
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = FOLD[bytes[at] ?? 0] ?? 0
  const grams = new Uint8Array(1 << 16)
  for (let at = 0; at + 3 < bytes.length; at += 1) grams[gramAt(bytes, at)] = 1
  const text = bytes.toString('latin1')
  return { text, words: wordsOf(text), grams }
}

const SHORTEST_WORD = 4
const SHORTEST_BEGINNING = 5

// `includes('expir')` asks for a word by its beginning; a run of letters inside of a word is nobody's question.
function wordsOf(text: string): ReadonlySet<string> {
  const words = new Set<string>()
  for (const word of text.split(/[\s.,:;!?"'()]+/)) {
    if (word.length >= SHORTEST_WORD) words.add(word)
    for (let end = SHORTEST_BEGINNING; end < word.length; end += 1) words.add(word.slice(0, end))
  }
  return words
}

/** Every sign of the catalogue, of problems and of fields. */
export function signsOf(catalogue: Catalogue): readonly Sign[] {
  return [...catalogue.problems, ...catalogue.fields].flatMap(entry => entry.signs)
}

/** ASCII letters folded to lower case; other bytes stay. */
const FOLD: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 65 && byte <= 90 ? byte + 32 : byte))

/** The hash of the four folded bytes at a place. */
export function gramAt(bytes: Uint8Array, at: number): number {
  const a = FOLD[bytes[at] ?? 0] ?? 0
  const b = FOLD[bytes[at + 1] ?? 0] ?? 0
  const c = FOLD[bytes[at + 2] ?? 0] ?? 0
  const d = FOLD[bytes[at + 3] ?? 0] ?? 0
  return (((((a * 33) ^ b) * 33) ^ c) * 33 + d) & 0xffff
}
