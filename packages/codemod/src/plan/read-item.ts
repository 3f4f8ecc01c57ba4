import { type Catalogue, dialectsOf, factsAt, type PathSegment, spellPath } from '@problemshift/catalogue'
import { comparison } from '../forms/condition.ts'
import type { Reason } from '../decide/reasons.ts'
import { type Access, inner, isAccess, keyOf, outer } from '../detect/syntax.ts'
import type { Tracer } from '../detect/tracer.ts'
import type { FormMatch } from '../forms/form.ts'
import type { Declaration } from '../source/bindings.ts'
import { ts } from '../source/compiler.ts'
import { type ListRead, readList } from './read-list.ts'
import type { Splice } from './splice.ts'
import { textSource } from './text-source.ts'

/** How one entry of `errors[]` is at hand where a field's wording was tested. */
export type ItemRead =
  | {
      readonly outcome: 'read'
      /** Source text of the entry. */
      readonly item: string
      readonly dot: '.' | '?.'
      /** The path that the client asks for beside the wording, as v2 spells it. */
      readonly path: string | null
      readonly edits: readonly Splice[]
      readonly groups: readonly string[]
      readonly list: ListRead
      /** The condition that is false where the list is empty or missing; `null` where there is none. */
      readonly asks: ts.Expression | null
    }
  | { readonly outcome: 'kept'; readonly reason: Reason }

/** Finds the entry that a wording was read from: the parameter of a callback, a loop's variable, or one by position. */
export function readItem(t: Tracer, { tested, node: test, question }: FormMatch, catalogue: Catalogue): ItemRead {
  const node = textSource(t, tested)
  if (!isAccess(node)) return keep('field-wording')
  const owner = inner(node.expression)
  if (ts.isIdentifier(owner)) return readNamed(t, owner, catalogue)
  const isPositive = question.kind === 'condition' && !question.negated && ts.isExpression(test)
  const read = readAt(t, owner, catalogue) ?? readKeyed(t, node, catalogue)
  return read === null ? keep('field-wording') : { ...read, asks: isPositive ? test : null }
}

function keep(reason: Reason): ItemRead {
  return { outcome: 'kept', reason }
}

type Found = Extract<ItemRead, { outcome: 'read' }>

// data.errors[0].msg
function readAt(t: Tracer, owner: ts.Expression, catalogue: Catalogue): Found | null {
  if (!ts.isElementAccessExpression(owner) || !/^\d+$/.test(keyOf(owner) ?? '')) return null
  const list = readList(t, owner.expression, catalogue.contract.errors.member)
  if (list === null) return null
  const item = `${list.text}${list.isSafe ? '' : '?.'}[${keyOf(owner)}]`
  return { outcome: 'read', item, dot: '?.', path: null, edits: [], groups: [], list, asks: null }
}

// data.errors.email?.[0]: the first message of one field.
function readKeyed(t: Tracer, node: Access, catalogue: Catalogue): Found | null {
  const field = inner(node.expression)
  if (keyOf(node) !== '0' || !isAccess(field)) return null
  const key = keyOf(field)
  const list = key === null ? null : readList(t, field.expression, catalogue.contract.errors.member)
  if (key === null || list === null || !isMapOfLists(catalogue, list.path)) return null
  const path = spellPath(key)
  const item = `${list.text}${list.isSafe ? '.' : '?.'}find(one => one.path === '${path}')`
  return { outcome: 'read', item, dot: '?.', path, edits: [], groups: [], list, asks: null }
}

function isMapOfLists(catalogue: Catalogue, path: readonly PathSegment[]): boolean {
  return dialectsOf(catalogue).some(dialect => factsAt(dialect, [...path, 'any', 0]).includes('field.message'))
}

