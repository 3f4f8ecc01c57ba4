import type { Trip } from '../../clients/client.ts'
import { type Access, inner, isAccess, keyOf, nameText, outer } from '../../detect/syntax.ts'
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
    const visit = (node: ts.Node): void => {
      for (const { at, fix, unless } of trips) {
        const call = ts.isCallExpression(node) ? node : null
        if (isAt(t, node, at, packages) && !isCured(node, unless, text)) found.push({ client: name, node, fix, call })
      }
      ts.forEachChild(node, visit)
    }
    if (trips.length > 0) visit(unit.tree)
  }
  return found
}

// wretch(url).errorType('json').get(): of what is kept for later the rest of the file may say it.
function isCured(node: ts.Node, method: string | undefined, text: string): boolean {
  if (method === undefined || !text.includes(method)) return false
  let at = node
  while (ts.isExpression(at) && isAccess(outer(at).parent)) {
    const access = outer(at).parent as Access
    if (keyOf(access) === method) return true
    const call = outer(access).parent
    if (!ts.isCallExpression(call) || call.expression !== outer(access)) return true
    at = call
  }
  return at === node || !isSent(at)
}

// What is called last gives the answer, unless it is kept.
function isSent(chain: ts.Node): boolean {
  const { parent } = ts.isExpression(chain) ? outer(chain) : chain
  const isKept = ts.isVariableDeclaration(parent) || ts.isPropertyDeclaration(parent) || ts.isPropertyAssignment(parent)
  return !isKept || SENDS.test(chain.getText())
}

const SENDS = /\.(?:json|text|res|blob|arrayBuffer|formData)\(\s*[^()]*\)$/

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
  if (importedName(t, callee, packages) === name || isTakenOf(t, callee, name, packages)) return true
  if (!isAccess(callee) || keyOf(callee) !== name) return false
  let root: ts.Expression = callee
  while (isAccess(root)) root = inner(root.expression)
  return importedName(t, root, packages) !== null
}

// const { responseError } = interceptors
function isTakenOf(t: Tracer, callee: ts.Expression, name: string, packages: readonly string[]): boolean {
  const taken = ts.isIdentifier(callee) ? t.project.declarationOf(callee)?.node : undefined
  if (taken === undefined || !ts.isBindingElement(taken) || nameText(taken.propertyName ?? taken.name) !== name)
    return false
  const { parent: owner } = taken.parent
  if (!ts.isVariableDeclaration(owner) || owner.initializer === undefined) return false
  return importedName(t, owner.initializer, packages) !== null
}
