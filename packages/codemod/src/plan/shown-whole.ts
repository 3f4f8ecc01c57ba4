import type { MessageRead } from '../detect/message-read.ts'
import { plainValue } from '../detect/sort-flow.ts'
import { functionOf, inner, isAccess, outer } from '../detect/syntax.ts'
import type { Tracer } from '../detect/tracer.ts'
import { ts } from '../source/compiler.ts'
import { textSource } from './text-source.ts'

/**
 * Whether a body that is a text as a whole is used beside the test as well: `show(error.response.data)`. In v2 an object
 * would be shown there.
 */
export function isShownWhole(t: Tracer, { match, sorted, unit }: MessageRead, tested: ReadonlySet<ts.Node>): boolean {
  const source = textSource(t, match.tested)
  if (!isAccess(source)) return false
  const isWhole = sorted.wording.some(({ value }) => {
    const plain = plainValue(value)
    return plain.kind === 'body' && plain.path.length === 0
  })
  if (!isWhole) return false
  const path = plainText(source)
  const root = rootOf(t, source)
  const visit = (node: ts.Node): boolean => {
    if (isAccess(node) && plainText(node) === path) {
      return !tested.has(node) && rootOf(t, node) === root && isShown(node)
    }
    return ts.forEachChild(node, child => visit(child) || undefined) ?? false
  }
  return visit(functionOf(match.node) ?? unit.tree)
}

function plainText(node: ts.Node): string {
  return node.getText().replaceAll('?.', '.')
}

function rootOf(t: Tracer, node: ts.Expression): unknown {
  const at = inner(node)
  if (isAccess(at)) return rootOf(t, at.expression)
  return ts.isIdentifier(at) ? t.project.declarationOf(at) : null
}

// What is only looked into, or asked whether it is there, is not shown.
function isShown(node: ts.Expression): boolean {
  const at = outer(node)
  const { parent } = at
  if (isAccess(parent)) return parent.expression !== at
  if (ts.isIfStatement(parent) || ts.isPrefixUnaryExpression(parent) || ts.isTypeOfExpression(parent)) return false
  return !(ts.isBinaryExpression(parent) && parent.left === at && isAnd(parent))
}

function isAnd({ operatorToken }: ts.BinaryExpression): boolean {
  return operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken
}
