import type { TextTest } from '@problemshift/catalogue'
import { ts } from '../../source/compiler.ts'
import { bare, methodCall } from '../condition.ts'

/** A piece of a text, and what comparing it with another text asks of the whole. */
export interface Cut {
  readonly on: ts.Expression
  /** Whether it gives `undefined` where there is no text. */
  readonly stops: boolean
  readonly edge: 'starts' | 'ends'
  /** `extracted` where no question of ours says it; `null` where the text shows that it is no piece of a text. */
  readonly test: (text: string) => TextTest | 'extracted' | null
}

/** `message.slice(0, 5)`, `message.charAt(0)`, `message[0]`, `message.split(' ')[0]`; `null` for anything else. */
export function cutOf(expression: ts.Expression): Cut | null {
  const node = bare(expression)
  const stops = (node.flags & ts.NodeFlags.OptionalChain) !== 0
  if (ts.isElementAccessExpression(node)) return elementOf(node, stops)
  const found = methodCall(node, ['slice', 'substring', 'substr', 'charAt', 'at'])
  if (found === null) return null
  const numbers = found.call.arguments.map(numberOf)
  if (numbers.length > 2 || numbers.some(number => number === null)) return null
  const [from = 0, to] = numbers.map(number => number ?? 0)
  const cut = pieceOf(found.name, from, to)
  return cut === null ? null : { on: found.on, stops, ...cut }
}

type Piece = Pick<Cut, 'edge' | 'test'>

function pieceOf(method: string, from: number, to: number | undefined): Piece | null {
  switch (method) {
    case 'slice':
      return between(from, to)
    case 'substring':
      return between(...inOrder(Math.max(0, from), to === undefined ? undefined : Math.max(0, to)))
    case 'substr':
      return between(from, to === undefined || from < 0 ? to : from + Math.max(0, to))
    case 'charAt':
      return from < 0 ? UNSAYABLE : letters(from, from + 1)
    case 'at':
      return from === -1 ? lastLetters(1) : between(from, from + 1)
  }
  return null
}

function inOrder(a: number, b: number | undefined): [number, number | undefined] {
  return b !== undefined && b < a ? [b, a] : [a, b]
}

function between(from: number, to: number | undefined): Piece {
  if (from >= 0) return to === undefined || to >= 0 ? letters(from, to) : UNSAYABLE
  return to === undefined ? lastLetters(-from) : UNSAYABLE
}

const UNSAYABLE: Piece = { edge: 'starts', test: () => 'extracted' }

// A piece that came out shorter than was asked for ends with the text.
function letters(from: number, to: number | undefined): Piece {
  return {
    edge: 'starts',
    test: text => {
      const length = to === undefined ? Number.POSITIVE_INFINITY : to - from
      if (text.length > length) return never(text)
      const whole = text.length === length
      if (whole && from === 0) return { kind: 'starts', text }
      const before = from === 0 ? '' : `[^]{${from}}`
      return { kind: 'regex', source: `^${before}${escaped(text)}${whole ? '' : '$'}`, flags: '' }
    },
  }
}

function lastLetters(length: number): Piece {
  return {
    edge: 'ends',
    test: text => {
      if (text.length > length) return never(text)
      return text.length === length
        ? { kind: 'ends', text }
        : { kind: 'regex', source: `^${escaped(text)}$`, flags: '' }
    },
  }
}

// A piece is never longer than it was cut. The text is still what the client asked for.
function never(text: string): TextTest {
  return {
    kind: 'and',
    tests: [
      { kind: 'starts', text },
      { kind: 'or', tests: [] },
    ],
  }
}

function elementOf(node: ts.ElementAccessExpression, stops: boolean): Cut | null {
  const at = numberOf(node.argumentExpression)
  if (at === null || at < 0) return null
  const split = methodCall(bare(node.expression), ['split'])
  if (split === null) {
    const piece = letters(at, at + 1)
    // A longer text is no letter: it is an element of a list.
    return { on: node.expression, stops, edge: 'starts', test: text => (text.length === 1 ? piece.test(text) : null) }
  }
  const [separator, more] = split.call.arguments
  const by = separator !== undefined && ts.isStringLiteralLike(separator) ? separator.text : ''
  if (by === '' || more !== undefined || at > 0) return { on: split.on, stops, ...UNSAYABLE }
  const first = (text: string): TextTest =>
    text.includes(by) ? never(text) : { kind: 'regex', source: `^${escaped(text)}(?:${escaped(by)}|$)`, flags: '' }
  return { on: split.on, stops, edge: 'starts', test: first }
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}

function numberOf(node: ts.Expression): number | null {
  const text = node.getText().replace(/\s/g, '')
  return /^-?\d+$/.test(text) ? Number(text) : null
}
