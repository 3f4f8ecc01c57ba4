import type { TextTest } from '@problemshift/catalogue'
import { ts } from '../source/compiler.ts'
import type { FormMatch } from './form.ts'

/** A yes-or-no question; every `!` that stands round it belongs to it. */
export function condition(
  form: string,
  node: ts.Expression,
  tested: ts.Expression,
  test: TextTest,
  negated: boolean,
): FormMatch {
  let at: ts.Expression = node
  let no = negated
  for (;;) {
    let parent = at.parent
    while (ts.isParenthesizedExpression(parent)) parent = parent.parent
    if (!ts.isPrefixUnaryExpression(parent) || parent.operator !== ts.SyntaxKind.ExclamationToken) break
    at = parent
    no = !no
  }
  return { form, node: at, tested, question: { kind: 'condition', test, negated: no } }
}

const HOLDS_TEXT = /(?:message|msg|detail|reason|text|error)$/i

/** A comparison with something that is not known here: a site only if what is compared proves to be wording. */
export function opaque(form: string, node: ts.Node, tested: ts.Expression): FormMatch | null {
  return HOLDS_TEXT.test(tested.getText()) ? { form, node, tested, question: { kind: 'opaque' } } : null
}

/** Whether only the truth of an expression matters where it stands. */
export function isAskedForTruth(node: ts.Expression): boolean {
  const parent = node.parent
  if (ts.isParenthesizedExpression(parent)) return isAskedForTruth(parent)
  if (ts.isPrefixUnaryExpression(parent)) return parent.operator === ts.SyntaxKind.ExclamationToken
  if (ts.isIfStatement(parent) || ts.isWhileStatement(parent) || ts.isDoStatement(parent)) {
    return parent.expression === node
  }
  if (ts.isConditionalExpression(parent)) return parent.condition === node
  if (ts.isCallExpression(parent)) {
    return ts.isIdentifier(parent.expression) && parent.expression.text === 'Boolean'
  }
  if (!ts.isBinaryExpression(parent)) return false
  const { kind } = parent.operatorToken
  const joins = kind === ts.SyntaxKind.AmpersandAmpersandToken || kind === ts.SyntaxKind.BarBarToken
  // `test && <X/>` shows what is on the right; what is on the left is only asked.
  if (joins && parent.left === node && kind === ts.SyntaxKind.AmpersandAmpersandToken) return true
  return joins && isAskedForTruth(parent)
}

/** A call of a method by this name, with what it is called on. */
export function methodCall(
  node: ts.Node,
  names: readonly string[],
): { readonly call: ts.CallExpression; readonly on: ts.Expression; readonly name: string } | null {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return null
  const name = node.expression.name.text
  return names.includes(name) ? { call: node, on: node.expression.expression, name } : null
}
