import { ts } from '../source/compiler.ts'
import { isTargetOf } from './assignments.ts'
import { isAccess, keyOf, outer } from './syntax.ts'
import type { Tracer } from './tracer.ts'

const CHANGES = new Set(['push', 'unshift', 'splice', 'fill', 'copyWithin', 'set', 'add', 'delete', 'clear'])

/**
 * Whether a list or an object that is written out, and held by a name, is changed behind it: `list.push(…)`,
 * `table[key] = …`, `Object.assign(table, …)`. With a key only what may change that member counts.
 */
export function isChangedLater(t: Tracer, literal: ts.Expression, key: string | null): boolean {
  const holder = outer(literal).parent
  if (!ts.isVariableDeclaration(holder) || !ts.isIdentifier(holder.name)) return false
  const declaration = t.project.declarationOf(holder.name)
  return (declaration?.references ?? []).some(id => changes(id, key))
}

function changes(id: ts.Identifier, key: string | null): boolean {
  const node = outer(id)
  const parent = node.parent
  if (ts.isCallExpression(parent) && parent.arguments[0] === node)
    return parent.expression.getText() === 'Object.assign'
  if (!isAccess(parent) || parent.expression !== node) return false
  const name = keyOf(parent)
  if (isTargetOf(parent) !== null) return key === null || name === null || name === key
  const call = outer(parent).parent
  return ts.isCallExpression(call) && call.expression === outer(parent) && name !== null && CHANGES.has(name)
}
