import type { Catalogue } from '@problemshift/catalogue'
import type { Reason } from '../../decide/reasons.ts'
import type { Tracer } from '../../detect/tracer.ts'
import { quoteOf } from '../../plan/print-test.ts'
import type { Splice } from '../../plan/splice.ts'
import { type Access, outer } from '../../detect/syntax.ts'
import { ts } from '../../source/compiler.ts'
import type { Unit } from '../../source/project.ts'
import { type FieldPlace, isElsewhereToo, type Shape } from './field-places.ts'

/** An expression that holds all field errors of a v1 body, and how v2's list of them is spelled in its place. */
export interface Held {
  readonly node: ts.Expression
  readonly says: string
  /** Something stands in where the body has none: it is a list in any case. */
  readonly isSafe: boolean
  /** What stands for the list where v2 has none; an empty one where nothing is said. */
  readonly orElse?: string
}

/** What is known where the uses of one holder are read. */
export interface Look {
  readonly t: Tracer
  readonly unit: Unit
  readonly catalogue: Catalogue
  /** The places of all dialects, and those at the path that is held. */
  readonly all: readonly FieldPlace[]
  readonly places: readonly FieldPlace[]
}

/** What becomes of one use: it changes, it says the same in v2, or it stays and so does all that shares the holder. */
export type Use = Changing & {
  /** It gives the keys of the map, or looks one of them up: both change or neither. */
  readonly isByKey?: true
  /** It asks whether there is anything, which may be asked of a text as well. */
  readonly isAsked?: true
}

type Changing =
  | {
      readonly outcome: 'moved'
      readonly node: ts.Node
      readonly splices: readonly Splice[]
      /** It goes on being what it was in v1, for whoever gets it. */
      readonly isAsWas?: true
    }
  | { readonly outcome: 'same'; readonly node: ts.Node }
  | { readonly outcome: 'kept'; readonly node: ts.Node; readonly reason: Reason }
  /** The holder goes to where it cannot be followed: it can only go on as what it was. */
  | { readonly outcome: 'escapes'; readonly node: ts.Expression }

export function moved(node: ts.Node, splices: readonly Splice[]): Use {
  const text = node.getSourceFile().text
  const changing = splices.filter(one => text.slice(one.start, one.end) !== one.text).map(one => apart(node, one))
  return changing.length === 0 ? { outcome: 'same', node } : { outcome: 'moved', node, splices: changing }
}

// Without semicolons a statement that starts with a parenthesis would go on with the line above.
function apart(node: ts.Node, splice: Splice): Splice {
  if (!/^[([]/.test(splice.text)) return splice
  let at = node
  while (!ts.isStatement(at)) at = at.parent
  const isFirst =
    ts.isExpressionStatement(at) &&
    at.getStart() === splice.start &&
    !ts.isIfStatement(at.parent) &&
    !ts.isIterationStatement(at.parent, false)
  const isOpen = /[^\s;{]\s*$/.test(node.getSourceFile().text.slice(0, splice.start))
  return isFirst && isOpen ? { ...splice, text: `;${splice.text}` } : splice
}

export function kept(node: ts.Node, reason: Reason): Use {
  return { outcome: 'kept', node, reason }
}

/** The places of the first of these shapes that a dialect has here, or why it cannot be told. */
export function choose({ all, places }: Look, shapes: readonly Shape[]): readonly FieldPlace[] | Reason {
  const [shape, more] = new Set(places.flatMap(place => (shapes.includes(place.shape) ? [place.shape] : [])))
  if (shape === undefined) return 'not-the-wording'
  if (more !== undefined) return 'text-or-object'
  const chosen = places.filter(place => place.shape === shape)
  return isElsewhereToo(all, chosen) ? 'fields-elsewhere' : chosen
}

/** The list where there has to be one. */
export function surely(held: Held): string {
  return held.isSafe ? held.says : `(${inAnyCase(held)})`
}

/** The same where it stands alone. */
export function inAnyCase({ says, isSafe, orElse = '[]' }: Held): string {
  return isSafe ? says : `${says} ?? ${orElse}`
}

/** Whether nobody takes what a call gives: then it need not be made where there is no list. */
function isForgotten(call: ts.CallExpression): boolean {
  return ts.isExpressionStatement(outer(call).parent)
}

/** The list before a method of it: a statement that starts with a parenthesis would go on with the line above. */
export function listOf({ unit }: Look, held: Held, access: Access, call: ts.CallExpression): readonly Splice[] {
  const list = access.expression
  if (access.questionDotToken !== undefined) return [replace(unit, list, held.says)]
  if (held.isSafe || held.orElse !== undefined || !isForgotten(call)) return [replace(unit, list, surely(held))]
  return [replace(unit, list, held.says), { file: unit.file, start: list.end, end: list.end, text: '?' }]
}

/** The start of a chain on the list. */
export function on({ says, isSafe }: Held): string {
  return `${says}${isSafe ? '.' : '?.'}`
}

/** The one parameter of a callback that gets an entry: where nothing else gives it a type, it says its own. */
export function entry({ unit }: Look, name = 'one'): string {
  return isTyped(unit) ? `(${name}: ${ENTRY_TYPE})` : name
}

export const ENTRY_TYPE = '{ path: string | null; message: string }'

export function isTyped({ file }: Unit): boolean {
  return /\.[cm]?tsx?$/.test(file)
}

/** `one => one.path === 'email'` */
export function isAt(look: Look, path: string | null, at: ts.Node): string {
  return `${entry(look)} => one.path === ${path === null ? 'null' : literal(path, quoteOf(at))}`
}

export function literal(text: string, quote: string): string {
  const double = JSON.stringify(text)
  return quote === '"' ? double : `'${double.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
}

export function replace(unit: Unit, node: ts.Node, text: string): Splice {
  return { file: unit.file, start: node.getStart(), end: node.end, text }
}
