import type { Draft, DraftEntry } from '../definition/draft.ts'
import type { Finding } from '../definition/finding.ts'
import { at, atKey } from './law.ts'

/** One type is one problem, and one status. Under a fixed type the code tells problems apart, so that nothing is asked. */
export function* uniqueTypes(draft: Draft): Iterable<Finding> {
  if (draft.contract.type === 'fixed') return
  const first = new Map<string, DraftEntry>()
  const generic = new Map(draft.generic.map(problem => [problem.type, problem] as const))
  for (const entry of draft.problems) {
    // RFC 9457 section 4.2.1: about:blank says no more than the status.
    if (entry.type === null || entry.type === '' || entry.type === 'about:blank') continue
    const shared = generic.get(entry.type)
    if (shared !== undefined && shared.code !== entry.code) {
      yield at([...entry.path, 'type'], { code: 'type-taken', type: entry.type })
    }
    const other = first.get(entry.type)
    if (other === undefined) first.set(entry.type, entry)
    else yield clash(entry, other, entry.type)
  }
}

function clash(entry: DraftEntry, other: DraftEntry, type: string): Finding {
  if (entry.status === null || other.status === null || entry.status === other.status) {
    return atKey(entry.path, { code: 'type-taken', type }, other.path)
  }
  return atKey(entry.path, { code: 'type-two-statuses', type, statuses: [other.status, entry.status] }, other.path)
}
