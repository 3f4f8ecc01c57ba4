import type { TextTest } from '@problemshift/catalogue'
import { ts } from '../../source/compiler.ts'
import { condition, methodCall } from '../condition.ts'
import type { Constants, Form, FormMatch } from '../form.ts'

/** `message.includes('not found')`, and `indexOf` compared with -1 or 0. */
export const contains: Form = {
  name: 'contains',
  find: (node, constants) =>
    includesCall(node, constants) ?? indexOfCompared(node, constants) ?? tilde(node, constants),
}

function includesCall(node: ts.Node, constants: Constants): FormMatch | null {
  const found = methodCall(node, ['includes'])
  if (found === null || found.call.arguments.length !== 1) return null
  const text = argumentText(found.call, constants)
  if (text === null || isListLike(found.on, constants)) return null
  return condition('contains', found.call, found.on, { kind: 'contains', text }, false)
}

// A known list of texts asks the other way round: that is the one-of form.
function isListLike(on: ts.Expression, constants: Constants): boolean {
  return ts.isArrayLiteralExpression(on) || constants.texts(on) !== null
}

function indexOfCompared(node: ts.Node, constants: Constants): FormMatch | null {
  if (!ts.isBinaryExpression(node)) return null
  const found = methodCall(node.left, ['indexOf', 'search'])
  if (found === null || found.name !== 'indexOf' || found.call.arguments.length !== 1) return null
  const text = argumentText(found.call, constants)
  if (text === null || isListLike(found.on, constants)) return null
  const sense = compare(node.operatorToken.kind, node.right.getText())
  if (sense === null) return null
  const test: TextTest = sense.starts ? { kind: 'starts', text } : { kind: 'contains', text }
  return condition(sense.starts ? 'starts' : 'contains', node, found.on, test, sense.negated)
}

function tilde(node: ts.Node, constants: Constants): FormMatch | null {
  if (!ts.isPrefixUnaryExpression(node) || node.operator !== ts.SyntaxKind.TildeToken) return null
  const found = methodCall(node.operand, ['indexOf'])
  if (found === null || found.call.arguments.length !== 1) return null
  const text = argumentText(found.call, constants)
  return text === null ? null : condition('contains', node, found.on, { kind: 'contains', text }, false)
}

interface Sense {
  readonly negated: boolean
  readonly starts: boolean
}

/** What a comparison of a position says: found, not found, found at the start. */
export function compare(kind: ts.SyntaxKind, right: string): Sense | null {
  const operator = ts.tokenToString(kind)
  switch (`${operator} ${right}`) {
    case '!== -1':
    case '!= -1':
    case '> -1':
    case '>= 0':
      return { negated: false, starts: false }
    case '=== -1':
    case '== -1':
    case '< 0':
      return { negated: true, starts: false }
    case '=== 0':
    case '== 0':
      return { negated: false, starts: true }
    case '!== 0':
    case '!= 0':
      return { negated: true, starts: true }
  }
  return null
}

function argumentText(call: ts.CallExpression, constants: Constants): string | null {
  const [argument] = call.arguments
  return argument === undefined ? null : constants.text(argument)
}
