import { type Access, inner, isAccess, outer } from '../../detect/syntax.ts'
import type { Tracer } from '../../detect/tracer.ts'
import { isWrite } from '../../plan/names.ts'
import type { Splice } from '../../plan/splice.ts'
import type { CodeRead } from '../../plan/code-read.ts'
import { isBody, textSource } from '../../plan/text-source.ts'
import { ts } from '../../source/compiler.ts'

/** A name that held the wrapper inside the body, and holds the body itself in v2. */
export interface Unwrapped {
  readonly splice: Splice
  /** All that is read from the name changes with it, or nothing does. */
  readonly group: string
}

/**
 * `const error = body.error` → `const error = body`: v2 has no wrapper. `null` unless every use of the name is one of the
 * reads that move.
 */
export function unwrap(t: Tracer, id: ts.Identifier, reads: ReadonlySet<ts.Node>): Unwrapped | null {
  const declaration = t.project.declarationOf(id)
  if (declaration === null || declaration.again.length > 0 || declaration.references.some(isWrite)) return null
  const uses = t.usesOf(declaration)
  if (uses === null || !uses.every(use => isOwnerOfRead(use, reads))) return null
  const splice = bodyInstead(t, declaration.node, t.project.unitOf(declaration.id).file)
  const group = groupOfOwner(t, id)
  return splice === null || group === null ? null : { splice, group }
}

/** The code, where its test looks into such a name: `error.code` goes on being that. */
export function unwrappedCode(t: Tracer, tested: ts.Expression, reads: ReadonlySet<ts.Node>): CodeRead | null {
  const node = textSource(t, tested)
  const id = isAccess(node) ? inner(node.expression) : null
  if (!isAccess(node) || id === null || !ts.isIdentifier(id) || isBody(t.evaluate(id, null))) return null
  const also = unwrap(t, id, reads)
  if (also === null) return null
  const code = `${node.expression.getText()}${node.questionDotToken === undefined ? '.' : '?.'}${t.codeMember}`
  return { outcome: 'read', code, once: false, roots: [], edits: [also.splice], shown: null, groups: [also.group] }
}

/** What all reads of one name share, those that stay included: a name cannot hold the wrapper for some of them only. */
export function groupOfOwner(t: Tracer, owner: ts.Node): string | null {
  const declaration = ts.isIdentifier(owner) ? t.project.declarationOf(owner) : null
  if (declaration === null) return null
  return `${t.project.unitOf(declaration.id).file}:unwrap:${declaration.id.getStart()}`
}

function isOwnerOfRead(use: ts.Identifier, reads: ReadonlySet<ts.Node>): boolean {
  const { parent } = outer(use)
  return isAccess(parent) && parent.expression === outer(use) && reads.has(parent)
}

function bodyInstead(t: Tracer, node: ts.Node, file: string): Splice | null {
  if (ts.isVariableDeclaration(node) && node.initializer !== undefined && node.type === undefined) {
    const holder = holderIn(t, node.initializer)
    return holder === null
      ? null
      : { file, start: node.initializer.getStart(), end: node.initializer.end, text: holder.getText() }
  }
  // const { error } = body → const error = body
  if (!ts.isBindingElement(node) || node.initializer !== undefined || node.dotDotDotToken !== undefined) return null
  const pattern = node.parent
  const owner = pattern.parent
  if (!ts.isObjectBindingPattern(pattern) || pattern.elements.length !== 1 || !ts.isIdentifier(node.name)) return null
  if (!ts.isVariableDeclaration(owner) || owner.type !== undefined || !isBody(t.bindingFlow(owner, null))) return null
  return { file, start: pattern.getStart(), end: pattern.end, text: node.name.text }
}

/** The part of an access chain that is the body itself. */
function holderIn(t: Tracer, expression: ts.Expression): ts.Expression | null {
  let at = inner(expression)
  if (isBody(t.evaluate(at, null))) return null
  while (isAccess(at)) {
    const next: ts.Expression = (at as Access).expression
    if (isBody(t.evaluate(next, null))) return next
    at = inner(next)
  }
  return null
}
