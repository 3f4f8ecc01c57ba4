import type { Reason } from '../../decide/reasons.ts'
import { bodyPath } from '../../plan/v1-reads.ts'
import { inner, isAccess, keyOf, outer } from '../../detect/syntax.ts'
import { freeName, isWrite } from '../../plan/names.ts'
import type { Splice } from '../../plan/splice.ts'
import type { Declaration } from '../../source/bindings.ts'
import { ts } from '../../source/compiler.ts'
import { type FieldPlace, notationOf, wholeName } from './field-places.ts'
import {
  choose,
  entry,
  type Held,
  isTyped,
  kept,
  literal,
  type Look,
  moved,
  replace,
  surely,
  type Use,
  listOf,
  ENTRY_TYPE,
} from './held.ts'
import { quoteOf } from '../../plan/print-test.ts'
import { asMap } from './as-map.ts'
import { usePath } from './path-use.ts'

/** `Object.entries(data.errors)`: in a loop its pairs become entries, elsewhere the map is made anew. */
export function readEntries(look: Look, held: Held, call: ts.CallExpression): Use {
  const pair = pairOf(call)
  const loop = pair === null ? null : readLoop(look, held, call, pair)
  if (loop !== null) return loop
  const map = asMap(look, held)
  return typeof map === 'string' ? kept(call, map) : moved(call, [replace(look.unit, argumentOf(call), map.sure)])
}

function argumentOf(call: ts.CallExpression): ts.Expression {
  return call.arguments[0] ?? call
}

interface Pair {
  readonly pattern: ts.ArrayBindingPattern
  /** A loop takes a list as it is; a method is called on one. */
  readonly isLoop: boolean
}

// for (const [field, text] of Object.entries(…)), Object.entries(…).forEach(([field, text]) => …)
function pairOf(call: ts.CallExpression): Pair | null {
  const at = outer(call)
  const { parent } = at
  if (ts.isForOfStatement(parent) && parent.expression === at && ts.isVariableDeclarationList(parent.initializer)) {
    const [declaration] = parent.initializer.declarations
    const name = declaration?.name
    return name !== undefined && ts.isArrayBindingPattern(name) ? { pattern: name, isLoop: true } : null
  }
  if (!isAccess(parent) || !ITERATES.has(keyOf(parent) ?? '')) return null
  const method = outer(parent).parent
  const callback = ts.isCallExpression(method) && method.expression === outer(parent) ? method.arguments[0] : undefined
  if (callback === undefined || !(ts.isArrowFunction(callback) || ts.isFunctionExpression(callback))) return null
  const name = callback.parameters[0]?.name
  return name !== undefined && ts.isArrayBindingPattern(name) ? { pattern: name, isLoop: false } : null
}

const ITERATES = new Set(['forEach', 'map', 'flatMap', 'some', 'every'])

function readLoop(look: Look, held: Held, call: ts.CallExpression, pair: Pair): Use | null {
  const [first, second, more] = pair.pattern.elements
  const field = nameOf(look, first)
  const value = nameOf(look, second)
  if (more !== undefined || value === null || field === undefined) return null
  const firsts = value === undefined ? null : firstsOf(value)
  const shape = firsts === null ? 'text-map' : 'list-map'
  if (!look.places.some(place => place.shape === shape)) return null
  const chosen = choose(look, [shape])
  if (typeof chosen === 'string') return kept(call, chosen)
  const paths = field === null ? [] : pathEdits(look, field, chosen)
  if (typeof paths === 'string') return kept(call, paths)
  const bound = field === null ? [] : [bind('path', field.name)]
  const edits: Splice[] = [...paths]
  if (value !== undefined) {
    const name = firsts === null ? value.name : (freeName(look.unit, value, ['message']) ?? value.name)
    bound.push(bind('message', name))
    edits.push(...(firsts ?? []).map(node => replace(look.unit, node, name)))
  }
  const list = firsts === null ? held : { ...held, says: firstOfEach(look, held), isSafe: true }
  return moved(call, [
    replace(look.unit, pair.pattern, `{ ${bound.join(', ')} }${typeOf(look, pair)}`),
    ...listEdits(look, list, call, pair),
    ...edits,
  ])
}

