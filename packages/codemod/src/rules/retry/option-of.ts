import { inner, nameText } from '../../detect/syntax.ts'
import { ts } from '../../source/compiler.ts'

/** A member of an object that is written out. */
export function memberOf(
  node: ts.Expression | undefined,
  name: string,
): ts.PropertyAssignment | ts.MethodDeclaration | null {
  const at = node === undefined ? undefined : inner(node)
  if (at === undefined || !ts.isObjectLiteralExpression(at)) return null
  const found = at.properties.findLast(
    one => (ts.isPropertyAssignment(one) || ts.isMethodDeclaration(one)) && nameText(one.name) === name,
  )
  return found !== undefined && (ts.isPropertyAssignment(found) || ts.isMethodDeclaration(found)) ? found : null
}

/** The value of such a member; `null` for a method. */
export function optionValue(node: ts.Expression | undefined, name: string): ts.Expression | null {
  const member = memberOf(node, name)
  return member !== null && ts.isPropertyAssignment(member) ? inner(member.initializer) : null
}

/** Whether all that an object says is written out. */
export function isWhole(node: ts.ObjectLiteralExpression): boolean {
  return node.properties.every(one => !ts.isSpreadAssignment(one))
}

/** The function under a member, if it is written out. */
export function functionAt(node: ts.Expression | undefined, name: string): ts.FunctionLikeDeclaration | null {
  const member = memberOf(node, name)
  if (member === null) return null
  if (ts.isMethodDeclaration(member)) return member
  const value = inner(member.initializer)
  return ts.isArrowFunction(value) || ts.isFunctionExpression(value) ? value : null
}

/** `() => true` */
export function saysAlways(fn: ts.FunctionLikeDeclaration): boolean {
  if (fn.body === undefined) return false
  const given = ts.isBlock(fn.body) ? onlyReturn(fn.body) : inner(fn.body)
  return given?.kind === ts.SyntaxKind.TrueKeyword
}

/** `error => error.response?.status >= 400`: one side of it holds for whatever the server refuses. */
export function saysOfAnyFailure(fn: ts.FunctionLikeDeclaration): boolean {
  if (fn.body === undefined) return false
  const given = ts.isBlock(fn.body) ? onlyReturn(fn.body) : inner(fn.body)
  return given !== null && holdsForFailures(given)
}

function holdsForFailures(node: ts.Expression): boolean {
  const at = inner(node)
  if (ts.isPrefixUnaryExpression(at)) {
    return at.operator === ts.SyntaxKind.ExclamationToken && /(?:\.|^)ok$/.test(inner(at.operand).getText())
  }
  if (!ts.isBinaryExpression(at)) return false
  const { kind } = at.operatorToken
  if (kind === ts.SyntaxKind.BarBarToken) return holdsForFailures(at.left) || holdsForFailures(at.right)
  const right = inner(at.right)
  if (!ts.isNumericLiteral(right) || !/\bstatus(?:Code)?\b/.test(at.left.getText())) return false
  const status = Number(right.text)
  switch (kind) {
    case ts.SyntaxKind.GreaterThanEqualsToken:
      return status <= 400
    case ts.SyntaxKind.GreaterThanToken:
      return status < 400
    case ts.SyntaxKind.ExclamationEqualsEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsToken:
      return status < 300
  }
  return false
}

function onlyReturn({ statements }: ts.Block): ts.Expression | null {
  const [only, more] = statements
  if (only === undefined || more !== undefined || !ts.isReturnStatement(only) || only.expression === undefined)
    return null
  return inner(only.expression)
}
