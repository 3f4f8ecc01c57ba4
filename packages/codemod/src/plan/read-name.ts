import { exportedNames } from '../detect/uses-of.ts'
import { nameText, outer } from '../detect/syntax.ts'
import type { Tracer } from '../detect/tracer.ts'
import type { Declaration } from '../source/bindings.ts'
import { ts } from '../source/compiler.ts'
import type { Unit } from '../source/project.ts'
import { type CodeRead, type CodeReader, kept, type Read, readsOf, shownBy } from './code-read.ts'
import { allMeanTheSame, codeNames, freeName, isWrite } from './names.ts'
import { isOfFailures } from './of-failures.ts'
import { groupOf, renameSplices, shownUses } from './names-used.ts'
import { produceAll } from './read-thrown.ts'
import { standingAlone } from './read-guarded.ts'
import { readState, readWritten } from './read-written.ts'
import { hasRaw, hasWording, isBody } from './text-source.ts'
import type { Splice } from './splice.ts'

/** How the code is read where a variable, a destructured name or a parameter held the text. */
export function readName(reader: CodeReader, id: ts.Identifier, at: ts.Node): CodeRead {
  const { t } = reader
  const declaration = t.project.declarationOf(id)
  if (declaration === null) return kept('flow-not-rewritable', id)
  if (declaration.again.length > 0) return kept('flow-not-rewritable', id)
  if (declaration.references.some(isWrite)) return readWritten(reader, declaration, id, at)
  const { node } = declaration
  if (ts.isBindingElement(node) && ts.isArrayBindingPattern(node.parent)) return readState(reader, declaration, node)
  if (ts.isBindingElement(node)) return readPattern(reader, declaration, node)
  if (ts.isParameter(node)) return readParameter(reader, declaration, node)
  if (!ts.isVariableDeclaration(node) || node.initializer === undefined) return kept('flow-not-rewritable', id)
  return readVariable(reader, declaration, node.initializer, at)
}

// const message = error.response?.data?.message
function readVariable(reader: CodeReader, declaration: Declaration, initializer: ts.Expression, at: ts.Node): CodeRead {
  const { t } = reader
  const read = reader.readCode(initializer, initializer)
  if (read.outcome === 'kept') return read
  const unit = t.project.unitOf(declaration.id)
  const groups = [...read.groups, groupOf(unit, declaration)]
  const shown = shownUses(t, unit, declaration)
  if (shown.length === 0 && exportedNames(declaration).length === 0) {
    const { body: _, byHelper: __, ...rest } = read
    return { ...rest, ...renamed(t, unit, declaration, initializer, read), groups, beside: false }
  }
  const moved = shownBy(read)
  if (read.once || moved === null || !allMeanTheSame(unit, read.roots, at))
    return kept('shown-elsewhere', declaration.id, groups)
  if (read.mixed === true && !isOfFailures(t, initializer, shown))
    return kept('shown-of-a-success', declaration.id, groups)
  return {
    ...read,
    edits: [...read.edits, ...moved.edits],
    shown: [],
    reads: readsOf(read, moved),
    groups: [...groups, ...moved.groups],
    beside: false,
  }
}

// Nobody shows the variable: it may hold the code itself, under a name that says so.
function renamed(t: Tracer, unit: Unit, declaration: Declaration, initializer: ts.Expression, read: Read) {
  const name = freeName(unit, declaration, codeNames(t).slice(0, 1)) ?? declaration.name
  const { file } = unit
  const edits: Splice[] = [
    ...read.edits,
    { file, start: initializer.getStart(), end: initializer.end, text: standingAlone(read.code) },
    ...renameSplices(file, declaration, name),
  ]
  return { code: name, once: false, roots: [], edits, shown: null }
}

// const { message } = error.response.data
function readPattern(reader: CodeReader, declaration: Declaration, node: ts.BindingElement): CodeRead {
  const { t } = reader
  const found = elementOfBody(t, node)
  if (found === null) return readCarried(reader, declaration, node)
  const unit = t.project.unitOf(node)
  const { element, pattern } = found
  const others = pattern.elements
  if (others.some(one => one.dotDotDotToken !== undefined)) return kept('flow-not-rewritable', node)
  if (others.some(one => nameText(one.propertyName ?? one.name) === t.codeMember)) return kept('name-taken', node)
  const shown = shownUses(t, unit, declaration)
  if (shown.length > 0 && !isOfFailures(t, declaration.id, shown)) return kept('shown-of-a-success', declaration.id)
  const code = freeName(unit, declaration, codeNames(t))
  const title = freeName(unit, declaration, ['title', 'problemTitle'])
  if (code === null || (shown.length > 0 && title === null)) return kept('name-taken', node)
  const bound = bind(t.codeMember, code)
  const text =
    shown.length === 0 || title === null
      ? bound
      : `${bound}, ${bind('title', title)}, detail: ${declaration.name} = ${withDefault(title, node)}`
  return {
    outcome: 'read',
    code,
    once: false,
    roots: [],
    edits: [{ file: unit.file, start: element.getStart(), end: element.end, text }],
    shown: shown.length > 0 ? [] : null,
    groups: [groupOf(unit, declaration)],
  }
}

