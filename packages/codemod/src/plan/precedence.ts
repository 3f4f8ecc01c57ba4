import { ts } from '../source/compiler.ts'

/** How tightly the new text binds: a single comparison, or comparisons joined by `||` or `&&`. */
export type Binding = 'comparison' | 'or' | 'and' | 'nullish'

/** Whether the new text needs parentheses where the old node stands. */
export function needsParentheses(node: ts.Node, binding: Binding): boolean {
  const parent = node.parent
  if (ts.isParenthesizedExpression(parent)) return false
  if (ts.isBinaryExpression(parent)) return binaryNeeds(parent, node, binding)
  if (ts.isConditionalExpression(parent)) return false
  return (
    ts.isPrefixUnaryExpression(parent) ||
    ts.isPostfixUnaryExpression(parent) ||
    ts.isAwaitExpression(parent) ||
    ts.isTypeOfExpression(parent) ||
    ts.isVoidExpression(parent) ||
    ts.isAsExpression(parent) ||
    ts.isSatisfiesExpression(parent) ||
    ts.isNonNullExpression(parent) ||
    ts.isTypeAssertionExpression(parent) ||
    (ts.isPropertyAccessExpression(parent) && parent.expression === node) ||
    (ts.isElementAccessExpression(parent) && parent.expression === node) ||
    (ts.isCallExpression(parent) && parent.expression === node) ||
    ts.isTaggedTemplateExpression(parent)
  )
}

function binaryNeeds(parent: ts.BinaryExpression, node: ts.Node, binding: Binding): boolean {
  const { kind } = parent.operatorToken
  if (kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment) return false
  switch (kind) {
    case ts.SyntaxKind.CommaToken:
      return false
    case ts.SyntaxKind.BarBarToken:
      return binding === 'nullish'
    case ts.SyntaxKind.AmpersandAmpersandToken:
      return binding === 'or' || binding === 'nullish'
    case ts.SyntaxKind.QuestionQuestionToken:
      // On the left of `??` the chain goes on; behind another operator it would be mixed.
      return binding !== 'comparison' && !(binding === 'nullish' && parent.left === node)
    default:
      return true
  }
}
