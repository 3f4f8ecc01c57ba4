import { inner, isAccess, keyOf, nameText } from '../../detect/syntax.ts'
import type { Tracer } from '../../detect/tracer.ts'
import { exportedNames } from '../../detect/uses-of.ts'
import { ts } from '../../source/compiler.ts'
import { knownNumber } from './known-number.ts'
import type { StatusTest } from './status-test.ts'

/** What a list or a table of statuses is written out in. */
export interface Written<Literal> {
  readonly literal: Literal
  /** Whether nothing but this place looks into it: then it can be changed for this place alone. */
  readonly own: boolean
}

/** `TEXTS[response.status]`, `TEXTS.get(status)`: a group of keys that lead to the same is one question. */
export function tableTests(t: Tracer, node: ts.Node): readonly StatusTest[] {
  const asked = lookupOf(node)
  if (asked === null) return []
  const written = tableOf(t, asked.table)
  if (written === null) return []
  const entries = entriesOf(t, written.literal)
  if (entries === null) return []
  const all = entries.map(({ status }) => status)
  return groupsOf(entries).map(group => {
    const asks = group.map(({ status }) => status)
    const holds = (status: number) => asks.includes(status)
    const last = group.at(-1)?.entry
    const entry = written.own && last !== undefined && ts.isPropertyAssignment(last) ? last : null
    const place = entry ?? node
    return { subject: asked.key, holds, asks, shape: { kind: 'table', all, entry }, first: place, last: place }
  })
}

interface Lookup {
  readonly table: ts.Expression
  readonly key: ts.Expression
}

function lookupOf(node: ts.Node): Lookup | null {
  if (ts.isElementAccessExpression(node)) return { table: node.expression, key: node.argumentExpression }
  if (!ts.isCallExpression(node)) return null
  const callee = inner(node.expression)
  const [key, more] = node.arguments
  if (!isAccess(callee) || keyOf(callee) !== 'get' || key === undefined || more !== undefined) return null
  return { table: callee.expression, key }
}

type Table = ts.ObjectLiteralExpression | ts.ArrayLiteralExpression

function tableOf(t: Tracer, held: ts.Expression): Written<Table> | null {
  const written = writtenOut(t, held)
  if (written === null) return null
  const { literal } = written
  // A `Map` is a list of pairs.
  const isTable = ts.isObjectLiteralExpression(literal) || literal.elements.every(isPair)
  return isTable ? written : null
}

function isPair(node: ts.Expression): node is ts.ArrayLiteralExpression {
  return ts.isArrayLiteralExpression(node) && node.elements.length === 2
}

/** The list or the object that an expression stands for, by way of a constant, a `Set`, a `Map`. */
export function writtenOut(t: Tracer, held: ts.Expression): Written<Table> | null {
  const node = inner(held)
  if (ts.isObjectLiteralExpression(node) || ts.isArrayLiteralExpression(node)) return { literal: node, own: true }
  const wrapped = wrappedIn(node)
  if (wrapped !== null) return writtenOut(t, wrapped)
  const declaration = ts.isIdentifier(node) ? t.project.declarationOf(node) : null
  const made = declaration?.node
  if (declaration && made && ts.isVariableDeclaration(made) && ts.isVariableDeclarationList(made.parent)) {
    if ((made.parent.flags & ts.NodeFlags.Const) === 0 || made.initializer === undefined) return null
    const written = writtenOut(t, made.initializer)
    const isAlone = declaration.references.length === 1 && exportedNames(declaration).length === 0
    return written === null ? null : { ...written, own: written.own && isAlone }
  }
  if (!ts.isIdentifier(node) && !isAccess(node)) return null
  const [only, more] = t.evaluate(node, null)
  if (only === undefined || more !== undefined) return null
  return only.value.kind === 'object' || only.value.kind === 'array' ? { literal: only.value.node, own: false } : null
}

// new Set([408, 429]), Object.freeze({ 404: '…' })
function wrappedIn(node: ts.Expression): ts.Expression | null {
  const isWrapper =
    (ts.isNewExpression(node) && /^(?:Set|Map)$/.test(node.expression.getText())) ||
    (ts.isCallExpression(node) && node.expression.getText() === 'Object.freeze')
  return isWrapper ? (node.arguments?.[0] ?? null) : null
}

interface Entry {
  readonly status: number
  readonly entry: ts.Node
  /** What it leads to, as it is written. */
  readonly answer: string
}

// A table that is put together may have any key.
function entriesOf(t: Tracer, table: Table): readonly Entry[] | null {
  const entries: Entry[] = []
  for (const entry of ts.isObjectLiteralExpression(table) ? table.properties : table.elements) {
    if (ts.isSpreadAssignment(entry) || ts.isSpreadElement(entry)) return null
    const status = statusOf(t, entry)
    if (status !== null && status >= 100 && status <= 600) entries.push({ status, entry, answer: answerOf(entry) })
  }
  return entries
}

function statusOf(t: Tracer, entry: ts.Node): number | null {
  if (ts.isArrayLiteralExpression(entry)) {
    const [key] = entry.elements
    return key === undefined ? null : knownNumber(t, key)
  }
  const name = ts.isObjectLiteralElementLike(entry) ? entry.name : undefined
  if (name !== undefined && ts.isComputedPropertyName(name)) return knownNumber(t, name.expression)
  const text = nameText(name)
  return text !== null && /^[1-5]\d\d$/.test(text) ? Number(text) : null
}

function answerOf(entry: ts.Node): string {
  if (ts.isPropertyAssignment(entry)) return entry.initializer.getText()
  return ts.isArrayLiteralExpression(entry) ? (entry.elements[1]?.getText() ?? '') : entry.getText()
}

function groupsOf(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const groups = new Map<string, Entry[]>()
  for (const entry of entries) groups.set(entry.answer, [...(groups.get(entry.answer) ?? []), entry])
  return [...groups.values()]
}
