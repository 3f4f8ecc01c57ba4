import { placeOf } from '../clients/clients.ts'
import { fetchClient } from '../clients/fetch.ts'
import { plainValue } from '../detect/sort-flow.ts'
import { type Access, inner, isAccess, nameText, outer } from '../detect/syntax.ts'
import type { Tracer } from '../detect/tracer.ts'
import type { Flow, Value } from '../detect/values.ts'
import type { Declaration } from '../source/bindings.ts'
import { ts } from '../source/compiler.ts'
import { type CodeRead, kept, type Read } from './code-read.ts'
import { needsParentheses } from './precedence.ts'
import { readName } from './read-name.ts'
import { readThrown } from './read-thrown.ts'
import type { Splice } from './splice.ts'

/** How the code can be read instead of a text, and used at a place. */
export function readCode(t: Tracer, expression: ts.Expression, at: ts.Node): CodeRead {
  const node = textSource(t, expression)
  if (isAccess(node)) return readAccess(t, node)
  if (ts.isIdentifier(node)) return readName(t, node, at)
  if (ts.isCallExpression(node) && hasRaw(t.evaluate(node, null))) return kept('text-body', node)
  if (ts.isCallExpression(node)) return readArgument(t, node)
  if (ts.isBinaryExpression(node)) return readEither(t, node, at)
  if (ts.isConditionalExpression(node)) return readBranches(t, node, at)
  if (ts.isAwaitExpression(node)) return readText(t, node)
  return kept('flow-not-rewritable', node)
}

const TEXT_METHODS = new Set(['trim', 'trimStart', 'trimEnd', 'toLowerCase', 'toUpperCase', 'toString', 'replace'])

/** The expression that a text comes from, under string methods, `String(…)`, and fallbacks of the client's own. */
export function textSource(t: Tracer, expression: ts.Expression): ts.Expression {
  let at = inner(expression)
  for (;;) {
    const next = oneDown(t, at)
    if (next === null) return at
    at = inner(next)
  }
}

function oneDown(t: Tracer, node: ts.Expression): ts.Expression | null {
  if (ts.isCallExpression(node)) {
    const callee = inner(node.expression)
    if (ts.isPropertyAccessExpression(callee) && TEXT_METHODS.has(callee.name.text)) {
      return isText(t.evaluate(callee.expression, null)) ? callee.expression : null
    }
    const isString = ts.isIdentifier(callee) && callee.text === 'String' && t.project.declarationOf(callee) === null
    return isString ? (node.arguments[0] ?? null) : null
  }
  if (ts.isTemplateExpression(node)) {
    const [only, more] = node.templateSpans
    return only !== undefined && more === undefined ? only.expression : null
  }
  if (!ts.isBinaryExpression(node)) return null
  const { kind } = node.operatorToken
  const falls = kind === ts.SyntaxKind.BarBarToken || kind === ts.SyntaxKind.QuestionQuestionToken
  return falls && !hasWording(t.evaluate(node.right, null)) ? node.left : null
}

function isText(flow: Flow): boolean {
  return flow.every(({ value }) => value.kind !== 'object' && value.kind !== 'function' && value.kind !== 'instance')
}

/** Whether some value is wording of the API. */
export function hasWording(flow: Flow): boolean {
  return flow.some(({ value }) => isWording(plainValue(value)))
}

function isWording(value: Value): boolean {
  return (value.kind === 'body' || value.kind === 'raw') && !value.success
}

function readAccess(t: Tracer, node: Access): CodeRead {
  const body = bodyUnder(t, node)
  if (body !== null) return readBody(t, node, body.holder, body.link)
  if (hasRaw(t.evaluate(node, null))) return kept('text-body', node)
  const owner = t.evaluate(node.expression, null)
  if (owner.some(({ value }) => value.kind === 'instance')) return readThrown(t, node, owner)
  return readRoot(t, node.expression) ?? kept('flow-not-rewritable', node)
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
    code: `(await ${callee.expression.getText()}.json().catch(() => null))?.code`,
    once: true,
    roots: rootsOf(t, callee.expression),
    edits: [],
    shown: null,
    groups: [],
  }
}

/** Whether some value is a whole body that was read as text. */
export function hasRaw(flow: Flow): boolean {
  return flow.some(({ value }) => plainValue(value).kind === 'raw')
}

/** The part of an access chain that is the body itself, and the access that stands on it. */
function bodyUnder(t: Tracer, node: Access): { holder: ts.Expression; link: Access } | null {
  let link: Access = node
  for (;;) {
    const holder = link.expression
    if (isBody(t.evaluate(holder, null))) return { holder, link }
    const next = inner(holder)
    if (!isAccess(next)) return null
    link = next
  }
}

