import { ts } from '../source/compiler.ts'
import { inner } from './syntax.ts'
import type { ClassNode } from './values.ts'

const ERROR_NAMES = new Set([
  'Error',
  'TypeError',
  'RangeError',
  'SyntaxError',
  'ReferenceError',
  'EvalError',
  'URIError',
])

/** Whether a global is one of the built-in error classes. */
export function isErrorName(path: readonly string[]): boolean {
  const [name] = path
  return path.length === 1 && name !== undefined && ERROR_NAMES.has(name)
}

/** What a class extends. */
export function parentOf(node: ClassNode): ts.Expression | null {
  const clause = node.heritageClauses?.find(one => one.token === ts.SyntaxKind.ExtendsKeyword)
  const type = clause?.types[0]
  return type === undefined ? null : inner(type.expression)
}

/** The call of `super` in a constructor. */
export function superCall(maker: ts.ConstructorDeclaration): ts.CallExpression | null {
  let found: ts.CallExpression | null = null
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.SuperKeyword) found = node
    else ts.forEachChild(node, visit)
  }
  if (maker.body !== undefined) visit(maker.body)
  return found
}
