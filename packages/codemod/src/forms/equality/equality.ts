import { ts } from '../../source/compiler.ts'
import { comparedWithUnknown, comparison, condition, methodCall } from '../condition.ts'
import type { Constants, Form, FormMatch } from '../form.ts'

/** `message === 'Loan not found'`, either way round, strict or loose, negated or not; `Object.is`, `localeCompare`. */
export const equality: Form = {
  name: 'equality',
  find: (node, constants) => compared(node, constants) ?? sameValue(node, constants) ?? collated(node, constants),
}

function compared(node: ts.Node, constants: Constants): FormMatch | null {
  if (!ts.isBinaryExpression(node)) return null
  const says = comparison(node.operatorToken.kind)
  return says === null ? null : equal(node, node.left, node.right, says === 'unequal', constants)
}

// Object.is(message, 'Loan not found')
function sameValue(node: ts.Node, constants: Constants): FormMatch | null {
  const found = methodCall(node, ['is'])
  const [left, right] = found?.call.arguments ?? []
  if (found === null || left === undefined || right === undefined) return null
  return found.on.getText() === 'Object' ? equal(found.call, left, right, false, constants) : null
}

function equal(
  node: ts.Expression,
  left: ts.Expression,
  right: ts.Expression,
  negated: boolean,
  constants: Constants,
): FormMatch | null {
  const known = constants.text(right)
  // Whether there is a text at all is no question about its wording.
  if (known === '') return null
  if (known !== null) return asksFor(known, node, left, negated)
  const text = constants.text(left)
  if (text === '') return null
  if (text !== null) return asksFor(text, node, right, negated)
  const pieces = constants.pieces(right) ?? constants.pieces(left)
  if (pieces !== null)
    return comparedWithUnknown('equality', node, constants.pieces(right) === null ? right : left, pieces)
  if (!mayBeText(left) || !mayBeText(right)) return null
  const match = comparedWithUnknown('equality', node, left)
  if (match !== null) return { ...match, either: right }
  const other = comparedWithUnknown('equality', node, right)
  return other === null ? null : { ...other, either: left }
}

function asksFor(text: string, node: ts.Expression, tested: ts.Expression, negated: boolean): FormMatch {
  const onNothing = negated
  return condition({ form: 'equality', node, tested, test: { kind: 'equals', text }, negated, onNothing })
}

// A number, a boolean, `null` and `undefined` ask for no text.
function mayBeText(node: ts.Expression): boolean {
  if (ts.isIdentifier(node)) return node.text !== 'undefined'
  return ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node) || ts.isCallExpression(node)
}

// message.localeCompare('Loan not found') === 0: with options it would pass other spellings too.
function collated(node: ts.Node, constants: Constants): FormMatch | null {
  const found = methodCall(node, ['localeCompare'])
  const [argument, more] = found?.call.arguments ?? []
  if (found === null || argument === undefined) return null
  const text = constants.text(argument)
  if (text === null) return comparedWithUnknown('equality', found.call, found.on)
  const { parent } = found.call
  const says = ts.isBinaryExpression(parent) ? comparison(parent.operatorToken.kind) : null
  const test = { kind: 'equals', text } as const
  if (more !== undefined || says === null || !ts.isBinaryExpression(parent) || parent.right.getText() !== '0') {
    return {
      form: 'equality',
      node: found.call,
      tested: found.on,
      question: { kind: 'kept', reason: 'value-extracted', test },
    }
  }
  const stops = (found.call.flags & ts.NodeFlags.OptionalChain) !== 0
  const negated = says === 'unequal'
  const onNothing = stops ? negated : 'throws'
  return condition({ form: 'equality', node: parent, tested: found.on, test, negated, onNothing })
}