/** Whether all that can be here is the body of an error, or nothing. */
export function isBody(flow: Flow): boolean {
  const bodies = flow.filter(({ value }) => value.kind === 'body')
  if (bodies.length === 0) return false
  return flow.every(({ value }) => {
    if (value.kind === 'body') return value.path.length === 0 && !value.success
    // What stands in for a body (`.catch(() => ({}))`) has no code either.
    return value.kind === 'absent' || value.kind === 'plain' || value.kind === 'text' || isCodeless(value)
  })
}

function isCodeless(value: Value): boolean {
  if (value.kind === 'foreign') return true
  // The `code` of a library's own error is never one of ours.
  if (value.kind === 'place') return placeOf(value).closed === true
  if (value.kind !== 'object') return false
  return value.node.properties.every(property => {
    const name = nameText(property.name)
    return name !== null && name !== 'code'
  })
}

function readBody(t: Tracer, node: Access, holder: ts.Expression, link: Access): CodeRead {
  const text = holder.getText()
  const dot = link.questionDotToken === undefined ? '.' : '?.'
  const { file } = t.project.unitOf(node)
  const once = doesMore(holder)
  const shownText = once ? null : `${text}${dot}detail ?? ${text}${dot}title`
  return {
    outcome: 'read',
    code: `${text}${dot}code`,
    once,
    roots: rootsOf(t, holder),
    edits: [],
    shown: shownText === null ? null : [showSplice(file, node, shownText)],
    groups: [],
  }
}

// What was shown is now `detail`, and `title` where a problem has no detail.
function showSplice(file: string, node: ts.Expression, text: string): Splice {
  const wrapped = needsParentheses(outer(node), 'nullish') || isUnderCast(node) ? `(${text})` : text
  return { file, start: node.getStart(), end: node.end, text: wrapped }
}

function isUnderCast(node: ts.Expression): boolean {
  return ts.isAsExpression(node.parent) || ts.isNonNullExpression(node.parent)
}

/** Whether an expression does something beyond reading. */
export function doesMore(node: ts.Node): boolean {
  if (ts.isCallExpression(node) || ts.isAwaitExpression(node) || ts.isNewExpression(node)) return true
  let more = false
  ts.forEachChild(node, child => {
    more ||= doesMore(child)
  })
  return more
}

/** The names that an expression uses. */
export function rootsOf(t: Tracer, node: ts.Node): readonly Declaration[] {
  const found = new Set<Declaration>()
  const visit = (child: ts.Node): void => {
    if (ts.isIdentifier(child)) {
      const declaration = t.project.declarationOf(child)
      if (declaration !== null && declaration.kind !== 'type') found.add(declaration)
    }
    ts.forEachChild(child, visit)
  }
  visit(node)
  return [...found]
}

// An error object of the library, whatever was done to its text: the body hangs on it.
function readRoot(t: Tracer, expression: ts.Expression): CodeRead | null {
  const node = inner(expression)
  if (!ts.isIdentifier(node) && !isAccess(node)) return null
  if (doesMore(node)) return null
  const reads = new Set<string>()
  for (const { value } of t.evaluate(expression, null)) {
    if (value.kind === 'place') reads.add(placeOf(value).codeRead ?? '')
    else if (value.kind === 'unknown' || value.kind === 'body') return null
  }
  const [read, more] = [...reads]
  if (read === undefined || read === '' || more !== undefined) return null
  return {
    outcome: 'read',
    code: `${expression.getText()}${read}`,
    once: false,
    roots: rootsOf(t, node),
    edits: [],
    shown: [],
    groups: [],
  }
}

// getErrorMessage(error): the text comes out of a helper, the error that went in still has the body.
function readArgument(t: Tracer, node: ts.CallExpression): CodeRead {
  for (const argument of node.arguments) {
    const read = readRoot(t, argument)
    if (read !== null) return read
  }
  return kept('code-not-carried', node)
}

// data.message ?? data.error: two places of one body have one code.
function readEither(t: Tracer, node: ts.BinaryExpression, at: ts.Node): CodeRead {
  const { kind } = node.operatorToken
  if (kind === ts.SyntaxKind.AmpersandAmpersandToken) return readCode(t, node.right, at)
  if (kind !== ts.SyntaxKind.BarBarToken && kind !== ts.SyntaxKind.QuestionQuestionToken) {
    return kept('flow-not-rewritable', node)
  }
  return sameCode(t, node, [node.left, node.right], at)
}

function readBranches(t: Tracer, node: ts.ConditionalExpression, at: ts.Node): CodeRead {
  const branches = [node.whenTrue, node.whenFalse].filter(branch => hasWording(t.evaluate(branch, null)))
  return sameCode(t, node, branches, at)
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
  const longest = reads.find(read => read.code.includes('?.')) ?? first
  return {
    ...longest,
    edits: reads.flatMap(read => read.edits),
    shown: allShown(reads),
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
