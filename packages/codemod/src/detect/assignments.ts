import { ts } from '../source/compiler.ts'
import { outer } from './syntax.ts'

/** What is written into a place: its value, or `null` where that is no plain expression. */
export interface Written {
  readonly value: ts.Expression | null
}

/** Whether an access is written to, and with what. */
export function isTargetOf(access: ts.Expression): Written | null {
  const node = outer(access)
  const parent = node.parent
  if (ts.isDeleteExpression(parent)) return { value: null }
  if (!ts.isBinaryExpression(parent) || parent.left !== node) {
    return ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent) ? isCounted(parent) : null
  }
  switch (parent.operatorToken.kind) {
    case ts.SyntaxKind.EqualsToken:
    case ts.SyntaxKind.QuestionQuestionEqualsToken:
    case ts.SyntaxKind.BarBarEqualsToken:
      return { value: parent.right }
  }
  return isAssignment(parent.operatorToken.kind) ? { value: null } : null
}

function isCounted(node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression): Written | null {
  const counts = node.operator === ts.SyntaxKind.PlusPlusToken || node.operator === ts.SyntaxKind.MinusMinusToken
  return counts ? { value: null } : null
}

/** Whether an operator writes into its left side. */
export function isAssignment(kind: ts.SyntaxKind): boolean {
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment
}
