import type { Declaration, Scope } from '../source/bindings.ts'
import type { Tracer } from '../detect/tracer.ts'
import { ts } from '../source/compiler.ts'
import type { Unit } from '../source/project.ts'

/** What a variable may be called that holds what a rewritten test asks for. */
export function codeNames({ branch }: Tracer): readonly string[] {
  return branch.by === 'type' ? ['type', 'problemType'] : ['code', 'problemCode']
}

interface Given {
  readonly name: string
  readonly to: Declaration
}

// What was promised to one declaration is no longer free for its neighbours, although the text does not show it yet.
const promised = new WeakMap<Unit, Given[]>()

/** The first of some new names that is free at a declaration, and its own from now on; `null` where none is. */
export function freeName(unit: Unit, declaration: Declaration, names: readonly string[]): string | null {
  const given = promised.get(unit) ?? []
  const isOthers = (name: string) =>
    given.some(one => one.name === name && one.to !== declaration && overlap(one.to.scope, declaration.scope))
  const name = names.find(one => isFree(unit, one, declaration) && !isOthers(one)) ?? null
  if (name !== null) promised.set(unit, [...given, { name, to: declaration }])
  return name
}

function overlap(a: Scope, b: Scope): boolean {
  return isInside(a, b) || isInside(b, a)
}

function isInside(scope: Scope | null, outer: Scope): boolean {
  return scope !== null && (scope === outer || isInside(scope.parent, outer))
}

// Whether a new name can be bound at a declaration, and means nothing else wherever the old one was used.
function isFree(unit: Unit, name: string, declaration: Declaration): boolean {
  const places: readonly ts.Node[] = [declaration.id, ...declaration.references]
  if (places.some(place => unit.bindings.named(name, place) !== null)) return false
  return !bindsInside(declaration.scope.node, name)
}

// A name bound deeper inside would hide the new one, or the new one would be taken for a global that is used there.
function bindsInside(scope: ts.Node, name: string): boolean {
  let found = false
  const visit = (node: ts.Node): void => {
    if (found) return
    if (ts.isIdentifier(node) && node.text === name && isName(node)) found = true
    else ts.forEachChild(node, visit)
  }
  visit(scope)
  return found
}

function isName(id: ts.Identifier): boolean {
  const parent = id.parent
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === id
  if (ts.isPropertyAssignment(parent) || ts.isJsxAttribute(parent) || ts.isPropertySignature(parent)) {
    return 'initializer' in parent && parent.initializer === id
  }
  if (ts.isBindingElement(parent) && parent.propertyName === id) return false
  return !ts.isQualifiedName(parent)
}

/** Whether every name that a text uses means the same at another place. */
export function allMeanTheSame(unit: Unit, roots: readonly Declaration[], at: ts.Node): boolean {
  return roots.every(root => {
    const here = unit.bindings.named(root.name, at)
    return here === root && root.references.every(id => !isWrite(id))
  })
}

/** Whether an identifier is assigned to. */
export function isWrite(id: ts.Identifier): boolean {
  const parent = id.parent
  if (ts.isBinaryExpression(parent) && parent.left === id) {
    return (
      parent.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
      parent.operatorToken.kind <= ts.SyntaxKind.LastAssignment
    )
  }
  if (ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent)) {
    return parent.operator === ts.SyntaxKind.PlusPlusToken || parent.operator === ts.SyntaxKind.MinusMinusToken
  }
  return (ts.isForOfStatement(parent) || ts.isForInStatement(parent)) && parent.initializer === id
}
