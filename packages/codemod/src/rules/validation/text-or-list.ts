import { type Catalogue, clientReads, dialectsOf } from '@problemshift/catalogue'
import { type Access, isAccess, keyOf, outer } from '../../detect/syntax.ts'
import { ts } from '../../source/compiler.ts'
import type { Holder } from './find-holders.ts'
import type { Use } from './held.ts'

/** data.message[0], data.message.join(', '), Array.isArray(data.message), for (const text of data.message) */
export function isTakenAsList(node: ts.Expression): boolean {
  const at = outer(node)
  const { parent } = at
  if (ts.isForOfStatement(parent)) return parent.expression === at
  if (ts.isCallExpression(parent)) return parent.expression.getText() === 'Array.isArray'
  if (!isAccess(parent) || parent.expression !== at) return false
  const key = keyOf(parent) ?? ''
  return /^\d+$/.test(key) || (key in Array.prototype && !(key in String.prototype)) || ASIDE.has(key)
}

// What texts have as well, and is asked of lists more often.
const ASIDE = new Set(['slice', 'concat'])

/**
 * Whether what is held may as well be the text of an error, because nothing is done with it but to ask whether there is
 * one: `if (!data.detail) …`, `const text = data.detail; if (text === undefined) …`.
 */
export function mayBeText({ node, places }: Holder, uses: readonly Use[], catalogue: Catalogue): boolean {
  if (uses.length === 0 || !uses.every(({ isAsked }) => isAsked === true)) return false
  const texts = textNames(catalogue)
  return places.every(({ path: [name = '', ...more] }) => more.length === 0 && texts.has(name)) && !isListBeside(node)
}

/** The members that are the text of an error in one dialect of the catalogue. */
function textNames(catalogue: Catalogue): ReadonlySet<string> {
  const reads = dialectsOf(catalogue).flatMap(clientReads)
  return new Set(reads.flatMap(({ fact, path }) => (fact === 'message' && path.length === 1 ? path : [])))
}

// if (data.detail) for (const { msg } of data.detail)
function isListBeside(node: Access | ts.BindingElement): boolean {
  if (ts.isBindingElement(node)) return false
  const path = plainText(node)
  const isList = (other: ts.Node): boolean =>
    (isAccess(other) && plainText(other) === path && isTakenAsList(other)) ||
    (ts.forEachChild(other, child => isList(child) || undefined) ?? false)
  return isList(node.getSourceFile())
}

function plainText(node: ts.Node): string {
  return node.getText().replaceAll('?.', '.').replaceAll(/\s+/g, '')
}
