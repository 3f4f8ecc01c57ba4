import type { Trip } from '../../clients/client.ts'
import { inner, isAccess, keyOf, nameText } from '../../detect/syntax.ts'
import type { Tracer } from '../../detect/tracer.ts'
import { ts } from '../../source/compiler.ts'
import type { Unit } from '../../source/project.ts'
import { importedName } from '../retry/imported.ts'

/** A place of a file that makes a client trip over `application/problem+json`. */
export interface Tripping {
  readonly client: string
  readonly node: ts.Node
  readonly fix: string
  /** The call that goes out, or makes what sends, where it is known. */
  readonly call: ts.CallExpression | null
}

/** All of them, by what each client library says of itself. */
export function trippingsIn(t: Tracer, unit: Unit): readonly Tripping[] {
  const { text } = unit.source
  const found: Tripping[] = []
  for (const { name, packages, trips = [] } of t.clients.models) {
    if (!packages.some(one => text.includes(one))) continue
    const meant = trips.filter(({ unless }) => unless === undefined || !text.includes(unless))
    const visit = (node: ts.Node): void => {
      for (const { at, fix } of meant) {
        const call = ts.isCallExpression(node) ? node : null
        if (isAt(t, node, at, packages)) found.push({ client: name, node, fix, call })
      }
      ts.forEachChild(node, visit)
    }
    if (meant.length > 0) visit(unit.tree)
  }
  return found
}

function isAt(t: Tracer, node: ts.Node, at: Trip['at'], packages: readonly string[]): boolean {
  if ('import' in at) return isImport(node, packages)
  if ('call' in at) return ts.isCallExpression(node) && isCallOf(t, node, at.call, packages)
  if (!ts.isPropertyAssignment(node) || nameText(node.name) !== at.option || !importsAny(node, packages)) return false
  const value = inner(node.initializer)
  if (typeof at.is === 'string') return ts.isStringLiteralLike(value) && value.text === at.is
  return value.kind === (at.is ? ts.SyntaxKind.TrueKeyword : ts.SyntaxKind.FalseKeyword)
}

function isImport(node: ts.Node, packages: readonly string[]): boolean {
  const named = ts.isImportDeclaration(node)
    ? node.moduleSpecifier
    : ts.isCallExpression(node) && node.expression.getText() === 'require'
      ? node.arguments[0]
      : undefined
  return named !== undefined && ts.isStringLiteral(named) && packages.includes(named.text)
}

function importsAny(node: ts.Node, packages: readonly string[]): boolean {
  let found = false
  const visit = (one: ts.Node): void => {
    if (isImport(one, packages)) found = true
    else if (!found) ts.forEachChild(one, visit)
  }
  visit(node.getSourceFile())
  return found
}

// wretch('https://…'), interceptors.responseError(), undici.interceptors.responseError()
function isCallOf(t: Tracer, { expression }: ts.CallExpression, name: string, packages: readonly string[]): boolean {
  const callee = inner(expression)
  if (importedName(t, callee, packages) === name) return true
  if (!isAccess(callee) || keyOf(callee) !== name) return false
  let root: ts.Expression = callee
  while (isAccess(root)) root = inner(root.expression)
  return importedName(t, root, packages) !== null
}
