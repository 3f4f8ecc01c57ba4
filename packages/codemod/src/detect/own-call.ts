import { ts } from '../source/compiler.ts'
import { functionOf, inner, isAsync, outer } from './syntax.ts'
import type { Tracer } from './tracer.ts'
import type { FunctionNode } from './values.ts'

/**
 * A function that gives what it itself gives, as a retry does: `return send(path, tries - 1)`. Nothing new comes that way
 * as long as the answer is only handed on, and the arguments bring no text of their own.
 */
export function handsOnItsOwn(t: Tracer, fn: FunctionNode, at: ts.Node): boolean {
  if (!ts.isCallExpression(at) || functionOf(at) !== fn || t.enteredAt(fn) === null) return false
  return isReturned(at, fn) && at.arguments.every((argument, index) => bringsNoText(t, fn, inner(argument), index))
}

function isReturned(call: ts.CallExpression, fn: FunctionNode): boolean {
  let at: ts.Expression = outer(call)
  while (ts.isAwaitExpression(at.parent)) at = outer(at.parent)
  const { parent } = at
  if (parent !== fn && !ts.isReturnStatement(parent)) return false
  // What it throws is seen by a `catch` round it, and may come out of there as something else. What a promise rejects with
  // that nobody awaits there is not.
  const isSeen = !isAsync(fn) || at !== outer(call)
  for (let node: ts.Node = at; node !== fn; node = node.parent) {
    const holder = node.parent
    if (!ts.isTryStatement(holder)) continue
    if ((isSeen && holder.tryBlock === node) || holder.finallyBlock !== undefined) return false
  }
  return isAsync(fn) || !ts.isAwaitExpression(at)
}

function bringsNoText(t: Tracer, fn: FunctionNode, argument: ts.Expression, index: number): boolean {
  const given = fn.parameters[index]
  if (given === undefined) return true
  if (ts.isNumericLiteral(argument)) return true
  if (argument.kind === ts.SyntaxKind.TrueKeyword || argument.kind === ts.SyntaxKind.FalseKeyword) return true
  if (ts.isBinaryExpression(argument)) {
    const { kind } = argument.operatorToken
    const counts = kind === ts.SyntaxKind.MinusToken || (kind === ts.SyntaxKind.PlusToken && isNumber(given))
    return counts && ts.isNumericLiteral(inner(argument.right)) && isParameter(t, inner(argument.left), given)
  }
  return isParameter(t, argument, given)
}

function isNumber({ initializer, type }: ts.ParameterDeclaration): boolean {
  return type?.kind === ts.SyntaxKind.NumberKeyword || (initializer !== undefined && ts.isNumericLiteral(initializer))
}

// The same argument again, as it came.
function isParameter(t: Tracer, node: ts.Expression, parameter: ts.ParameterDeclaration): boolean {
  const declaration = ts.isIdentifier(node) ? t.project.declarationOf(node) : null
  return declaration?.node === parameter && declaration.references.every(id => !isWritten(id))
}

function isWritten(id: ts.Identifier): boolean {
  const { parent } = id
  return ts.isBinaryExpression(parent)
    ? parent.left === id &&
        parent.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
        parent.operatorToken.kind <= ts.SyntaxKind.LastAssignment
    : ts.isPostfixUnaryExpression(parent) || ts.isPrefixUnaryExpression(parent)
}
