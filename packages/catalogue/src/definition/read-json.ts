import type { TextFacts } from '../fault.ts'
import { MAX_DEPTH, type Offsets, setMember, type TextFinding, type TextResult } from './text-result.ts'

/**
 * Reads strict JSON (RFC 8259), with the offset of every value and key: `JSON.parse` keeps none, and hides a key that
 * stands twice.
 */
export function readJson(text: string): TextResult {
  const reader = new JsonReader(text)
  try {
    const value = reader.read()
    return { value, offsets: reader.offsets, findings: reader.findings }
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    return { value: undefined, offsets: reader.offsets, findings: [error.finding] }
  }
}

class Stop extends Error {
  readonly finding: TextFinding
  constructor(finding: TextFinding) {
    super(finding.facts.code)
    this.finding = finding
  }
}

class JsonReader {
  readonly #text: string
  #at: number
  #depth = 0
  readonly findings: TextFinding[] = []
  readonly offsets: Offsets = new WeakMap()

  constructor(text: string) {
    this.#text = text
    this.#at = text.startsWith('\uFEFF') ? 1 : 0
  }

  read(): unknown {
    this.#skip()
    const value = this.#value()
    this.#skip()
    if (this.#at < this.#text.length) this.#fail('the end of the text')
    return value
  }

  #value(): unknown {
    const start = this.#text[this.#at]
    if (start === '{') return this.#within(() => this.#object())
    if (start === '[') return this.#within(() => this.#list())
    if (start === '"') return this.#string()
    for (const [word, value] of WORDS) {
      if (this.#text.startsWith(word, this.#at)) {
        this.#at += word.length
        return value
      }
    }
    return this.#number()
  }

  #within<T>(read: () => T): T {
    this.#depth += 1
    if (this.#depth > MAX_DEPTH) this.#stop({ code: 'too-deep', limit: MAX_DEPTH })
    const value = read()
    this.#depth -= 1
    return value
  }

  #object(): object {
    const start = this.#at
    const value: Record<string, unknown> = {}
    const members = new Map<string | number, { key: number; value: number }>()
    this.offsets.set(value, { start, members })
    this.#at += 1
    this.#skip()
    if (this.#take('}')) return value
    for (;;) {
      this.#skip()
      const key = this.#at
      if (this.#text[key] !== '"') this.#fail('a key in double quotes')
      const name = this.#string()
      this.#skip()
      if (!this.#take(':')) this.#fail('a colon')
      this.#skip()
      const first = members.get(name)
      if (first !== undefined)
        this.findings.push({ facts: { code: 'duplicate-key', key: name }, at: key, also: first.key })
      else members.set(name, { key, value: this.#at })
      const inner = this.#value()
      if (first === undefined) setMember(value, name, inner)
      this.#skip()
      if (this.#take('}')) return value
      if (!this.#take(',')) this.#fail('a comma or a closing brace')
    }
  }

  #list(): unknown[] {
    const value: unknown[] = []
    const members = new Map<string | number, { key: number; value: number }>()
    this.offsets.set(value, { start: this.#at, members })
    this.#at += 1
    this.#skip()
    if (this.#take(']')) return value
    for (;;) {
      this.#skip()
      members.set(value.length, { key: this.#at, value: this.#at })
      value.push(this.#value())
      this.#skip()
      if (this.#take(']')) return value
      if (!this.#take(',')) this.#fail('a comma or a closing bracket')
    }
  }

  #string(): string {
    STRING.lastIndex = this.#at
    const found = STRING.exec(this.#text)
    if (found === null) return this.#failInString()
    this.#at = STRING.lastIndex
    const parsed: unknown = JSON.parse(found[0])
    return String(parsed)
  }

  // The place of the wrong character, not of the opening quote.
  #failInString(): never {
    GOOD_START.lastIndex = this.#at
    GOOD_START.exec(this.#text)
    this.#at = GOOD_START.lastIndex
    if (this.#text[this.#at] === '\\') this.#fail('an escape such as \\n or \\u0041')
    return this.#fail('a closing quote before the end of the line')
  }

  #number(): number {
    NUMBER.lastIndex = this.#at
    const found = NUMBER.exec(this.#text)
    if (found === null) return this.#fail('a value')
    this.#at = NUMBER.lastIndex
    return Number(found[0])
  }

  #skip(): void {
    SPACE.lastIndex = this.#at
    SPACE.exec(this.#text)
    this.#at = SPACE.lastIndex
  }

  #take(character: string): boolean {
    if (this.#text[this.#at] !== character) return false
    this.#at += 1
    return true
  }

  #fail(expected: string): never {
    const character = String.fromCodePoint(this.#text.codePointAt(this.#at) ?? 0)
    const came = this.#at < this.#text.length ? JSON.stringify(character) : 'the end of the text'
    return this.#stop({ code: 'json-syntax', came, expected })
  }

  #stop(facts: TextFacts): never {
    throw new Stop({ facts, at: this.#at, also: null })
  }
}

const WORDS: readonly (readonly [string, boolean | null])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
]
const SPACE = /[ \t\n\r]*/y
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y
const STRING = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})[^"\\\u0000-\u001f]*)*"/y
const GOOD_START = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})[^"\\\u0000-\u001f]*)*/y
