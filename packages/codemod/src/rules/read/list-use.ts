import { inner, isAccess, keyOf, outer } from '../../detect/syntax.ts'
import type { Tracer } from '../../detect/tracer.ts'
import { ts } from '../../source/compiler.ts'

const DEEPEST = 4

/**
 * Whether somebody who gets this value takes it for a list. `body.message` is a text nearly everywhere, and a list of
 * texts where a validation of NestJS failed: a client that never asks for more than the text means the text.
 */
export function isUsedAsList(t: Tracer, node: ts.Node, depth = 0): boolean {
  if (depth > DEEPEST) return false
  if (ts.isBindingElement(node)) return ts.isIdentifier(node.name) && isNameUsedAsList(t, node.name, depth)
  if (!ts.isExpression(node)) return false
  const at = outer(node)
  const { parent } = at
  if (isAccess(parent)) return parent.expression === at && isOfLists(parent)
  if (ts.isSpreadElement(parent) || ts.isForOfStatement(parent)) return true
  // [data.message].flat()
  if (ts.isArrayLiteralExpression(parent)) return isFlattened(outer(parent).parent)
  if (ts.isVariableDeclaration(parent)) {
    return !ts.isIdentifier(parent.name) || isNameUsedAsList(t, parent.name, depth)
  }
  if (ts.isCallExpression(parent)) return parent.expression !== at && isListArgument(t, parent, at, depth)
  if (ts.isBinaryExpression(parent) || ts.isConditionalExpression(parent)) return isUsedAsList(t, parent, depth + 1)
  return false
}

function isFlattened(node: ts.Node): boolean {
  return isAccess(node) && /^flat/.test(keyOf(node) ?? '')
}

const TEXT_METHODS = new Set(Object.getOwnPropertyNames(String.prototype))

// What lists have as well: a text that holds a word is not told from a list that holds a sentence.
const OF_BOTH = new Set(['includes', 'indexOf', 'lastIndexOf', 'concat', 'at'])

// message[0], message.map(…), message?.join(' '): no text has these, or hardly anybody asks a text for them.
function isOfLists(access: ts.PropertyAccessExpression | ts.ElementAccessExpression): boolean {
  const key = keyOf(access)
  return key === null || !TEXT_METHODS.has(key) || OF_BOTH.has(key)
}

function isNameUsedAsList(t: Tracer, name: ts.Identifier, depth: number): boolean {
  const declaration = t.project.declarationOf(name)
  const uses = declaration === null ? null : t.usesOf(declaration)
  return uses === null || uses.some(use => isUsedAsList(t, use, depth + 1))
}

function isListArgument(t: Tracer, call: ts.CallExpression, argument: ts.Expression, depth: number): boolean {
  const callee = inner(call.expression)
  if (isAccess(callee) && keyOf(callee) === 'isArray') return true
  // [].concat(data.message)
  if (isAccess(callee) && ts.isArrayLiteralExpression(inner(callee.expression))) return true
  const index = call.arguments.indexOf(argument)
  return t.evaluate(callee, null).some(({ value }) => {
    const parameter = value.kind === 'function' ? value.node.parameters[index] : undefined
    if (parameter === undefined) return false
    return !ts.isIdentifier(parameter.name) || isNameUsedAsList(t, parameter.name, depth)
  })
}
