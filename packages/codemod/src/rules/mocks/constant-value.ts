import { inner, nameText } from '../../detect/syntax.ts'
import { ts } from '../../source/compiler.ts'

/** A value that is written out whole; `null` where a part of it is not. */
export interface Constant {
  readonly value: unknown
}

/** Reads a literal of text, numbers, lists and objects as the value that it is. */
export function constantValue(node: ts.Expression): Constant | null {
  const at = inner(node)
  if (ts.isStringLiteralLike(at)) return { value: at.text }
  if (ts.isNumericLiteral(at)) return { value: Number(at.text) }
  if (at.kind === ts.SyntaxKind.TrueKeyword) return { value: true }
  if (at.kind === ts.SyntaxKind.FalseKeyword) return { value: false }
  if (at.kind === ts.SyntaxKind.NullKeyword) return { value: null }
  if (ts.isPrefixUnaryExpression(at) && at.operator === ts.SyntaxKind.MinusToken && ts.isNumericLiteral(at.operand)) {
    return { value: -Number(at.operand.text) }
  }
  if (ts.isArrayLiteralExpression(at)) return ofList(at)
  return ts.isObjectLiteralExpression(at) ? ofObject(at) : null
}

function ofList(node: ts.ArrayLiteralExpression): Constant | null {
  const items: unknown[] = []
  for (const element of node.elements) {
    const item = ts.isSpreadElement(element) ? null : constantValue(element)
    if (item === null) return null
    items.push(item.value)
  }
  return { value: items }
}

function ofObject(node: ts.ObjectLiteralExpression): Constant | null {
  const members: [string, unknown][] = []
  for (const property of node.properties) {
    const name = ts.isPropertyAssignment(property) ? nameText(property.name) : null
    const member = name !== null && ts.isPropertyAssignment(property) ? constantValue(property.initializer) : null
    if (name === null || member === null) return null
    members.push([name, member.value])
  }
  return { value: Object.fromEntries(members) }
}
