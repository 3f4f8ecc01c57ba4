import { type Catalogue, dialectsOf, factsAt, type PathSegment } from '@problemshift/catalogue'
import { wordingPlace } from '../decide/wording-places.ts'
import type { MessageRead } from '../detect/message-read.ts'
import { conditionsRound } from '../detect/narrow.ts'
import { plainValue } from '../detect/sort-flow.ts'
import { inner, isAccess, isFunctionNode, outer } from '../detect/syntax.ts'
import type { Tracer } from '../detect/tracer.ts'
import { isAskedForTruth } from '../forms/condition.ts'
import { ts } from '../source/compiler.ts'
import type { Unit } from '../source/project.ts'
import { codeOfAccess } from './read-code.ts'
import type { Splice } from './splice.ts'
import { textSource } from './text-source.ts'

/**
 * What has to change in the conditions that a test stands under. `data.error && data.error.message === …`: v2 has no
 * `error`, so the guard would never let the new test be asked. `null` where a guard cannot be said in v2.
 */
export function guardEdits(
  t: Tracer,
  read: MessageRead,
  catalogue: Catalogue,
  siblings: ReadonlySet<ts.Node>,
): readonly Splice[] | null {
  const edits: Splice[] = []
  const paths = pathsOf(read)
  for (const { atom, mustBe, ofOther } of atomsRound(read.match.node, siblings)) {
    for (const found of v1Reads(t, atom, siblings)) {
      const asks = whatIsAsked(found, paths, catalogue)
      if (asks === 'nothing-of-v1') continue
      if (asks === 'member') {
        // v2 has no such member: the condition comes out as it does for `undefined`.
        const isHarmless = mustBe === null ? ofOther : whenUndefined(found, atom) === mustBe
        if (isHarmless) continue
        return null
      }
      const edit = toCode(t, read.unit, found)
      if (edit === null) return null
      edits.push(...edit)
    }
  }
  return edits
}

interface Atom {
  readonly atom: ts.Expression
  /** What it has to be for the test to be asked and to count; `null` where that depends on others. */
  readonly mustBe: boolean | null
  /** It belongs to another test, which has a decision of its own. */
  readonly ofOther: boolean
}

type Single = Omit<Atom, 'ofOther'>

/** The single conditions that decide whether a test is asked, and those that stand beside it. */
function atomsRound(node: ts.Node, tested: ReadonlySet<ts.Node>): readonly Atom[] {
  const round = conditionsRound(node).flatMap(({ condition, holds }) => {
    const ofOther = !holds && holdsOneOf(condition, tested)
    return atomsOf(condition, holds).map(one => ({ ...one, ofOther }))
  })
  return [...round, ...behind(node).map(one => ({ ...one, ofOther: false }))]
}

function holdsOneOf(node: ts.Node, wanted: ReadonlySet<ts.Node>): boolean {
  return wanted.has(node) || (ts.forEachChild(node, child => holdsOneOf(child, wanted) || undefined) ?? false)
}

function atomsOf(condition: ts.Expression, holds: boolean | null): readonly Single[] {
  const node = inner(condition)
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
    return atomsOf(node.operand, holds === null ? null : !holds)
  }
  if (!ts.isBinaryExpression(node)) return [{ atom: node, mustBe: holds }]
  const { kind } = node.operatorToken
  const isAnd = kind === ts.SyntaxKind.AmpersandAmpersandToken
  if (!isAnd && kind !== ts.SyntaxKind.BarBarToken) return [{ atom: node, mustBe: holds }]
  const each = holds === isAnd ? holds : null
  return [...atomsOf(node.left, each), ...atomsOf(node.right, each)]
}

// test && …: what comes behind is asked when the test holds.
function behind(node: ts.Node): readonly Single[] {
  const found: Single[] = []
  for (let at = node; ; at = at.parent) {
    const { parent } = at
    if (ts.isBinaryExpression(parent) && parent.left === at) {
      const { kind } = parent.operatorToken
      if (kind === ts.SyntaxKind.AmpersandAmpersandToken) found.push(...atomsOf(parent.right, true))
      else if (kind === ts.SyntaxKind.BarBarToken) found.push(...atomsOf(parent.right, null))
      else return found
    } else if (!ts.isParenthesizedExpression(parent) && !ts.isBinaryExpression(parent) && !isNot(parent)) return found
  }
}

function isNot(node: ts.Node): boolean {
  return ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken
}

/** A place that looks into the v1 body: a member, or the question whether there is one. */
interface V1Read {
  readonly node: ts.Expression
  readonly path: readonly PathSegment[]
  /** `'message' in body`: the name that is asked for. */
  readonly key: ts.StringLiteralLike | null
}