function readNamed(t: Tracer, owner: ts.Identifier, catalogue: Catalogue): ItemRead {
  const declaration = t.project.declarationOf(owner)
  const given = declaration === null ? null : givenBy(declaration)
  if (declaration === null || given === null) return keep('field-wording')
  const list = readList(t, given.list, catalogue.contract.errors.member)
  if (list === null) return keep('field-wording')
  const { file } = t.project.unitOf(owner)
  const uses = readUses(t, file, declaration, list, catalogue)
  if (typeof uses === 'string') return keep(uses)
  const path = pathBeside(owner, uses.paths)
  const edits = [...uses.edits, ...listEdits(file, given, list)]
  const groups = [`${file}:${given.list.getStart()}`]
  return { outcome: 'read', item: owner.text, dot: '.', path, edits, groups, list, asks: asksForOne(given) }
}

interface Given {
  readonly list: ts.Expression
  /** The call whose callback gets each entry; `null` for a loop. */
  readonly call: ts.CallExpression | null
}

function asksForOne({ call }: Given): ts.Expression | null {
  const callee = call === null ? null : inner(call.expression)
  if (call === null || callee === null || !ts.isPropertyAccessExpression(callee)) return null
  return callee.name.text === 'some' || callee.name.text === 'find' ? call : null
}

const METHODS = new Set(['some', 'every', 'find', 'filter', 'forEach', 'findIndex', 'map', 'flatMap', 'findLast'])

/** The list whose entries a name stands for. */
function givenBy(declaration: Declaration): Given | null {
  const { node } = declaration
  if (ts.isParameter(node) && ts.isIdentifier(node.name)) {
    const fn = node.parent
    if (!ts.isArrowFunction(fn) && !ts.isFunctionExpression(fn)) return null
    const call = outer(fn).parent
    if (fn.parameters[0] !== node || !ts.isCallExpression(call) || call.arguments[0] !== outer(fn)) return null
    const callee = inner(call.expression)
    const isMethod = ts.isPropertyAccessExpression(callee) && METHODS.has(callee.name.text)
    return isMethod ? { list: callee.expression, call } : null
  }
  if (!ts.isVariableDeclaration(node)) return null
  const loop = node.parent.parent
  return ts.isForOfStatement(loop) && loop.initializer === node.parent ? { list: loop.expression, call: null } : null
}

/** What stands round the list: v2 leaves `errors` out where no field is at fault. */
function listEdits(file: string, { list, call }: Given, read: ListRead): readonly Splice[] {
  const replace = (text: string): Splice => ({ file, start: list.getStart(), end: list.end, text })
  if (call === null) return [replace(read.isSafe ? bareText(read.text) : `${read.text} ?? []`)]
  const callee = inner(call.expression)
  if (!ts.isPropertyAccessExpression(callee) || read.isSafe) return [replace(read.text)]
  const stops = callee.name.text === 'some' || callee.name.text === 'find' || callee.name.text === 'forEach'
  if (!stops || tellsNothing(call)) {
    const opening = callee.questionDotToken === undefined ? [] : [optionalDot(file, callee, '.')]
    return [replace(`(${read.text} ?? [])`), ...opening]
  }
  const dot = callee.questionDotToken === undefined ? [optionalDot(file, callee, '?.')] : []
  return [replace(read.text), ...dot]
}

function bareText(text: string): string {
  return text.slice(1, -1)
}

// Whether `undefined` in place of a boolean would make a difference.
function tellsNothing(call: ts.CallExpression): boolean {
  const { parent } = outer(call)
  if (!ts.isBinaryExpression(parent)) return false
  const { kind } = parent.operatorToken
  return kind === ts.SyntaxKind.QuestionQuestionToken || comparison(kind) !== null
}

function optionalDot(file: string, callee: ts.PropertyAccessExpression, text: string): Splice {
  const source = callee.getSourceFile().text
  const between = source.slice(callee.expression.end, callee.name.getStart())
  const at = callee.expression.end + between.search(/\?\.|\./)
  const length = between.includes('?.') ? 2 : 1
  return { file, start: at, end: at + length, text }
}

interface Uses {
  readonly edits: readonly Splice[]
  /** The comparisons with a path, as they stand. */
  readonly paths: readonly { readonly comparison: ts.BinaryExpression; readonly path: string }[]
}

