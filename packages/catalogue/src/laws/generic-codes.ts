import type { Draft } from '../definition/draft.ts'
import type { Finding } from '../definition/finding.ts'
import { at } from './law.ts'

/** A generic code means its status: an entry may describe it there, and use it for nothing else. */
export function* genericCodes(draft: Draft): Iterable<Finding> {
  const statusOf = new Map<string, number>()
  for (const generic of draft.generic) {
    if (!statusOf.has(generic.code)) statusOf.set(generic.code, generic.status)
  }
  const statusesOf = new Map<string, Set<number>>()
  for (const { code, status } of draft.generic) statusesOf.set(code, (statusesOf.get(code) ?? new Set()).add(status))
  for (const entry of draft.problems) {
    const own = statusOf.get(entry.code)
    if (own === undefined || entry.status === null || statusesOf.get(entry.code)?.has(entry.status)) continue
    yield at([...entry.path, 'status'], { code: 'generic-code-reused', name: entry.code, status: entry.status, own })
  }
}
