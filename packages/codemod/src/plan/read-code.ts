import { placeOf } from '../clients/clients.ts'
import { fetchClient } from '../clients/fetch.ts'
import { type Access, inner, isAccess, keyOf, outer } from '../detect/syntax.ts'
import type { Tracer } from '../detect/tracer.ts'
import { ts } from '../source/compiler.ts'
import { type CodeRead, type CodeReader, kept, type Read, readsOf } from './code-read.ts'
import { needsParentheses } from './precedence.ts'
import { givesEveryWording } from './helper-way.ts'
import { bodyUnder, codeOfAccess } from './body-under.ts'
import { readOwnBody } from './kept-body.ts'
import { readAliased } from './read-aliased.ts'
import { readAnd, readUnless, readWhen } from './read-guarded.ts'
import { readName } from './read-name.ts'
import { readThrown } from './read-thrown.ts'
import { shownByHelpers } from './shown-by-helpers.ts'
import { isOfFailures } from './of-failures.ts'
import { mayBeOfOthers, doesMore, hasRaw, hasWording, isBody, isCutLoose, rootsOf, textSource } from './text-source.ts'
import type { Splice } from './splice.ts'

export function readerOf(t: Tracer): CodeReader {
  return { t, readCode: (inside, place) => readCode(t, inside, place) }
}

/** How the code can be read instead of a text, and used at a place. */
export function readCode(t: Tracer, expression: ts.Expression, at: ts.Node): CodeRead {
  const reader = readerOf(t)
  const node = textSource(t, expression)
  if (isCutLoose(t.evaluate(node, null))) return kept('code-not-carried', node)
  if (isAccess(node)) return readAccess(reader, node, at)
  if (ts.isIdentifier(node)) return readName(reader, node, at)
  if (ts.isCallExpression(node) && hasRaw(t.evaluate(node, null))) return kept('text-body', node)
  if (ts.isCallExpression(node)) return readArgument(reader, node)
  if (ts.isBinaryExpression(node)) return readEither(t, node, at)
  if (ts.isConditionalExpression(node)) return readBranches(t, node, at)
  if (ts.isAwaitExpression(node)) return readText(t, node)
  return kept('flow-not-rewritable', node)
}

function readAccess(reader: CodeReader, node: Access, at: ts.Node): CodeRead {
  const { t } = reader
  const body = bodyUnder(t, node)
  if (body !== null) return readBody(t, node, body.holder, body.link)
  const here = t.evaluate(node, null)
  const owner = t.evaluate(node.expression, null)
  const isText = hasRaw(here)
  if (owner.some(({ value }) => value.kind === 'instance' || value.kind === 'object')) {
    // An error makes a text of whatever it gets as its message.
    if (!isText && isBody(here) && keyOf(node) !== 'message') return readWhole(t, node)
    const thrown = readThrown(reader, node, owner)
    return isText && thrown.outcome === 'kept' ? kept('text-body', node) : thrown
  }
  if (isText) return kept('text-body', node)
  const own = node.expression.kind === ts.SyntaxKind.ThisKeyword ? readOwnBody(reader, node) : null
  if (own !== null) return own
  const aliased = readAliased(t, node, at)
  if (aliased !== null) return aliased
  const isPatched = owner.some(({ value }) => value.kind === 'place' && value.patched !== null)
  const read = readRoot(t, node.expression, node.questionDotToken !== undefined)
  return read ?? kept(isPatched ? 'code-not-carried' : 'flow-not-rewritable', node)
}

// error.body, where an error of the client's own keeps the whole body: a text in v1, the problem in v2.
function readWhole(t: Tracer, node: Access): CodeRead {
  if (doesMore(node)) return kept('flow-not-rewritable', node)
  const roots = rootsOf(t, node)
  // What shows the text elsewhere would show the problem: where, is not followed here.
  return {
    outcome: 'read',
    code: `${node.getText()}?.${t.codeMember}`,
    body: node.getText(),
    once: false,
    roots,
    edits: [],
    shown: null,
    groups: [],
  }
}

// await response.text() → (await response.json().catch(() => null))?.code: what is no JSON has no code.
function readText(t: Tracer, node: ts.AwaitExpression): CodeRead {
  const call = inner(node.expression)
  const callee = ts.isCallExpression(call) ? inner(call.expression) : null
  if (callee === null || !ts.isPropertyAccessExpression(callee) || callee.name.text !== 'text') {
    return kept(hasRaw(t.evaluate(node, null)) ? 'text-body' : 'flow-not-rewritable', node)
  }
  const isResponse = t
    .evaluate(callee.expression, null)
    .every(({ value }) => value.kind === 'place' && value.client === fetchClient)
  if (!isResponse) return kept('text-body', node)
  return {
    outcome: 'read',
    code: `(await ${callee.expression.getText()}.json().catch(() => null))?.${t.codeMember}`,
    once: true,
    roots: rootsOf(t, callee.expression),
    edits: [],
    shown: null,
    groups: [],
  }
}

function readBody(t: Tracer, node: Access, holder: ts.Expression, link: Access): CodeRead {
  const text = holder.getText()
  const dot = link.questionDotToken === undefined ? '.' : '?.'
  const { file } = t.project.unitOf(node)
  const once = doesMore(holder)
  // What is no body has the old member only.
  const last = mayBeOfOthers(t, node) ? ` ?? ${node.getText()}` : ''
  const shownText = once ? null : `${text}${dot}detail ?? ${text}${dot}title${last}`
  return {
    outcome: 'read',
    code: `${text}${dot}${t.codeMember}`,
    body: text,
    once,
    roots: rootsOf(t, holder),
    edits: [],
    shown: shownText === null ? null : [showSplice(file, node, shownText)],
    mixed: !isOfFailures(t, node),
    groups: [],
  }
}

