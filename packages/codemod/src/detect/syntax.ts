import { ts } from '../source/compiler.ts'
import type { FunctionNode } from './values.ts'

/** The expression inside parentheses, casts and `!`. */
export function inner(node: ts.Expression): ts.Expression {
  let at = node
  while (
    ts.isParenthesizedExpression(at) ||
    ts.isAsExpression(at) ||
    ts.isSatisfiesExpression(at) ||
    ts.isNonNullExpression(at) ||
    ts.isTypeAssertionExpression(at)
  ) {
    at = at.expression
  }
  return at
}

/** The outermost expression that is only this one in parentheses, a cast or `!`. */
export function outer(node: ts.Expression): ts.Expression {
  let at: ts.Expression = node
  for (;;) {
    const parent = at.parent
    if (
      ts.isParenthesizedExpression(parent) ||
      ts.isAsExpression(parent) ||
      ts.isSatisfiesExpression(parent) ||
      ts.isNonNullExpression(parent) ||
      ts.isTypeAssertionExpression(parent)
    ) {
      at = parent
    } else return at
  }
}

/** A member access of either spelling. */
export type Access = ts.PropertyAccessExpression | ts.ElementAccessExpression

export function isAccess(node: ts.Node): node is Access {
  return ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)
}

/** The function that a node stands in; `null` at the top of a file. */
export function functionOf(node: ts.Node): FunctionNode | null {
  for (let at = node.parent; at !== undefined; at = at.parent) {
    if (isFunctionNode(at)) return at
  }
  return null
}

export function isFunctionNode(node: ts.Node): node is FunctionNode {
  return FUNCTIONS.has(node.kind)
}

// Asked of every node: one look at its kind, not seven.
const FUNCTIONS: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.FunctionDeclaration,
  ts.SyntaxKind.FunctionExpression,
  ts.SyntaxKind.ArrowFunction,
  ts.SyntaxKind.MethodDeclaration,
  ts.SyntaxKind.Constructor,
  ts.SyntaxKind.GetAccessor,
  ts.SyntaxKind.SetAccessor,
])

/** The name that a function is called by where it is declared, or bound as it is written; `null` for any other. */
export function nameOfFunction(fn: FunctionNode): ts.Identifier | null {
  if (ts.isFunctionDeclaration(fn)) return fn.name ?? null
  const holder = ts.isExpression(fn) ? outer(fn).parent : fn.parent
  return ts.isVariableDeclaration(holder) && ts.isIdentifier(holder.name) ? holder.name : null
}

export function isAsync(node: ts.Node): boolean {
  return (
    ts.canHaveModifiers(node) && (ts.getModifiers(node)?.some(it => it.kind === ts.SyntaxKind.AsyncKeyword) ?? false)
  )
}

export function hasModifier(node: ts.Node, kind: ts.SyntaxKind): boolean {
  return ts.canHaveModifiers(node) && (ts.getModifiers(node)?.some(it => it.kind === kind) ?? false)
}

/** Visits a body and everything in it but the bodies of other functions and classes. */
function visitOwn(node: ts.Node, visit: (node: ts.Node) => boolean): void {
  ts.forEachChild(node, child => {
    if (isFunctionNode(child) || ts.isClassLike(child)) return
    if (visit(child)) visitOwn(child, visit)
  })
}

/** The expressions that a function returns. */
export function returnsOf(node: FunctionNode): readonly ts.Expression[] {
  if (node.body === undefined) return []
  if (!ts.isBlock(node.body)) return [node.body]
  const found: ts.Expression[] = []
  visitOwn(node.body, child => {
    if (ts.isReturnStatement(child) && child.expression !== undefined) found.push(child.expression)
    return true
  })
  return found
}

/** Whether a statement never lets the next one run. */
export function alwaysLeaves(statement: ts.Statement): boolean {
  if (ts.isBlock(statement)) {
    const last = statement.statements.at(-1)
    return last !== undefined && alwaysLeaves(last)
  }
  if (ts.isIfStatement(statement)) {
    return (
      statement.elseStatement !== undefined &&
      alwaysLeaves(statement.thenStatement) &&
      alwaysLeaves(statement.elseStatement)
    )
  }
  if (ts.isTryStatement(statement)) {
    if (statement.finallyBlock && alwaysLeaves(statement.finallyBlock)) return true
    return alwaysLeaves(statement.tryBlock) && (!statement.catchClause || alwaysLeaves(statement.catchClause.block))
  }
  return (
    ts.isReturnStatement(statement) ||
    ts.isThrowStatement(statement) ||
    ts.isContinueStatement(statement) ||
    ts.isBreakStatement(statement)
  )
}

/** The key of an access where it is written out. */
export function keyOf(node: Access): string | null {
  if (ts.isPropertyAccessExpression(node)) return node.name.text
  const key = inner(node.argumentExpression)
  return ts.isStringLiteralLike(key) || ts.isNumericLiteral(key) ? key.text : null
}

/** The name of a property as it is written in a literal, a class or a pattern. */
export function nameText(name: ts.PropertyName | ts.BindingName | undefined): string | null {
  if (name === undefined) return null
  if (ts.isIdentifier(name) || ts.isPrivateIdentifier(name)) return name.text
  if (ts.isStringLiteralLike(name) || ts.isNumericLiteral(name)) return name.text
  return ts.isComputedPropertyName(name) && ts.isStringLiteralLike(name.expression) ? name.expression.text : null
}

/** The name that an access chain begins with: `failure` of `failure.response?.data`. */
export function rootOf(node: Access): ts.Identifier | null {
  let at: ts.Expression = node
  while (isAccess(at)) at = inner(at.expression)
  return ts.isIdentifier(at) ? at : null
}

/** The operands of a chain of one operator. */
export function operandsOf(node: ts.Expression, operator: ts.SyntaxKind): readonly ts.Expression[] {
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== operator) return [node]
  return [...operandsOf(node.left, operator), ...operandsOf(node.right, operator)]
}

/** Whether the right side stands in for the left: `a || b`, `a ?? b`. */
export function isFallback({ operatorToken: { kind } }: ts.BinaryExpression): boolean {
  return kind === ts.SyntaxKind.BarBarToken || kind === ts.SyntaxKind.QuestionQuestionToken
}
