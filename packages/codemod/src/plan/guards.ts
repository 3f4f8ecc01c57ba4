import type { Catalogue, PathSegment } from '@problemshift/catalogue'
import { wordingPlace } from '../decide/wording-places.ts'
import type { MessageRead } from '../detect/message-read.ts'
import { plainValue } from '../detect/sort-flow.ts'
import { inner, isAccess, isFunctionNode, outer } from '../detect/syntax.ts'
import type { Tracer } from '../detect/tracer.ts'
import { isAskedForTruth } from '../forms/condition.ts'
import { ts } from '../source/compiler.ts'
import type { Unit } from '../source/project.ts'
import { type Atom, atomsRound } from './guard-conditions.ts'
import { conjunctionOf, isOfItem, type ItemAsked, listGuard } from './list-guard.ts'
import { codeOfAlias } from './read-aliased.ts'
import { codeOfAccess } from './body-under.ts'
import type { Splice } from './splice.ts'
import { mayBeOfOthers, textSource } from './text-source.ts'
import { isOfFailures } from './of-failures.ts'
import { atomsOnTheWay, type GuardedRead } from './way-guards.ts'
import { bodyPath, type V1Read, v1Reads } from './v1-reads.ts'

/**
 * What has to change in the conditions that a test stands under. `data.error && data.error.message === …`: v2 has no
 * `error`, so the guard would never let the new test be asked. `null` where a guard cannot be said in v2.
 */
export function guardEdits(
  t: Tracer,
  read: GuardedRead,
  catalogue: Catalogue,
  siblings: ReadonlySet<ts.Node>,
  item: ItemAsked | null = null,
): readonly Splice[] | null {
  const edits: Splice[] = []
  const paths = pathsOf(read)
  const round = atomsRound(read.match.node, siblings)
  if (round.some(({ atom }) => asksOtherwise(t, atom, paths, siblings))) return null
  for (const atom of round) {
    for (const found of v1Reads(t, atom.atom, siblings, true)) {
      if (item === null && isNameOfText(found, paths)) continue
      const ofList = item === null ? null : ofItem(t, read.unit.file, found, atom, item, catalogue)
      const edit = ofList ?? ofBody(t, read.unit, found, atom, paths, catalogue, siblings)
      if (edit === 'lost' || (edit.length > 0 && !isForFailures(t, found.node, read.match.node))) return null
      edits.push(...edit)
    }
  }
  const onTheWay = wayEdits(t, read, paths, catalogue, siblings)
  return onTheWay === null ? null : [...edits, ...onTheWay]
}

// A success may have a `code` of its own: a condition that decides about more than the test must not see one.
function isForFailures(t: Tracer, asked: ts.Expression, test: ts.Node): boolean {
  return statementOf(asked) === statementOf(test) || isOfFailures(t, asked)
}

function statementOf(node: ts.Node): ts.Node {
  let at = node
  while (!ts.isStatement(at) && !isFunctionNode(at) && at.parent !== undefined) at = at.parent
  return at
}

// What carries the text to the test stands under conditions, too. Where nothing failed yet, the code of a problem is no
// like of the v1 member: a success may have a member of that name.
function wayEdits(
  t: Tracer,
  read: GuardedRead,
  paths: readonly (readonly PathSegment[])[],
  catalogue: Catalogue,
  siblings: ReadonlySet<ts.Node>,
): readonly Splice[] | null {
  const edits: Splice[] = []
  for (const atom of atomsOnTheWay(t, read, siblings)) {
    if (asksOtherwise(t, atom.atom, paths, siblings)) return null
    const unit = t.project.unitOf(atom.atom)
    for (const found of v1Reads(t, atom.atom, siblings, true)) {
      if (isNameOfText(found, paths) && atom.afterFailure) continue
      const edit = ofBody(t, unit, found, atom, paths, catalogue, siblings)
      if (edit === 'lost' || (edit.length > 0 && !atom.afterFailure)) return null
      edits.push(...edit)
    }
  }
  return edits
}

// typeof body === 'string', where v2 sends an object; if (textOf(error)), where the helper goes on reading v1.
function asksOtherwise(
  t: Tracer,
  node: ts.Node,
  paths: readonly (readonly PathSegment[])[],
  siblings: ReadonlySet<ts.Node>,
): boolean {
  if (isFunctionNode(node) || siblings.has(node)) return false
  if (ts.isTypeOfExpression(node) && bodyPath(t, node.expression)?.length === 0) return paths.some(isWhole)
  if (ts.isCallExpression(node) && !isAccess(node.expression) && givesWording(t, node)) return true
  return ts.forEachChild(node, child => asksOtherwise(t, child, paths, siblings) || undefined) ?? false
}

function givesWording(t: Tracer, node: ts.CallExpression): boolean {
  return t.evaluate(node, null).some(({ value }) => {
    const plain = plainValue(value)
    return plain.kind === 'raw' || (plain.kind === 'body' && !plain.success && !isWhole(plain.path))
  })
}