function listEdits(look: Look, list: Held, call: ts.CallExpression, { isLoop }: Pair): readonly Splice[] {
  if (isLoop) return [replace(look.unit, call, list.isSafe ? list.says : `${list.says} ?? []`)]
  const method = outer(call).parent
  const whole = isAccess(method) ? outer(method).parent : null
  if (!isAccess(method) || whole === null || !ts.isCallExpression(whole))
    return [replace(look.unit, call, surely(list))]
  return listOf(look, list, method, whole)
}

function typeOf({ unit }: Look, { isLoop, pattern }: Pair): string {
  return !isLoop && isTyped(unit) && isUntyped(pattern) ? `: ${ENTRY_TYPE}` : ''
}

function isUntyped(pattern: ts.ArrayBindingPattern): boolean {
  return ts.isParameter(pattern.parent) && pattern.parent.type === undefined
}

function bind(member: string, name: string): string {
  return member === name ? member : `${member}: ${name}`
}

/** The name at a position of the pair; `null` for one that is left out, `undefined` for what is no plain name. */
function nameOf(look: Look, element: ts.ArrayBindingElement | undefined): Declaration | null | undefined {
  if (element === undefined || ts.isOmittedExpression(element)) return null
  if (!ts.isIdentifier(element.name) || element.dotDotDotToken !== undefined || element.initializer !== undefined) {
    return undefined
  }
  const declaration = look.t.project.declarationOf(element.name)
  if (declaration === null || declaration.references.some(isWrite)) return undefined
  return declaration
}

/** Every `texts[0]` of a name, where it is used for nothing else. */
function firstsOf(declaration: Declaration): readonly ts.Expression[] | null {
  const found: ts.Expression[] = []
  for (const id of declaration.references) {
    const access = outer(id).parent
    if (!isAccess(access) || access.expression !== outer(id)) return null
    const call = outer(access).parent
    if (keyOf(access) === '0') found.push(access)
    else if (keyOf(access) === 'at' && ts.isCallExpression(call) && call.arguments[0]?.getText() === '0')
      found.push(call)
    else return null
  }
  return found.length === 0 ? null : found
}

/** The entries of which none before them is about the same field. */
function firstOfEach(look: Look, held: Held): string {
  const others = isTyped(look.unit) ? '(other: { path: string | null })' : 'other'
  const one = isTyped(look.unit)
    ? '(one: { path: string | null }, at: number, all: { path: string | null }[])'
    : '(one, at, all)'
  return `${surely(held)}.filter(${one} => all.findIndex(${others} => other.path === one.path) === at)`
}

function pathEdits(look: Look, field: Declaration, chosen: readonly FieldPlace[]) {
  const edits: Splice[] = []
  for (const id of field.references) {
    const use = usePath(look, id, { whole: wholeName(chosen), notation: notationOf(chosen) })
    if (typeof use === 'string') return use
    edits.push(...use)
  }
  return edits
}

/** `Object.keys(data.errors)`, `for (const field in data.errors)`: the fields, each once. */
export function readKeys(look: Look, held: Held, node: ts.CallExpression | ts.ForInStatement): Use {
  const shapes = (['text-map', 'list-map', 'object-map'] as const).filter(shape =>
    look.places.some(place => place.shape === shape),
  )
  const chosen = choose(look, shapes.slice(0, 1))
  if (typeof chosen === 'string') return kept(held.node, chosen)
  const whole = wholeName(chosen)
  const spread = shapes.includes('list-map')
  const paths = `${surely(held)}.map(${entry(look)} => one.path ?? ${literal(whole, quoteOf(node))})`
  const says = spread ? `Array.from(new Set${isTyped(look.unit) ? '<string>' : ''}(${paths}))` : paths
  const edits = keyEdits(look, held, node, chosen)
  if (typeof edits === 'string') return kept(held.node, edits)
  if (ts.isCallExpression(node)) return moved(node, [replace(look.unit, node, says), ...edits])
  const { initializer, expression } = node
  const between = node.getSourceFile().text.slice(initializer.end, expression.getStart())
  const at = initializer.end + between.search(/\bin\b/)
  const of = { file: look.unit.file, start: at, end: at + 2, text: 'of' }
  return moved(expression, [of, replace(look.unit, expression, says), ...edits])
}

