import type { Reason } from '../../decide/reasons.ts'
import type { StatusMove } from './status-moves.ts'

/** What a test of a status has to ask for in v2 so that it says of every error what it said in v1. */
export type StatusDecision =
  /** It says the same of all of them. */
  | { readonly outcome: 'same' }
  | { readonly outcome: 'keep'; readonly reason: Reason; readonly codes: readonly string[] }
  | {
      readonly outcome: 'change'
      /** Statuses for which it has to hold as well: in v2 only errors have them that it held for. */
      readonly statuses: readonly number[]
      /** Errors for which it has to hold as well, though others that it did not hold for share their status. */
      readonly codes: readonly string[]
      /** Errors for which it must no longer hold. */
      readonly without: readonly string[]
      /** All that it is about. */
      readonly moved: readonly StatusMove[]
    }

/** A test as the decision needs it: for which statuses it holds, and which errors stand beside it by their code. */
export interface AskedStatus {
  readonly holds: (status: number) => boolean
  readonly named: ReadonlySet<string>
  /** Statuses that other tests beside it ask for: they would be asked for twice. */
  readonly taken: ReadonlySet<number>
}

/** Decides a test by sets: each error of the catalogue with its v1 and its v2 status. */
export function decideStatus(moves: readonly StatusMove[], { holds, named, taken }: AskedStatus): StatusDecision {
  const moved = moves.filter(({ code, from, to }) => holds(from) !== holds(to) && !named.has(code))
  if (moved.length === 0) return { outcome: 'same' }
  const codes = [...new Set(moved.map(({ code }) => code))]
  const keep = (reason: Reason): StatusDecision => ({ outcome: 'keep', reason, codes })
  // What came as a success went another way through the client than errors do.
  if (moved.some(({ from }) => from < 400)) return keep('hidden-in-success')
  const heldInV1 = moves.some(({ from }) => from >= 400 && holds(from))
  if (!heldInV1 && !moved.some(({ from }) => taken.has(from))) return keep('already-migrated')
  const statuses: number[] = []
  const more: string[] = []
  const without: string[] = []
  for (const status of new Set(moved.map(({ to }) => to))) {
    const there = moves.filter(({ to }) => to === status)
    const [held, not] = [there.filter(({ from }) => holds(from)), there.filter(({ from }) => !holds(from))]
    if (held.some(one => not.some(other => other.code === one.code))) return keep('splits-a-code')
    const fresh = (list: readonly StatusMove[]) => list.map(({ code }) => code).filter(code => !named.has(code))
    if (holds(status)) without.push(...fresh(not))
    else if (not.length === 0 && !taken.has(status)) statuses.push(status)
    else more.push(...fresh(held))
  }
  return { outcome: 'change', statuses, codes: [...new Set(more)], without: [...new Set(without)], moved }
}
