import type { TextFacts } from '../fault.ts'
import { changedNumber, MAX_DEPTH, type Offsets, setMember, type TextFinding, type TextResult } from './text-result.ts'

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
  readonly #path: (string | number)[] = []
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
    if (this.#path.length >= MAX_DEPTH) this.#stop({ code: 'too-deep', limit: MAX_DEPTH })
    return read()
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
      this.#path.push(name)
      if (first === undefined) members.set(name, { key, value: this.#at })
      else this.#report({ code: 'duplicate-key', key: name }, key, first.key)
      const inner = this.#value()
      this.#path.pop()
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
      this.#path.push(value.length)
      value.push(this.#value())
      this.#path.pop()
      this.#skip()
      if (this.#take(']')) return value
      if (!this.#take(',')) this.#fail('a comma or a closing bracket')
    }
  }

  // Piece by piece: one expression for the whole string fills the stack where a string has millions of escapes.
  #string(): string {
    const start = this.#at
    this.#at += 1
    for (;;) {
      this.#pass(PLAIN)
      if (this.#take('"')) break
      if (this.#text[this.#at] !== '\\') this.#fail('a closing quote before the end of the line')
      if (!this.#pass(ESCAPE)) this.#fail('an escape such as \\n or \\u0041')
    }
    const parsed: unknown = JSON.parse(this.#text.slice(start, this.#at))
    return String(parsed)
  }

  #number(): number {
    NUMBER.lastIndex = this.#at
    const found = NUMBER.exec(this.#text)
    if (found === null) return this.#fail('a value')
    const became = changedNumber(found[0], Number(found[0]))
    if (became !== null) this.#report({ code: 'number-changed', came: found[0], became }, this.#at, null)
    this.#at = NUMBER.lastIndex
    return Number(found[0])
  }

  #skip(): void {
    this.#pass(SPACE)
  }

  /** Goes past what the sticky expression matches here. */
  #pass(expression: RegExp): boolean {
    expression.lastIndex = this.#at
    if (!expression.test(this.#text)) return false
    this.#at = expression.lastIndex
    return true
  }

  #take(character: string): boolean {
    if (this.#text[this.#at] !== character) return false
    this.#at += 1
    return true
  }

  #report(facts: TextFacts, at: number, also: number | null): void {
    this.findings.push({ facts, path: [...this.#path], at, also })
  }

  #fail(expected: string): never {
    const character = String.fromCodePoint(this.#text.codePointAt(this.#at) ?? 0)
    const came = this.#at < this.#text.length ? JSON.stringify(character) : 'the end of the text'
    return this.#stop({ code: 'json-syntax', came, expected })
  }

  #stop(facts: TextFacts): never {
    throw new Stop({ facts, path: [...this.#path], at: this.#at, also: null })
  }
}

const WORDS: readonly (readonly [string, boolean | null])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
]
const SPACE = /[ \t\n\r]*/y
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y
const PLAIN = /[^"\\\u0000-\u001f]*/y
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})/y
