import { ts } from '../../source/compiler.ts'
import { condition, opaque } from '../condition.ts'
import type { Form } from '../form.ts'

/** `message === 'Loan not found'`, either way round, strict or loose, negated or not. */
export const equality: Form = {
  name: 'equality',
  find: (node, constants) => {
    if (!ts.isBinaryExpression(node)) return null
    const negated = sense(node.operatorToken.kind)
    if (negated === null) return null
    const right = constants.text(node.right)
    // Whether there is a text at all is no question about its wording.
    if (right === '') return null
    if (right !== null) return condition('equality', node, node.left, { kind: 'equals', text: right }, negated)
    const left = constants.text(node.left)
    if (left !== null && left !== '')
      return condition('equality', node, node.right, { kind: 'equals', text: left }, negated)
    if (right !== null || left !== null || !mayBeText(node.left) || !mayBeText(node.right)) return null
    return opaque('equality', node, node.left) ?? opaque('equality', node, node.right)
  },
}

// A number, a boolean, `null` and `undefined` ask for no text.
function mayBeText(node: ts.Expression): boolean {
  if (ts.isIdentifier(node)) return node.text !== 'undefined'
  return ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node) || ts.isCallExpression(node)
}

function sense(kind: ts.SyntaxKind): boolean | null {
  switch (kind) {
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
    case ts.SyntaxKind.EqualsEqualsToken:
      return false
    case ts.SyntaxKind.ExclamationEqualsEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsToken:
      return true
  }
  return null
}
