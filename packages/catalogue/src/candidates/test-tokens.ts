import { TestSyntaxError } from './test-fault.ts'

export type Token =
  | { readonly kind: 'name'; readonly at: number; readonly text: string }
  | { readonly kind: 'sign'; readonly at: number; readonly text: string }
  | { readonly kind: 'text'; readonly at: number; readonly text: string }
  | { readonly kind: 'number'; readonly at: number; readonly text: string }
  | { readonly kind: 'regex'; readonly at: number; readonly text: string; readonly flags: string }
  | { readonly kind: 'template'; readonly at: number; readonly text: string; readonly parts: readonly TemplatePiece[] }
  | { readonly kind: 'end'; readonly at: number; readonly text: string }

/** A piece of `` `Error: ${message}` ``: known text or the tokens of an expression. */
type TemplatePiece = string | readonly Token[]

// Longest first.
const SIGNS = ['===', '!==', '==', '!=', '=>', '>=', '<=', '&&', '||', '??', '?.', ...'><!+-()[],.']
const NAME = /[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*/uy
const NUMBER = /\d+(?:\.\d+)?/y
const SPACE = /\s+/y

/** Cuts an expression into tokens; the last one is its end. Throws `TestSyntaxError`. */
export function readTokens(source: string): readonly Token[] {
  return new Tokeniser(source).read(0, null).tokens
}

class Tokeniser {
  readonly #source: string

  constructor(source: string) {
    this.#source = source
  }

  /** Reads up to the end, or to a brace where the expression stands in a template. */
  read(start: number, stop: '}' | null): { tokens: readonly Token[]; end: number } {
    const tokens: Token[] = []
    let at = start
    for (;;) {
      at += this.#match(SPACE, at).length
      const atEnd = at >= this.#source.length
      if (atEnd || (stop !== null && this.#source[at] === stop)) {
        tokens.push({ kind: 'end', at, text: '' })
        return { tokens, end: at }
      }
      const { token, end } = this.#token(at)
      tokens.push(token)
      at = end
    }
  }

  #token(at: number): { token: Token; end: number } {
    const first = this.#source[at]
    if (first === '"' || first === "'") return this.#text(at, first)
    if (first === '`') return this.#template(at)
    if (first === '/') return this.#regex(at)
    for (const [kind, pattern] of [
      ['name', NAME],
      ['number', NUMBER],
    ] as const) {
      const text = this.#match(pattern, at)
      if (text !== '') return { token: { kind, at, text }, end: at + text.length }
    }
    const text = SIGNS.find(each => this.#source.startsWith(each, at))
    if (text === undefined)
      throw new TestSyntaxError('character-unknown', at, String.fromCodePoint(this.#source.codePointAt(at) ?? 0))
    return { token: { kind: 'sign', at, text }, end: at + text.length }
  }

  #text(at: number, quote: string): { token: Token; end: number } {
    let text = ''
    let end = at + 1
    while (this.#source[end] !== quote) {
      if (end >= this.#source.length || this.#source[end] === '\n')
        throw new TestSyntaxError('text-unclosed', at, this.#source.slice(at))
      const read = this.#character(end)
      text += read.text
      end = read.end
    }
    return { token: { kind: 'text', at, text }, end: end + 1 }
  }

  #template(at: number): { token: Token; end: number } {
    const parts: TemplatePiece[] = []
    let text = ''
    let end = at + 1
    while (this.#source[end] !== '`') {
      if (end >= this.#source.length) throw new TestSyntaxError('text-unclosed', at, this.#source.slice(at))
      if (this.#source.startsWith('${', end)) {
        const inner = this.read(end + 2, '}')
        parts.push(text, inner.tokens)
        text = ''
        end = inner.end + 1
        continue
      }
      const read = this.#character(end)
      text += read.text
      end = read.end
    }
    parts.push(text)
    return { token: { kind: 'template', at, text: this.#source.slice(at, end + 1), parts }, end: end + 1 }
  }

  #regex(at: number): { token: Token; end: number } {
    let inClass = false
    let end = at + 1
    for (; this.#source[end] !== '/' || inClass; end++) {
      const char = this.#source[end]
      if (char === undefined || char === '\n') throw new TestSyntaxError('regex-unclosed', at, this.#source.slice(at))
      if (char === '\\') end += 1
      else if (char === '[') inClass = true
      else if (char === ']') inClass = false
    }
    const flags = this.#match(/[a-zA-Z]*/y, end + 1)
    return { token: { kind: 'regex', at, text: this.#source.slice(at + 1, end), flags }, end: end + 1 + flags.length }
  }

  /** One character of a text, or what its escape stands for. */
  #character(at: number): { text: string; end: number } {
    const char = this.#source[at] ?? ''
    if (char !== '\\') return { text: char, end: at + 1 }
    const code = /\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2}))/y
    code.lastIndex = at
    const found = code.exec(this.#source)
    if (found !== null) {
      const point = Number.parseInt(found[1] ?? found[2] ?? found[3] ?? '', 16)
      if (point > 0x10ffff) throw new TestSyntaxError('character-unknown', at, found[0])
      return { text: String.fromCodePoint(point), end: at + found[0].length }
    }
    const escaped = this.#source[at + 1] ?? ''
    return { text: ESCAPES.get(escaped) ?? escaped, end: at + 2 }
  }

  #match(pattern: RegExp, at: number): string {
    pattern.lastIndex = at
    return pattern.exec(this.#source)?.[0] ?? ''
  }
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['v', '\v'],
  ['f', '\f'],
  ['0', '\0'],
  ['\n', ''],
])