/** Moves every other use of the entry: its path, and its wording where it is shown; or why one has no like. */
function readUses(
  t: Tracer,
  file: string,
  declaration: Declaration,
  list: ListRead,
  catalogue: Catalogue,
): Uses | Reason {
  const edits: Splice[] = []
  const paths: Uses['paths'][number][] = []
  for (const id of declaration.references) {
    const access = outer(id).parent
    if (!isAccess(access) || access.expression !== outer(id)) return 'shown-elsewhere'
    const key = keyOf(access)
    const fact = key === null ? null : factOf(catalogue, [...list.path, 0, key])
    if (fact === 'message') {
      if (isTested(t, access)) continue
      edits.push(...renameMember(file, access, 'message'))
    } else if (fact === 'path') {
      const compared = comparedPath(access)
      // `items.0.isbn` is `items[0].isbn` in v2: what the client does with the one it may not do with the other.
      if (compared === null) return 'field-path-unclear'
      edits.push(...renameMember(file, access, 'path'))
      paths.push({ comparison: compared.comparison, path: spellPath(compared.literal.text) })
      edits.push(...respell(file, compared.literal))
    } else return 'shown-elsewhere'
  }
  return { edits, paths }
}

function factOf(catalogue: Catalogue, path: readonly PathSegment[]): 'message' | 'path' | null {
  const facts = dialectsOf(catalogue).flatMap(dialect => factsAt(dialect, path))
  if (facts.includes('field.message')) return 'message'
  return facts.includes('field.path') ? 'path' : null
}

// What is tested becomes the code: by this site or by another one of the same entry.
function isTested(t: Tracer, access: Access): boolean {
  void t
  let at: ts.Node = outer(access)
  while (isAccess(at.parent) && at.parent.expression === at) at = at.parent
  const { parent } = at
  return at !== outer(access)
    ? ts.isCallExpression(parent)
    : ts.isBinaryExpression(parent) || (ts.isCallExpression(parent) && parent.expression !== at && isRegexCall(parent))
}

function isRegexCall(call: ts.CallExpression): boolean {
  return (
    ts.isPropertyAccessExpression(call.expression) &&
    ['test', 'exec', 'includes', 'has'].includes(call.expression.name.text)
  )
}

function renameMember(file: string, access: Access, name: string): readonly Splice[] {
  if (keyOf(access) === name) return []
  if (ts.isPropertyAccessExpression(access)) {
    return [{ file, start: access.name.getStart(), end: access.name.end, text: name }]
  }
  const key = access.argumentExpression
  const quote = key.getText().slice(0, 1)
  return [{ file, start: key.getStart(), end: key.end, text: `${quote}${name}${quote}` }]
}

function comparedPath(access: Access): { comparison: ts.BinaryExpression; literal: ts.StringLiteralLike } | null {
  const { parent } = outer(access)
  if (!ts.isBinaryExpression(parent)) return null
  const other = inner(parent.left === outer(access) ? parent.right : parent.left)
  return ts.isStringLiteralLike(other) ? { comparison: parent, literal: other } : null
}

function respell(file: string, literal: ts.StringLiteralLike): readonly Splice[] {
  const path = spellPath(literal.text)
  if (path === literal.text) return []
  const quote = literal.getText().slice(0, 1)
  return [{ file, start: literal.getStart(), end: literal.end, text: `${quote}${path}${quote}` }]
}

// one.field === 'email' && one.message === …: what is asked beside the wording.
function pathBeside(owner: ts.Identifier, paths: Uses['paths']): string | null {
  const beside = paths.find(({ comparison }) => {
    const { kind } = comparison.operatorToken
    const isEqual = kind === ts.SyntaxKind.EqualsEqualsEqualsToken || kind === ts.SyntaxKind.EqualsEqualsToken
    return isEqual && isConjunct(comparison, owner)
  })
  return beside?.path ?? null
}

function isConjunct(comparison: ts.Node, other: ts.Node): boolean {
  for (let at: ts.Node = comparison; ; at = at.parent) {
    const { parent } = at
    if (ts.isParenthesizedExpression(parent)) continue
    const isAnd = ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken
    if (!isAnd) return false
    if (other.getStart() >= parent.getStart() && other.end <= parent.end) return true
  }
}
