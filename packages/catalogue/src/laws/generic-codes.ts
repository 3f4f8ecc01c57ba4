import type { Draft } from '../definition/draft.ts'
import type { Finding } from '../definition/finding.ts'
import { at } from './law.ts'

/** A generic code means its status: an entry may describe it there, and nothing else may use it. */
export function* genericCodes(draft: Draft): Iterable<Finding> {
  const statusesOf = new Map<string, number[]>()
  for (const { code, status } of draft.generic) {
    const statuses = statusesOf.get(code)
    if (statuses === undefined) statusesOf.set(code, [status])
    else statuses.push(status)
  }
  // One type has one status; where all have one type anyway, a code may serve several.
  for (const status of draft.contract.type === 'fixed' ? [] : draft.chosenStatuses) {
    const name = draft.generic.find(problem => problem.status === status)?.code ?? ''
    const own = statusesOf.get(name)?.find(other => other !== status)
    if (own !== undefined) yield at(['generic', String(status)], { code: 'generic-code-reused', name, status, own })
  }
  for (const { code, status, path } of draft.problems) {
    const own = statusesOf.get(code)
    if (own?.[0] === undefined || status === null || own.includes(status)) continue
    yield at([...path, 'status'], { code: 'generic-code-reused', name: code, status, own: own[0] })
  }
}
