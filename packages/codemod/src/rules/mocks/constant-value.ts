import { inner, nameText } from '../../detect/syntax.ts'
import { ts } from '../../source/compiler.ts'

/** A value that is written out. */
export interface Constant {
  readonly value: unknown
  /** Parts of it are computed: something like them stands in their place. */
  readonly isPartial: boolean
}

/** Reads a literal of text, numbers, lists and objects as the value that it is; `null` for what is none. */
export function constantValue(node: ts.Expression): Constant | null {
  const at = inner(node)
  if (ts.isStringLiteralLike(at)) return whole(at.text)
  if (ts.isNumericLiteral(at)) return whole(Number(at.text))
  if (at.kind === ts.SyntaxKind.TrueKeyword) return whole(true)
  if (at.kind === ts.SyntaxKind.FalseKeyword) return whole(false)
  if (at.kind === ts.SyntaxKind.NullKeyword) return whole(null)
  if (ts.isPrefixUnaryExpression(at) && at.operator === ts.SyntaxKind.MinusToken && ts.isNumericLiteral(at.operand)) {
    return whole(-Number(at.operand.text))
  }
  if (ts.isTemplateExpression(at)) return { value: likeOf(at), isPartial: true }
  if (ts.isArrayLiteralExpression(at)) return ofList(at)
  return ts.isObjectLiteralExpression(at) ? ofObject(at) : null
}

function whole(value: unknown): Constant {
  return { value, isPartial: false }
}

// A hole of a template is a number more often than not, and a number is a word, too.
function likeOf({ head, templateSpans }: ts.TemplateExpression): string {
  return head.text + templateSpans.map(span => `1${span.literal.text}`).join('')
}

function ofList(node: ts.ArrayLiteralExpression): Constant {
  const items = node.elements.map(element => (ts.isSpreadElement(element) ? null : constantValue(element)))
  const known = items.filter(item => item !== null)
  return {
    value: known.map(item => item.value),
    isPartial: known.length < items.length || known.some(item => item.isPartial),
  }
}

function ofObject(node: ts.ObjectLiteralExpression): Constant {
  const members: [string, unknown][] = []
  let isPartial = false
  for (const property of node.properties) {
    const name = ts.isPropertyAssignment(property) ? nameText(property.name) : null
    const member = name !== null && ts.isPropertyAssignment(property) ? constantValue(property.initializer) : null
    isPartial ||= member === null || member.isPartial
    if (name !== null && member !== null) members.push([name, member.value])
  }
  return { value: Object.fromEntries(members), isPartial }
}
