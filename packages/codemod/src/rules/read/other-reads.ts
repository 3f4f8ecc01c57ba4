import type { Catalogue } from '@problemshift/catalogue'
import { isTargetOf } from '../../detect/assignments.ts'
import { afterSuccess } from '../../detect/detect.ts'
import { plainValue, sortFlow } from '../../detect/sort-flow.ts'
import { type Access, inner, isAccess, keyOf, nameText } from '../../detect/syntax.ts'
import type { Tracer } from '../../detect/tracer.ts'
import { withinStack } from '../../detect/within-stack.ts'
import { ts } from '../../source/compiler.ts'
import type { Unit } from '../../source/project.ts'
import type { BodyRead } from './find-reads.ts'
import { mayBeBody } from './may-be-body.ts'
import { isUnspokenOf, wrapperNames } from './v2-place.ts'

/**
 * What a client reads of the object that v1 wraps its errors in, and no dialect speaks of: `failure.response.data.error.type`.
 * v2 has neither the member nor the object, so the read throws.
 */
export function otherReads(
  t: Tracer,
  unit: Unit,
  told: ReadonlySet<string>,
  catalogue: Catalogue,
): readonly BodyRead[] {
  const wrappers = wrapperNames(catalogue)
  if (![...wrappers].some(name => unit.source.text.includes(name))) return []
  const found: BodyRead[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return
    if (isAccess(node) && isOfWrapper(t, node, told, wrappers)) {
      t.restart()
      const flow = withinStack(node, () => t.evaluate(node, null))
      const sorted = sortFlow(afterSuccess(t, node, flow))
      const isOther = sorted.wording.length > 0 && sorted.wording.every(({ value }) => isUnspoken(plainValue(value)))
      if (isOther && sorted.unknown.length === 0 && sorted.success.length === 0) {
        found.push({ unit, node, fact: 'other', sorted, isOfOneKind: true, match: null })
      }
    }
    ts.forEachChild(node, visit)
  }
  const isUnspoken = (value: ReturnType<typeof plainValue>) =>
    value.kind === 'body' && isUnspokenOf(catalogue, value.path)
  visit(unit.tree)
  return found
}

function isOfWrapper(t: Tracer, node: Access, told: ReadonlySet<string>, wrappers: ReadonlySet<string>): boolean {
  const key = keyOf(node)
  if (key === null || told.has(key) || /^\d+$/.test(key) || key in String.prototype) return false
  if (ts.isCallExpression(node.parent) && node.parent.expression === node) return false
  if (isTargetOf(node) !== null) return false
  const owner = inner(node.expression)
  const name = isAccess(owner) ? keyOf(owner) : ts.isIdentifier(owner) ? wrapperBehind(t, owner) : null
  return name !== null && wrappers.has(name) && mayBeBody(t, owner)
}

// const { error } = failure.response.data, const problem = failure.response.data.error
function wrapperBehind(t: Tracer, id: ts.Identifier): string | null {
  const bound = t.project.declarationOf(id)?.node
  if (bound === undefined) return null
  if (ts.isBindingElement(bound)) return nameText(bound.propertyName ?? bound.name)
  const held = ts.isVariableDeclaration(bound) && bound.initializer !== undefined ? inner(bound.initializer) : null
  return held !== null && isAccess(held) ? keyOf(held) : null
}
