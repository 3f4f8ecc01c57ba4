import { plainValue } from '../detect/sort-flow.ts'
import { inner, isAccess } from '../detect/syntax.ts'
import type { Tracer } from '../detect/tracer.ts'
import type { PathSegment } from '@problemshift/catalogue'
import { ts } from '../source/compiler.ts'
import { bodyUnder } from './body-under.ts'

/** The list of field errors of a v1 body, and how v2's own is read in its place. */
export interface ListRead {
  readonly text: string
  /** It is a list in any case: something stands in where there is none. */
  readonly isSafe: boolean
  /** Where it lies in the v1 body. */
  readonly path: readonly PathSegment[]
}

/** How `errors[]` is read where a list of the v1 body was; `null` where that cannot be said on the spot. */
export function readList(t: Tracer, list: ts.Expression, member: string): ListRead | null {
  const node = inner(list)
  if (ts.isBinaryExpression(node)) return withFallback(t, node, member)
  const path = listPath(t, node)
  if (path === null) return null
  if (isAccess(node)) {
    const body = bodyUnder(t, node)
    if (body === null) return null
    const dot = body.link.questionDotToken === undefined ? '.' : '?.'
    return { text: `${body.holder.getText()}${dot}${member}`, isSafe: false, path }
  }
  // A name for a list that v2 has under the same name goes on to be one.
  const isSame = path.length === 1 && path[0] === member
  return ts.isIdentifier(node) && isSame ? { text: node.getText(), isSafe: false, path } : null
}

// data.errors ?? []
function withFallback(t: Tracer, node: ts.BinaryExpression, member: string): ListRead | null {
  const { kind } = node.operatorToken
  if (kind !== ts.SyntaxKind.BarBarToken && kind !== ts.SyntaxKind.QuestionQuestionToken) return null
  const right = inner(node.right)
  if (!ts.isArrayLiteralExpression(right) || right.elements.length > 0) return null
  const left = readList(t, node.left, member)
  if (left === null) return null
  const text = `(${left.text} ${node.operatorToken.getText()} ${right.getText()})`
  return { ...left, text, isSafe: true }
}

/** The one path of the error body that a list is at; `null` where it may be anything else. */
function listPath(t: Tracer, list: ts.Expression): readonly PathSegment[] | null {
  let path: readonly PathSegment[] | null = null
  for (const { value } of t.evaluate(list, null)) {
    const plain = plainValue(value)
    if (plain.kind === 'absent' || plain.kind === 'plain') continue
    if (plain.kind === 'array' && plain.node.elements.length === 0) continue
    if (plain.kind !== 'body' || plain.success) return null
    if (path !== null && path.join() !== plain.path.join()) return null
    path = plain.path
  }
  return path
}
