import type { Draft } from '../definition/draft.ts'
import type { Finding } from '../definition/finding.ts'
import { at } from './law.ts'

/** A status that is no error says nothing by itself: what makes it one must stand in the body. */
export function* errorStatus(draft: Draft): Iterable<Finding> {
  for (const { sign, path } of draft.problems.flatMap(entry => entry.signs)) {
    if (sign.status === null || sign.status >= 400 || sign.message !== null || sign.legacyCode !== null) continue
    yield at([...path, 'status'], { code: 'sign-claims-success', status: sign.status })
  }
}
