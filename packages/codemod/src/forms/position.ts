import type { TextTest } from '@problemshift/catalogue'
import { ts } from '../source/compiler.ts'
import { type OnNothing, outside } from './condition.ts'

/** A position that a search gave, compared with a number: `message.indexOf('x') !== -1`, `0 <= message.search(…)`. */
export interface PositionTest {
  readonly node: ts.Expression
  /** Whether it holds for a text that was found, and for one that was found at the start. */
  readonly asks: 'found' | 'at-start' | 'behind-start'
  readonly negated: boolean
  readonly onNothing: OnNothing
}

/** What is asked of the position that a call gives; `null` where the number itself is used. */
export function positionTest(call: ts.CallExpression): PositionTest | null {
  const stops = (call.flags & ts.NodeFlags.OptionalChain) !== 0
  const from = outside(call)
  const { parent } = from
  if (ts.isPrefixUnaryExpression(parent) && parent.operator === ts.SyntaxKind.TildeToken) {
    // ~undefined is -1, which is true.
    return { node: parent, asks: 'found', negated: false, onNothing: stops ? true : 'throws' }
  }
  if (!ts.isBinaryExpression(parent)) return null
  const isLeft = parent.left === from
  const number = numberOf(isLeft ? parent.right : parent.left)
  const operator = ts.tokenToString(parent.operatorToken.kind) ?? ''
  const asked = number === null ? undefined : SAYS[`${isLeft ? operator : MIRRORED[operator]} ${number}`]
  if (asked === undefined) return null
  const [asks, negated] = asked
  const unequal = operator === '!==' || operator === '!='
  return { node: parent, asks, negated, onNothing: stops ? unequal : 'throws' }
}

// What a comparison says of a position: -1 is nowhere, 0 is the start.
const SAYS: Readonly<Record<string, readonly [PositionTest['asks'], boolean]>> = {
  '!== -1': ['found', false],
  '!= -1': ['found', false],
  '> -1': ['found', false],
  '>= 0': ['found', false],
  '=== -1': ['found', true],
  '== -1': ['found', true],
  '< 0': ['found', true],
  '<= -1': ['found', true],
  '=== 0': ['at-start', false],
  '== 0': ['at-start', false],
  '!== 0': ['at-start', true],
  '!= 0': ['at-start', true],
  '> 0': ['behind-start', false],
  '>= 1': ['behind-start', false],
  '< 1': ['behind-start', true],
  '<= 0': ['behind-start', true],
}

const MIRRORED: Readonly<Record<string, string>> = {
  '===': '===',
  '==': '==',
  '!==': '!==',
  '!=': '!=',
  '<': '>',
  '>': '<',
  '<=': '>=',
  '>=': '<=',
}

function numberOf(node: ts.Expression): string | null {
  if (ts.isParenthesizedExpression(node)) return numberOf(node.expression)
  const text = node.getText().replace(/\s/g, '')
  return /^-?\d+$/.test(text) ? text : null
}

/** The test of a text that a question about its position comes to. */
export function testOfPosition(asks: PositionTest['asks'], found: TextTest, atStart: TextTest): TextTest {
  switch (asks) {
    case 'found':
      return found
    case 'at-start':
      return atStart
    case 'behind-start':
      return { kind: 'and', tests: [found, { kind: 'not', test: atStart }] }
  }
}
