import type { PathSegment } from '@problemshift/catalogue'
import { plainValue } from '../detect/sort-flow.ts'
import { inner, isAccess, isFunctionNode } from '../detect/syntax.ts'
import type { Tracer } from '../detect/tracer.ts'
import { ts } from '../source/compiler.ts'
import { holdsOneOf } from './guard-conditions.ts'

/** A place that looks into the v1 body: a member, or the question whether there is one. */
export interface V1Read {
  readonly node: ts.Expression
  readonly path: readonly PathSegment[]
  /** `'message' in body`: the name that is asked for. */
  readonly key: ts.StringLiteralLike | null
}

/** What a condition looks up in the v1 body; `siblings` are tests with a decision of their own. */
export function v1Reads(
  t: Tracer,
  atom: ts.Expression,
  siblings: ReadonlySet<ts.Node>,
  byName: boolean,
): readonly V1Read[] {
  const found: V1Read[] = []
  const visit = (node: ts.Node): void => {
    if (isFunctionNode(node) || siblings.has(node)) return
    const read = memberRead(t, node) ?? ownRead(t, node, byName)
    if (read !== null) found.push(read)
    else for (const part of partsOf(node, siblings)) visit(part)
  }
  visit(atom)
  return found
}

function memberRead(t: Tracer, node: ts.Node): V1Read | null {
  const asked = memberAsked(node)
  const path = asked === null ? null : bodyPath(t, asked.of)
  return asked === null || path === null ? null : { node: asked.node, path: [...path, asked.key.text], key: asked.key }
}

// A name for the wording moves with the wording; one for the list does not.
function ownRead(t: Tracer, node: ts.Node, byName: boolean): V1Read | null {
  const isName = byName && ts.isIdentifier(node) && !ts.isPropertyAccessExpression(node.parent)
  if (!isName && !isAccess(node)) return null
  const path = bodyPath(t, node)
  return path === null || path.length === 0 ? null : { node, path, key: null }
}

function partsOf(node: ts.Node, siblings: ReadonlySet<ts.Node>): readonly ts.Node[] {
  if (ts.isCallExpression(node) && isAccess(node.expression)) {
    // What is asked of each entry of a list is a test of its own.
    if (node.arguments.some(argument => isFunctionNode(argument) && holdsOneOf(argument, siblings))) return []
    // What is called is no member of the body.
    return [node.expression.expression, ...node.arguments]
  }
  const parts: ts.Node[] = []
  ts.forEachChild(node, child => void parts.push(child))
  return parts
}

interface MemberAsked {
  readonly node: ts.Expression
  readonly of: ts.Expression
  readonly key: ts.StringLiteralLike
}

// 'message' in body, body.hasOwnProperty('message'), Object.hasOwn(body, 'message')
function memberAsked(node: ts.Node): MemberAsked | null {
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.InKeyword) {
    const key = inner(node.left)
    return ts.isStringLiteralLike(key) ? { node, of: node.right, key } : null
  }
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return null
  const { name, expression } = node.expression
  const [first, second] = node.arguments.map(inner)
  if (name.text === 'hasOwnProperty' && first !== undefined && ts.isStringLiteralLike(first)) {
    return { node, of: expression, key: first }
  }
  if (name.text !== 'hasOwn' || first === undefined || second === undefined) return null
  return ts.isStringLiteralLike(second) ? { node, of: first, key: second } : null
}

/** The path of the error body that an expression reads; `null` where it reads none. */
export function bodyPath(t: Tracer, node: ts.Expression): readonly PathSegment[] | null {
  for (const { value } of t.evaluate(node, null)) {
    const plain = plainValue(value)
    if (plain.kind === 'body' && !plain.success) return plain.path
  }
  return null
}
