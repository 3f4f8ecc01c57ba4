import { inner, isAccess, keyOf } from '../../detect/syntax.ts'
import type { Tracer } from '../../detect/tracer.ts'
import { ts } from '../../source/compiler.ts'

/** The name that a package exports for what is called here, `default` for its default export; `null` for another's. */
export function importedName(t: Tracer, callee: ts.Expression, packages: readonly string[]): string | null {
  const node = inner(callee)
  if (isAccess(node)) {
    const holder = importedName(t, node.expression, packages)
    return holder === '*' || holder === 'default' ? keyOf(node) : null
  }
  const declaration = ts.isIdentifier(node) ? t.project.declarationOf(node) : null
  if (declaration === null) return null
  return ofImport(declaration.node, packages) ?? ofRequire(declaration.node, packages)
}

function ofImport(node: ts.Node, packages: readonly string[]): string | null {
  if (!ts.isImportSpecifier(node) && !ts.isImportClause(node) && !ts.isNamespaceImport(node)) return null
  let at: ts.Node = node
  while (!ts.isImportDeclaration(at)) at = at.parent
  if (!ts.isStringLiteral(at.moduleSpecifier) || !packages.includes(at.moduleSpecifier.text)) return null
  if (ts.isNamespaceImport(node)) return '*'
  return ts.isImportSpecifier(node) ? (node.propertyName ?? node.name).text : 'default'
}

// const retry = require('axios-retry'), const { default: retry } = require('axios-retry')
function ofRequire(node: ts.Node, packages: readonly string[]): string | null {
  const holder = ts.isBindingElement(node) ? node.parent.parent : node
  if (!ts.isVariableDeclaration(holder) || holder.initializer === undefined) return null
  const call = inner(holder.initializer)
  if (!ts.isCallExpression(call) || call.expression.getText() !== 'require') return null
  const [name] = call.arguments
  if (name === undefined || !ts.isStringLiteral(name) || !packages.includes(name.text)) return null
  if (!ts.isBindingElement(node)) return 'default'
  return (node.propertyName ?? node.name).getText()
}
