import type { Tracer } from '../../detect/tracer.ts'
import type { Flow, Reaching, StatusOf } from '../../detect/values.ts'
import { ts } from '../../source/compiler.ts'

/** What reaches a test of a number, by what it means for the test. */
export interface StatusFlow {
  /** Statuses of answers. */
  readonly statuses: readonly (Reaching & { readonly status: StatusOf })[]
  /** What could not be followed. */
  readonly unknown: readonly (Reaching & { readonly cause: string; readonly at: ts.Node })[]
  /** Numbers that no answer brought. */
  readonly others: readonly Reaching[]
}

/** Follows a tested expression to the answers whose status it may be. */
export function statusFlow(t: Tracer, subject: ts.Expression): StatusFlow {
  const flow: Flow = t.evaluate(subject, null)
  return {
    statuses: flow.flatMap(one => {
      const { value } = one
      const isSent = value.kind === 'plain' && value.status !== undefined && wasSent(value.status)
      return isSent && value.status !== undefined ? [{ ...one, status: value.status }] : []
    }),
    unknown: flow.flatMap(one => {
      const { value } = one
      return value.kind === 'unknown' ? [{ ...one, cause: value.cause, at: value.at }] : []
    }),
    // Nothing, and what is a text, equals no number.
    others: flow.filter(({ value }) => {
      if (value.kind === 'plain') return value.status === undefined || !wasSent(value.status)
      return value.kind !== 'absent' && value.kind !== 'text' && value.kind !== 'unknown'
    }),
  }
}

// A server makes a `Response` too: only one that a request brought is an answer.
function wasSent({ client, request }: StatusOf): boolean {
  const isMade = request.call === null || ts.isNewExpression(request.call)
  return !isMade || !Object.values(client.places).some(place => place.madeByClient === true)
}
