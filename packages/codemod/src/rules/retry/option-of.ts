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

function onlyReturn({ statements }: ts.Block): ts.Expression | null {
  const [only, more] = statements
  if (only === undefined || more !== undefined || !ts.isReturnStatement(only) || only.expression === undefined)
    return null
  return inner(only.expression)
}
