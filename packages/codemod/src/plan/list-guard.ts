import type { Catalogue } from '@problemshift/catalogue'
import { inner, isAccess, outer } from '../detect/syntax.ts'
import type { Tracer } from '../detect/tracer.ts'
import { isAskedForTruth } from '../forms/condition.ts'
import { ts } from '../source/compiler.ts'
import type { ListRead } from './read-list.ts'
import type { Splice } from './splice.ts'
import { bodyPath, type V1Read } from './v1-reads.ts'

/** An entry of the list of field errors that a test asks. */
export interface ItemAsked {
  readonly list: ListRead
  readonly asks: ts.Expression | null
}

/** Where a guard fails, the whole of `guard && test` does, as if the test had. */
export function conjunctionOf(node: ts.Expression): ts.Expression {
  let at = outer(node)
  for (;;) {
    const { parent } = at
    const isAnd = ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken
    if (!isAnd && !ts.isParenthesizedExpression(parent)) return at
    at = parent
  }
}

/**
 * `data.errors && data.errors.some(…)`: v2 has the list in a place of its own, and none where no field is at fault.
 * `null` for a guard that asks for something else.
 */
export function listGuard(
  file: string,
  { node, path, key }: V1Read,
  mustBe: boolean | null,
  list: ListRead,
  catalogue: Catalogue,
): readonly Splice[] | 'lost' | null {
  const { member } = catalogue.contract.errors
  const counted = path.at(-1) === 'length' && path.length === list.path.length + 1
  const asked = counted ? path.slice(0, -1) : path
  // A member of the list leads to one field of a map: where that is, the list is.
  const leads = asked.every((step, index) => index >= list.path.length || list.path[index] === step)
  if (!leads) return null
  if (mustBe === false) return 'lost'
  const isSame = list.path.length === 1 && list.path[0] === member
  if (isSame && !counted && asked.length <= 1) return []
  if (key !== null || mustBe === null) return 'lost'
  if (counted) {
    const length = isAccess(node) && list.isSafe ? `${list.text}.length` : `${list.text}?.length`
    return [{ file, start: node.getStart(), end: node.end, text: length }]
  }
  if (!isAskedForTruth(outer(node))) return 'lost'
  const [at, ...rest] = asked.slice(list.path.length)
  const entry = typeof at === 'number' ? `${list.text}${list.isSafe ? '' : '?.'}[${at}]` : list.text
  const text = typeof at === 'number' && rest.length > 0 ? `${entry}?.code` : entry
  return [{ file, start: node.getStart(), end: node.end, text }]
}

/** What an entry at hand is asked beside the wording moves with the entry. */
export function isOfItem(t: Tracer, { node }: V1Read, list: ListRead): boolean {
  let root = node
  while (isAccess(root)) root = inner(root.expression)
  return ts.isIdentifier(root) && (bodyPath(t, root)?.length ?? 0) > list.path.length
}