// What was shown is now `detail`, and `title` where a problem has no detail.
function showSplice(file: string, node: ts.Expression, text: string): Splice {
  const wrapped = needsParentheses(outer(node), 'nullish') || isUnderCast(node) ? `(${text})` : text
  return { file, start: node.getStart(), end: node.end, text: wrapped }
}

/** Whether a cast or a `!` takes the expression as it stands. */
export function isUnderCast(node: ts.Expression): boolean {
  return ts.isAsExpression(node.parent) || ts.isNonNullExpression(node.parent)
}

// An error object of the library, whatever was done to its text: the body hangs on it.
function readRoot(t: Tracer, expression: ts.Expression, mayBeAbsent = false): Read | null {
  const node = inner(expression)
  if (!ts.isIdentifier(node) && !isAccess(node)) return null
  if (doesMore(node)) return null
  const reads = new Set<string>()
  for (const { value } of t.evaluate(expression, null)) {
    if (value.kind === 'place') reads.add((placeOf(value).codeRead ?? '').replace(/code$/, t.codeMember))
    else if (value.kind === 'unknown' || value.kind === 'body') return null
  }
  const [read, more] = [...reads]
  if (read === undefined || read === '' || more !== undefined) return null
  const root = `${expression.getText()}${mayBeAbsent && !read.startsWith('?') ? '?' : ''}`
  return {
    outcome: 'read',
    // Where the old read stopped at nothing, the new one does.
    code: `${root}${read}`,
    body: `${root}${read.replace(/\??\.\w+$/, '')}`.replace(/\?$/, ''),
    once: false,
    roots: rootsOf(t, node),
    edits: [],
    // What shows the text elsewhere reads a member that v2 does not have: where, is not followed here.
    shown: null,
    groups: [],
  }
}

// getErrorMessage(error): the text comes out of a helper, the error that went in still has the body.
function readArgument(reader: CodeReader, node: ts.CallExpression): CodeRead {
  const { t } = reader
  const helpers = t.callMethodValues(node, null).flatMap(({ value }) => (value.kind === 'function' ? [value.node] : []))
  const isPlain = helpers.every(helper => givesEveryWording(t, helper))
  for (const argument of isPlain ? node.arguments : []) {
    const read = readRoot(t, argument)
    if (read === null) continue
    const byHelper = shownByHelpers(reader, helpers)
    return byHelper === null ? read : { ...read, byHelper }
  }
  return kept('code-not-carried', node)
}

// data.message ?? data.error: two places of one body have one code.
function readEither(t: Tracer, node: ts.BinaryExpression, at: ts.Node): CodeRead {
  const { kind } = node.operatorToken
  if (kind === ts.SyntaxKind.AmpersandAmpersandToken) {
    return readAnd(t, node, readCode(t, node.right, at), guard => codeOfGuard(t, guard))
  }
  if (kind !== ts.SyntaxKind.BarBarToken && kind !== ts.SyntaxKind.QuestionQuestionToken) {
    return kept('flow-not-rewritable', node)
  }
  const read = sameCode(t, node, [node.left, node.right], at)
  return read.outcome === 'kept' ? read : { ...read, shown: shownOnce(t, node, read.shown) }
}

// Both places of the v1 body have become the same one.
function shownOnce(t: Tracer, node: ts.BinaryExpression, shown: readonly Splice[] | null): readonly Splice[] | null {
  const [first] = shown ?? []
  if (shown === null || first === undefined) return shown
  return [{ file: t.project.unitOf(node).file, start: node.getStart(), end: node.end, text: first.text }]
}

function readBranches(t: Tracer, node: ts.ConditionalExpression, at: ts.Node): CodeRead {
  const branches = [node.whenTrue, node.whenFalse].filter(branch => hasWording(t.evaluate(branch, null)))
  const read = sameCode(t, node, branches, at)
  // Where both branches look into the body, either did so before.
  if (branches.length > 1) return read
  return branches[0] === node.whenTrue
    ? readWhen(t, node.condition, read, guard => codeOfGuard(t, guard))
    : readUnless(t, node.condition, read, guard => codeOfGuard(t, guard))
}

// A guard that looks into the body itself asks for a member of v1.
function codeOfGuard(t: Tracer, guard: ts.Expression): string | null {
  return isAccess(guard) && !isBody(t.evaluate(guard, null)) ? codeOfAccess(t, guard) : null
}

function sameCode(t: Tracer, node: ts.Expression, parts: readonly ts.Expression[], at: ts.Node): CodeRead {
  const reads: Read[] = []
  for (const part of parts) {
    const read = readCode(t, part, at)
    if (read.outcome === 'kept') return read
    reads.push(read)
  }
  const [first] = reads
  if (first === undefined || reads.some(read => plainCode(read) !== plainCode(first))) {
    return kept('flow-not-rewritable', node)
  }
  const { byHelper, ...longest } = reads.find(read => read.code.includes('?.')) ?? first
  return {
    ...longest,
    ...(reads.length === 1 && byHelper !== undefined ? { byHelper } : {}),
    reads: readsOf(...reads),
    beside: false,
    edits: reads.flatMap(read => read.edits),
    shown: allShown(reads),
    mixed: reads.some(read => read.mixed === true),
    groups: reads.flatMap(read => read.groups),
  }
}

function plainCode(read: Read): string {
  return read.code.replaceAll('?.', '.')
}

function allShown(reads: readonly Read[]): readonly Splice[] | null {
  const shown: Splice[] = []
  for (const read of reads) {
    if (read.shown === null) return null
    shown.push(...read.shown)
  }
  return shown
}