// What a loop calls each key is spelled as v2 spells it; as a key of the same map it is looked up by its own read.
function keyEdits(
  look: Look,
  held: Held,
  node: ts.CallExpression | ts.ForInStatement,
  chosen: readonly FieldPlace[],
): readonly Splice[] | Reason {
  const name = ts.isForInStatement(node) ? boundBy(node) : boundTo(node)
  const declaration = name !== null && ts.isIdentifier(name) ? look.t.project.declarationOf(name) : null
  if (declaration === null) return []
  const path = bodyPath(look.t, held.node)?.join()
  const edits: Splice[] = []
  for (const id of declaration.references) {
    const access = outer(id).parent
    const isKey = ts.isElementAccessExpression(access) && access.argumentExpression === outer(id)
    if (isKey && bodyPath(look.t, access.expression)?.join() === path) continue
    const use = usePath(look, id, { whole: null, notation: notationOf(chosen) })
    if (typeof use === 'string') return use
    edits.push(...use)
  }
  return edits
}

function boundBy({ initializer }: ts.ForInStatement | ts.ForOfStatement): ts.BindingName | null {
  return ts.isVariableDeclarationList(initializer) ? (initializer.declarations[0]?.name ?? null) : null
}

// Object.keys(data.errors).forEach(field => …)
function boundTo(call: ts.CallExpression): ts.BindingName | null {
  const { parent } = outer(call)
  if (ts.isForOfStatement(parent)) return boundBy(parent)
  const method = isAccess(parent) ? outer(parent).parent : parent
  const callback = ts.isCallExpression(method) ? method.arguments[0] : undefined
  const isOwn = callback !== undefined && (ts.isArrowFunction(callback) || ts.isFunctionExpression(callback))
  return isOwn ? (callback.parameters[0]?.name ?? null) : null
}

/** `Object.values(data.errors)`: the texts, in the order of the fields. */
export function readValues(look: Look, held: Held, call: ts.CallExpression): Use {
  const { unit } = look
  const texts = `${surely(held)}.map(${entry(look)} => one.message)`
  if (!look.places.some(({ shape }) => shape === 'list-map')) {
    const chosen = choose(look, ['text-map'])
    return typeof chosen === 'string' ? kept(call, chosen) : moved(call, [replace(unit, call, texts)])
  }
  const access = outer(call).parent
  const flat = isAccess(access) && keyOf(access) === 'flat' ? outer(access).parent : null
  if (flat !== null && ts.isCallExpression(flat) && flat.arguments.length === 0) {
    const chosen = choose(look, ['list-map'])
    return typeof chosen === 'string' ? kept(call, chosen) : moved(flat, [replace(unit, flat, texts)])
  }
  const first = firstValue(call)
  if (first !== null) {
    const chosen = choose(look, ['list-map'])
    const text = `${held.says}${held.isSafe ? '' : '?.'}[0]?.message`
    return typeof chosen === 'string' ? kept(call, chosen) : moved(first, [replace(unit, first, text)])
  }
  const map = asMap(look, held)
  return typeof map === 'string' ? kept(call, map) : moved(call, [replace(unit, argumentOf(call), map.sure)])
}

// Object.values(data.errors)[0][0]
function firstValue(call: ts.CallExpression): ts.Expression | null {
  const first = outer(call).parent
  if (!isAccess(first) || keyOf(first) !== '0') return null
  const second = outer(first).parent
  return isAccess(second) && second.expression === outer(first) && keyOf(second) === '0' ? second : null
}

/** Whether a name goes through the keys of a map that lies at the same place of the body. */
export function isKeyOf(look: Look, key: ts.Expression, isSame: (map: ts.Expression) => boolean): boolean {
  const id = inner(key)
  const declaration = ts.isIdentifier(id) ? look.t.project.declarationOf(id) : null
  if (declaration === null || declaration.references.some(isWrite)) return false
  const { node } = declaration
  if (ts.isVariableDeclaration(node)) {
    const loop = node.parent.parent
    if (ts.isForInStatement(loop)) return isSame(loop.expression)
    return ts.isForOfStatement(loop) && keysOf(loop.expression, isSame)
  }
  if (!ts.isParameter(node) || node.parent.parameters[0] !== node) return false
  const method = outer(node.parent as ts.Expression).parent
  const callee = ts.isCallExpression(method) ? inner(method.expression) : null
  return callee !== null && isAccess(callee) && ITERATES.has(keyOf(callee) ?? '') && keysOf(callee.expression, isSame)
}

function keysOf(node: ts.Expression, isSame: (map: ts.Expression) => boolean): boolean {
  const call = inner(node)
  if (!ts.isCallExpression(call) || call.expression.getText() !== 'Object.keys') return false
  const [map] = call.arguments
  return map !== undefined && isSame(map)
}
