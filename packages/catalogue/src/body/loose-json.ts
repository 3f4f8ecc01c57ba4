/** A value that was complete, and where it ended. */
export interface LooseValue {
  readonly value: unknown
  readonly end: number
}

const WORDS: Readonly<Record<string, unknown>> = {
  true: true,
  false: false,
  null: null,
  True: true,
  False: false,
  None: null,
  undefined: null,
  NaN: null,
}
const MAX_DEPTH = 200
const MAX_LENGTH = 1_000_000
const NUMBER = /-?\d[\d.eE+-]*/y
const WORD = /[A-Za-z_$][\w$-]*/y
const SPACE = /(?:\s+|\/\/[^\n]*|\/\*[^*]*\*\/)*/y
const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }

/**
 * Nearly JSON: single quotes, Python words, bare names, commas too many, text behind the value. `null` where a value
 * is cut off: half a sentence must not be taken for a whole one.
 */
export function readLooseJson(text: string): LooseValue | null {
  if (text.length > MAX_LENGTH) return null
  try {
    const reader = new LooseReader(text)
    const value = reader.value(0)
    return { value, end: reader.at }
  } catch (error) {
    if (error instanceof NotJson) return null
    throw error
  }
}

class NotJson extends Error {}

class LooseReader {
  at = 0
  readonly text: string

  constructor(text: string) {
    this.text = text
  }

  value(depth: number): unknown {
    if (depth > MAX_DEPTH) throw new NotJson()
    this.space()
    const first = this.text[this.at]
    if (first === '{') return this.members(depth)
    if (first === '[') return this.items(depth)
    if (first === '"' || first === "'") return this.quoted(first)
    const number = this.take(NUMBER)
    if (number !== null) return Number.isNaN(Number(number)) ? number : Number(number)
    const word = this.take(WORD)
    if (word === null || !Object.hasOwn(WORDS, word)) throw new NotJson()
    return WORDS[word]
  }

  members(depth: number): Record<string, unknown> {
    const found: [string, unknown][] = []
    this.at += 1
    for (;;) {
      this.separators()
      const first = this.text[this.at]
      if (first === '}') break
      const name = first === '"' || first === "'" ? this.quoted(first) : this.take(WORD)
      if (name === null) throw new NotJson()
      this.space()
      if (this.text[this.at] !== ':') throw new NotJson()
      this.at += 1
      found.push([name, this.value(depth + 1)])
    }
    this.at += 1
    // As JSON.parse does it: `__proto__` becomes a plain member.
    return Object.fromEntries(found)
  }

  items(depth: number): unknown[] {
    const found: unknown[] = []
    this.at += 1
    for (;;) {
      this.separators()
      if (this.text[this.at] === ']') break
      found.push(this.value(depth + 1))
    }
    this.at += 1
    return found
  }

  quoted(quote: string): string {
    let found = ''
    let at = this.at + 1
    for (;;) {
      const char = this.text[at]
      if (char === undefined) throw new NotJson()
      if (char === quote) break
      if (char !== '\\') {
        found += char
        at += 1
        continue
      }
      const next = this.text[at + 1] ?? ''
      const hex = next === 'u' ? /^[0-9a-fA-F]{4}/.exec(this.text.slice(at + 2, at + 6))?.[0] : undefined
      found += hex === undefined ? (ESCAPES[next] ?? next) : String.fromCharCode(Number.parseInt(hex, 16))
      at += hex === undefined ? 2 : 6
    }
    this.at = at + 1
    return found
  }

  separators(): void {
    this.space()
    while (this.text[this.at] === ',') {
      this.at += 1
      this.space()
    }
  }

  space(): void {
    this.take(SPACE)
  }

  take(pattern: RegExp): string | null {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)?.[0] ?? null
    if (found !== null) this.at += found.length
    return found
  }
}
