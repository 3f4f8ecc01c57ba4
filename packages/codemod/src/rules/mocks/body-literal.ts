import { inner } from '../../detect/syntax.ts'
import type { Tracer } from '../../detect/tracer.ts'
import { isWrite } from '../../plan/names.ts'
import { ts } from '../../source/compiler.ts'
import { replayedAt } from './replayed.ts'

/** Where the body of a replayed answer is written out. */
export interface BodyLiteral {
  readonly node: ts.Expression
  /** Something else than an answer uses it too. */
  readonly isShared: boolean
}

/** The literal that is a body: on the spot, or behind a constant of the same file. */
export function bodyLiteral(t: Tracer, body: ts.Expression): BodyLiteral | null {
  const at = inner(body)
  if (!ts.isIdentifier(at)) return { node: at, isShared: false }
  const declaration = t.project.declarationOf(at)
  if (declaration === null || !ts.isVariableDeclaration(declaration.node)) return null
  const { initializer } = declaration.node
  if (initializer === undefined || declaration.references.some(isWrite)) return null
  const uses = t.usesOf(declaration)
  return { node: inner(initializer), isShared: uses === null || !uses.every(isBodyOfAnswer) }
}

// The name may stand in one call of the shapes that replay, and in nothing else.
function isBodyOfAnswer(id: ts.Identifier): boolean {
  for (let at: ts.Node = id; at.parent !== undefined && !ts.isStatement(at); at = at.parent) {
    const replayed = replayedAt(at)
    if (replayed !== null) return inner(replayed.body) === id
  }
  return false
}
