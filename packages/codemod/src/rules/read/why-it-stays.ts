import type { Reason } from '../../decide/reasons.ts'
import type { Asked, Belonging } from '../../detect/api-scope.ts'
import type { SortedFlow } from '../../detect/message-read.ts'
import { plainValue } from '../../detect/sort-flow.ts'
import type { Tracer } from '../../detect/tracer.ts'
import type { Reaching, Value } from '../../detect/values.ts'
import { mustStay } from '../../plan/must-stay.ts'
import type { ts } from '../../source/compiler.ts'
import type { Unit } from '../../source/project.ts'
import { isKnownFailure, mixesSuccess, type WordingTests } from './known-failure.ts'

/** A node that reads something of a body, and all that can be there. */
interface Read {
  readonly unit: Unit
  readonly node: ts.Node
  readonly sorted: SortedFlow
}

/** What speaks against moving a read of a v1 body, whatever it would become. */
export function whyItStays(t: Tracer, { unit, node, sorted }: Read, moved: WordingTests): Reason | null {
  const stays = mustStay(t, unit, node)
  if (stays !== null) return stays
  if (sorted.unknown.length > 0) return 'origin-unknown'
  if (sorted.success.length > 0) return 'success-body'
  if (sorted.wording.some(reaching => mayBeSuccess(t, node, reaching, moved))) return 'success-body'
  // A library may parse one of its answers and not another: each body says so itself.
  return sorted.wording.some(({ value }) => bodyOf(value)?.lost === true) ? 'client-breaks' : null
}

function mayBeSuccess(t: Tracer, node: ts.Node, reaching: Reaching, moved: WordingTests): boolean {
  const body = bodyOf(reaching.value)
  return body !== null && mixesSuccess(body) && !isKnownFailure(t, node, reaching, body.request, moved)
}

/** Whose body it is that a value came from; `null` for no body. */
export function apiOf({ value, trail }: Reaching, belonging: (asked: Asked) => Belonging): Belonging | null {
  const body = bodyOf(value)
  return body === null ? null : belonging({ request: body.request, client: body.client, trail })
}

export function bodyOf(value: Value) {
  const plain = plainValue(value)
  return plain.kind === 'body' ? plain : null
}
