import { inner, isAccess, keyOf, nameText } from '../../detect/syntax.ts'
import type { Tracer } from '../../detect/tracer.ts'
import { isWrite } from '../../plan/names.ts'
import type { Declaration } from '../../source/bindings.ts'
import { ts } from '../../source/compiler.ts'
import type { Unit } from '../../source/project.ts'
import { replayedAt } from './replayed.ts'

/** Where the body of a replayed answer is written out. */
export interface BodyLiteral {
  readonly unit: Unit
  readonly node: ts.Expression
  /** Something else than an answer uses it too. */
  readonly isShared: boolean
}

/** The literal that is a body: on the spot, or behind a constant of this file or another one. */
export function bodyLiteral(t: Tracer, body: ts.Expression): BodyLiteral | null {
  const at = inner(body)
  const { root, keys } = chainOf(at)
  if (!ts.isIdentifier(root)) return { unit: t.project.unitOf(at), node: at, isShared: false }
  const declaration = t.project.declarationOf(root)
  const constant = declaration === null ? null : constantBehind(t, declaration)
  if (constant === null) return null
  const node = memberAt(constant.literal, keys)
  if (node === null) return null
  const uses = usesOf(t, constant)
  const isShared = uses === null || !uses.every(isBodyOfAnswer)
  return { unit: t.project.unitOf(node), node, isShared }
}

/** `bodies.loans.notFound`: a name, and what is read of it. */
export function chainOf(node: ts.Expression): { readonly root: ts.Expression; readonly keys: readonly string[] } {
  const keys: string[] = []
  let at = inner(node)
  while (isAccess(at)) {
    const key = keyOf(at)
    if (key === null) break
    keys.unshift(key)
    at = inner(at.expression)
  }
  return { root: at, keys }
}

/** The part of a literal that lies under these keys. */
export function memberAt(literal: ts.Expression, keys: readonly string[]): ts.Expression | null {
  let at = inner(literal)
  for (const key of keys) {
    if (!ts.isObjectLiteralExpression(at)) return null
    const [member, more] = at.properties.filter(one => ts.isPropertyAssignment(one) && nameText(one.name) === key)
    if (member === undefined || more !== undefined || !ts.isPropertyAssignment(member)) return null
    at = inner(member.initializer)
  }
  return at
}

interface Constant {
  readonly declaration: Declaration
  readonly literal: ts.Expression
}

function constantBehind(t: Tracer, declaration: Declaration): Constant | null {
  if (declaration.kind !== 'import') return constantOf(declaration)
  const [only, more] = t.define(declaration, null)
  if (only === undefined || more !== undefined || only.value.kind !== 'object') return null
  const literal = only.value.node
  const home = t.project.unitOf(literal)
  const own = [...home.bindings.top.names.values()].find(one => constantOf(one)?.literal === literal)
  return own === undefined ? null : constantOf(own)
}

function constantOf(declaration: Declaration): Constant | null {
  const { node } = declaration
  if (!ts.isVariableDeclaration(node) || node.initializer === undefined || !ts.isIdentifier(node.name)) return null
  return declaration.references.some(isWrite) ? null : { declaration, literal: inner(node.initializer) }
}

/** Every use of a constant in the repository; `null` where somebody may use it that cannot be seen. */
function usesOf(t: Tracer, { declaration, literal }: Constant): readonly ts.Identifier[] | null {
  const own = t.usesOf(declaration)
  if (own === null || !ts.isObjectLiteralExpression(literal)) return own
  const home = t.project.unitOf(literal).file
  const others = t.project.holding(declaration.name).filter(file => file !== home)
  const foreign = others.flatMap(file => {
    const names = t.project.open(file)?.bindings.top.names.values() ?? []
    return [...names].filter(one => one.kind === 'import' && leadsTo(t, one, literal)).flatMap(one => one.references)
  })
  return [...new Set([...own, ...foreign])]
}

function leadsTo(t: Tracer, imported: Declaration, literal: ts.Expression): boolean {
  return t.define(imported, null).some(({ value }) => value.kind === 'object' && value.node === literal)
}

/** The name, or what is read of it, stands in one call of the shapes that replay, and in nothing else. */
export function isBodyOfAnswer(id: ts.Identifier): boolean {
  if (ts.isExportSpecifier(id.parent)) return true
  for (let at: ts.Node = id; at.parent !== undefined && !ts.isStatement(at); at = at.parent) {
    const replayed = replayedAt(at)
    if (replayed !== null) return chainOf(replayed.body).root === id
  }
  return false
}