function v1Reads(t: Tracer, atom: ts.Expression, siblings: ReadonlySet<ts.Node>): readonly V1Read[] {
  const found: V1Read[] = []
  const visit = (node: ts.Node): void => {
    if (isFunctionNode(node) || siblings.has(node)) return
    const asked = memberAsked(node)
    const path = asked === null ? null : bodyPath(t, asked.of)
    if (asked !== null && path !== null) {
      found.push({ node: asked.node, path: [...path, asked.key.text], key: asked.key })
      return
    }
    // What is called is no member of the body.
    if (ts.isCallExpression(node) && isAccess(node.expression)) {
      visit(node.expression.expression)
      node.arguments.forEach(visit)
      return
    }
    if (isAccess(node)) {
      const own = bodyPath(t, node)
      if (own !== null && own.length > 0) {
        found.push({ node, path: own, key: null })
        return
      }
    }
    ts.forEachChild(node, visit)
  }
  visit(atom)
  return found
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
function bodyPath(t: Tracer, node: ts.Expression): readonly PathSegment[] | null {
  for (const { value } of t.evaluate(node, null)) {
    const plain = plainValue(value)
    if (plain.kind === 'body' && !plain.success) return plain.path
  }
  return null
}

function pathsOf(read: MessageRead): readonly (readonly PathSegment[])[] {
  return read.sorted.wording.flatMap(({ value }) => {
    const plain = plainValue(value)
    return plain.kind === 'body' ? [plain.path] : []
  })
}

function whatIsAsked(
  { node, path }: V1Read,
  paths: readonly (readonly PathSegment[])[],
  catalogue: Catalogue,
): 'wording' | 'member' | 'nothing-of-v1' {
  const leads = paths.some(whole => path.every((step, index) => whole[index] === step))
  if (leads || wordingPlace(catalogue, path)?.of === 'problems') return isPassedOn(node) ? 'nothing-of-v1' : 'wording'
  // Codes, traces, hints and the like have a place in v2: moving them there is not the business of this test.
  return dialectsOf(catalogue).some(dialect => factsAt(dialect, path).length > 0) ? 'nothing-of-v1' : 'member'
}

// What a helper is given moves with the helper.
function isPassedOn(node: ts.Expression): boolean {
  const { parent } = outer(node)
  return ts.isCallExpression(parent) && parent.expression !== node && !isBoolean(parent)
}

function isBoolean(node: ts.CallExpression): boolean {
  return ts.isIdentifier(node.expression) && node.expression.text === 'Boolean'
}

function whenUndefined({ node, key }: V1Read, atom: ts.Expression): boolean | null {
  if (key !== null) return false
  const at = outer(node)
  if (at === outer(atom) || at === atom) return false
  const { parent } = at
  if (!ts.isBinaryExpression(parent) || outer(parent) !== outer(atom)) return null
  const other = inner(parent.left === at ? parent.right : parent.left)
  const isNothing = other.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(other) && other.text === 'undefined')
  switch (parent.operatorToken.kind) {
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
    case ts.SyntaxKind.EqualsEqualsToken:
      return isNothing ? null : false
    case ts.SyntaxKind.ExclamationEqualsEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsToken:
      return isNothing ? null : true
  }
  return null
}

/** The same question, asked of the code: where v1 had a wording, v2 has a code. */
function toCode(t: Tracer, unit: Unit, { node, path, key }: V1Read): readonly Splice[] | null {
  const { file } = unit
  if (key !== null) {
    if (path.length !== 1) return null
    const quote = key.getText().slice(0, 1)
    return [{ file, start: key.getStart(), end: key.end, text: `${quote}code${quote}` }]
  }
  const code = isAccess(node) ? codeOfAccess(t, node) : null
  if (code === null) return null
  const splice = { file, start: node.getStart(), end: node.end, text: code }
  if (isAskedForTruth(outer(node)) || isComparedWithNothing(node)) return [splice]
  const kind = typeAsked(node)
  if (kind === null) return null
  const quote = kind.getText().slice(0, 1)
  return [splice, { file, start: kind.getStart(), end: kind.end, text: `${quote}string${quote}` }]
}

function isComparedWithNothing(node: ts.Expression): boolean {
  const at = outer(node)
  const { parent } = at
  if (!ts.isBinaryExpression(parent)) return false
  const other = inner(parent.left === at ? parent.right : parent.left)
  switch (parent.operatorToken.kind) {
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
    case ts.SyntaxKind.EqualsEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsToken:
      // Neither a code nor a wording is ever `null`, and neither is empty.
      return (ts.isIdentifier(other) && other.text === 'undefined') || other.kind === ts.SyntaxKind.NullKeyword
  }
  return false
}

// typeof body.message === 'string', typeof body.error === 'object'
function typeAsked(node: ts.Expression): ts.StringLiteralLike | null {
  const asked = outer(node).parent
  if (!ts.isTypeOfExpression(asked)) return null
  const { parent } = asked
  if (!ts.isBinaryExpression(parent)) return null
  const kind = parent.left === asked ? parent.right : parent.left
  return ts.isStringLiteralLike(kind) && (kind.text === 'string' || kind.text === 'object') ? kind : null
}

/** The expressions that are tested somewhere: they move with their own site. */
export function testedIn(t: Tracer, reads: readonly MessageRead[]): ReadonlySet<ts.Node> {
  return new Set(reads.flatMap(({ match }) => [match.tested, textSource(t, match.tested)]))
}