function isWhole(path: readonly PathSegment[]): boolean {
  return path.length === 0
}

type Edits = readonly Splice[] | 'lost'

function ofItem(
  t: Tracer,
  file: string,
  found: V1Read,
  { mustBe }: Atom,
  { list, asks }: ItemAsked,
  catalogue: Catalogue,
): Edits | null {
  if (isOfItem(t, found, list)) return []
  const together = asks === null ? null : conjunctionOf(asks)
  const isTogether = together !== null && together.pos <= found.node.pos && found.node.end <= together.end
  return listGuard(file, found, isTogether ? mustBe : false, list, catalogue)
}

function ofBody(
  t: Tracer,
  unit: Unit,
  found: V1Read,
  { atom, mustBe, ofOther }: Atom,
  paths: readonly (readonly PathSegment[])[],
  catalogue: Catalogue,
  siblings: ReadonlySet<ts.Node>,
): Edits {
  const asks = whatIsAsked(found, paths, catalogue)
  if (asks === 'nothing-of-v1' || isTestedByHelper(t, found.node, siblings)) return []
  if (asks === 'wording' && !isListAsked(found.node)) return toCode(t, unit, found) ?? 'lost'
  // v2 has no such member: the condition comes out as it does for `undefined`.
  const isHarmless = mustBe === null ? ofOther : whenUndefined(found, atom) === mustBe
  return isHarmless ? [] : 'lost'
}

// A name for the wording moves with the wording.
function isNameOfText({ node, path }: V1Read, paths: readonly (readonly PathSegment[])[]): boolean {
  return ts.isIdentifier(node) && paths.some(whole => whole.join() === path.join())
}

function pathsOf(read: GuardedRead): readonly (readonly PathSegment[])[] {
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
  if (leads || wordingPlace(catalogue, path)?.of === 'problems') return 'wording'
  return keepsItsAnswer(node, path) ? 'nothing-of-v1' : 'member'
}

// v2 has a `status` and a `code` in the same places, but its codes are others, and `status: 'fail'` is none of them.
function keepsItsAnswer(node: ts.Expression, path: readonly PathSegment[]): boolean {
  const [name, more] = path
  if (more !== undefined || (name !== 'status' && name !== 'code')) return false
  const kind = typeAsked(node)
  if (kind !== null) return kind.text === 'string' && name === 'code'
  if (isAskedForTruth(outer(node)) || isComparedWithNothing(node)) return true
  const { parent } = outer(node)
  return name === 'status' && ts.isBinaryExpression(parent) && [parent.left, parent.right].some(isErrorStatus)
}

function isErrorStatus(node: ts.Expression): boolean {
  return ts.isNumericLiteral(node) && Number(node.text) >= 400 && Number(node.text) < 600
}

// What a helper is given moves with the helper, where the helper is what tests it.
function isTestedByHelper(t: Tracer, node: ts.Expression, siblings: ReadonlySet<ts.Node>): boolean {
  const at = outer(node)
  const { parent } = at
  if (!ts.isCallExpression(parent)) return false
  const index = parent.arguments.indexOf(at)
  return t.evaluate(inner(parent.expression), null).some(({ value }) => {
    const parameter = value.kind === 'function' ? value.node.parameters[index] : undefined
    if (parameter === undefined || !ts.isIdentifier(parameter.name)) return false
    return t.project.declarationOf(parameter.name)?.references.some(id => siblings.has(id)) ?? false
  })
}

// Array.isArray(body.message): in v2 it is none.
function isListAsked(node: ts.Expression): boolean {
  const { parent } = outer(node)
  return ts.isCallExpression(parent) && parent.expression.getText() === 'Array.isArray'
}

function whenUndefined({ node, key }: V1Read, atom: ts.Expression): boolean | null {
  if (key !== null || isListAsked(node)) return false
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
  const code = isAccess(node) ? codeOfAccess(t, node) : codeOfAlias(t, node)
  // An error of the network has a code of its own: whether there is one says nothing of the body.
  if (code === null || mayBeOfOthers(t, node)) return null
  const splice = { file, start: node.getStart(), end: node.end, text: code }
  if (isAskedForTruth(outer(node)) || standsBeforeAnd(node) || isComparedWithNothing(node)) return [splice]
  const kind = typeAsked(node)
  if (kind === null) return null
  const quote = kind.getText().slice(0, 1)
  return [splice, { file, start: kind.getStart(), end: kind.end, text: `${quote}string${quote}` }]
}

// show(body.error && body.error.message): where there is no error, the value is as absent as the code.
function standsBeforeAnd(node: ts.Expression): boolean {
  let at: ts.Node = outer(node)
  while (ts.isBinaryExpression(at.parent) && at.parent.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken) {
    if (at.parent.left === at) return true
    at = outer(at.parent)
  }
  return false
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
