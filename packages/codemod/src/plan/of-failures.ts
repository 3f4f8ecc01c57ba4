import { conditionsRound } from '../detect/narrow.ts'
import type { Tracer } from '../detect/tracer.ts'
import { ts } from '../source/compiler.ts'
import { isKnownFailure, mixesSuccess } from '../rules/read/known-failure.ts'
import { atomsOf } from './guard-conditions.ts'
import { bodyPath } from './v1-reads.ts'

/**
 * Whether a text is read only of failures, or used only where one is known: `detail ?? title` in its place would show the
 * title of a success instead.
 */
export function isOfFailures(t: Tracer, node: ts.Expression, uses: readonly ts.Node[] = []): boolean {
  return t.evaluate(node, null).every(reaching => {
    const { value } = reaching
    if (value.kind !== 'body' || value.success || !mixesSuccess(value)) return true
    const isKnown = (at: ts.Node) => isKnownFailure(t, at, reaching, value.request) || isFlagged(t, at)
    return isKnown(node) || (uses.length > 0 && uses.every(isKnown))
  })
}

// if (!body.success) …: the body itself says that it is an error.
function isFlagged(t: Tracer, node: ts.Node): boolean {
  return conditionsRound(node).some(({ condition, holds }) =>
    atomsOf(condition, holds).some(
      ({ atom, mustBe }) => mustBe === false && ts.isExpression(atom) && isMember(t, atom),
    ),
  )
}

function isMember(t: Tracer, node: ts.Expression): boolean {
  return bodyPath(t, node)?.length === 1
}