// const { success, message } = await borrow(copy), of an object of the client's own: it gets the code, too.
function readCarried(reader: CodeReader, declaration: Declaration, node: ts.BindingElement): CodeRead {
  const { t } = reader
  const unit = t.project.unitOf(node)
  const { elements, parent } = node.parent
  const key = nameText(node.propertyName ?? node.name)
  const owner = ts.isObjectBindingPattern(node.parent) ? t.bindingFlow(parent, null) : []
  if (key === null || !owner.some(({ value }) => value.kind === 'object' || value.kind === 'instance')) {
    return kept('flow-not-rewritable', node)
  }
  const produced = produceAll(reader, owner, node, key)
  if (produced.outcome === 'kept') return produced
  if (elements.some(one => ts.isBindingElement(one) && nameText(one.propertyName ?? one.name) === 'code')) {
    return kept('name-taken', node)
  }
  const code = freeName(unit, declaration, codeNames(t))
  if (code === null) return kept('name-taken', node)
  const isShown = shownUses(t, unit, declaration).length > 0 || node.initializer !== undefined
  const text = isShown ? `${node.getText()}, ${bind('code', code)}` : bind('code', code)
  const splice = { file: unit.file, start: node.getStart(), end: node.end, text }
  const groups = [...produced.groups, groupOf(unit, declaration)]
  return { ...produced, code, edits: [...produced.edits, splice], groups }
}

function withDefault(title: string, node: ts.BindingElement): string {
  return node.initializer === undefined ? title : `${title} ?? ${node.initializer.getText()}`
}

function bind(member: string, name: string): string {
  return member === name ? member : `${member}: ${name}`
}

interface ElementOfBody {
  readonly element: ts.BindingElement
  readonly pattern: ts.ObjectBindingPattern
}

/** The element that stands in the pattern of the body itself: `error: { message }` counts as a whole. */
export function elementOfBody(t: Tracer, node: ts.BindingElement): ElementOfBody | null {
  let element = node
  for (;;) {
    const pattern = element.parent
    if (!ts.isObjectBindingPattern(pattern)) return null
    if (isBody(t.bindingFlow(pattern.parent, null))) return { element, pattern }
    if (!ts.isBindingElement(pattern.parent) || pattern.elements.length !== 1) return null
    element = pattern.parent
  }
}

// function isMissing(message) { return message.includes('not found') }: every caller hands over the code instead.
function readParameter(reader: CodeReader, declaration: Declaration, node: ts.ParameterDeclaration): CodeRead {
  const { t } = reader
  const calls = callsOf(t, node)
  if (calls === null) return kept(hasRaw(t.define(declaration, null)) ? 'text-body' : 'code-not-carried', node)
  const unit = t.project.unitOf(node)
  if (shownUses(t, unit, declaration).length > 0) return kept('shown-elsewhere', declaration.id)
  const edits: Splice[] = []
  const reads: Read[] = []
  const groups = [groupOf(unit, declaration)]
  const index = node.parent.parameters.indexOf(node)
  for (const call of calls) {
    const argument = call.arguments[index]
    if (argument === undefined || !hasWording(t.evaluate(argument, null))) continue
    const read = reader.readCode(argument, argument)
    if (read.outcome === 'kept') return read
    const { file } = t.project.unitOf(argument)
    edits.push(...read.edits, { file, start: argument.getStart(), end: argument.end, text: read.code })
    groups.push(...read.groups)
    reads.push(read)
  }
  const name = freeName(unit, declaration, codeNames(t).slice(0, 1)) ?? declaration.name
  edits.push(...renameSplices(unit.file, declaration, name))
  return { outcome: 'read', code: name, once: false, roots: [], edits, shown: null, reads: readsOf(...reads), groups }
}

function callsOf(t: Tracer, node: ts.ParameterDeclaration): readonly ts.CallExpression[] | null {
  const fn = node.parent
  const holder = ts.isFunctionDeclaration(fn)
    ? fn
    : ts.isArrowFunction(fn) || ts.isFunctionExpression(fn)
      ? outer(fn).parent
      : null
  if (holder === null || !(ts.isFunctionDeclaration(holder) || ts.isVariableDeclaration(holder))) return null
  if (holder.name === undefined || !ts.isIdentifier(holder.name)) return null
  const declaration = t.project.declarationOf(holder.name)
  const uses = declaration === null ? null : t.usesOf(declaration)
  if (uses === null) return null
  const calls = uses.flatMap(id => {
    const call = outer(id).parent
    return ts.isCallExpression(call) && call.expression === outer(id) ? [call] : []
  })
  return calls.length === uses.length ? calls : null
}
