import type { Contract } from '../contract.ts'
import type { Draft } from '../definition/draft.ts'
import type { Finding } from '../definition/finding.ts'
import { reservedMembers } from '../problem/problem-body.ts'
import { at } from './law.ts'

// RFC 9457 section 3.1.
const STANDARD = ['type', 'title', 'status', 'detail', 'instance']

/** No two things of the contract share a member, and no extension takes one of theirs. */
export function* freeMembers(draft: Draft): Iterable<Finding> {
  const taken = new Set(STANDARD)
  for (const [path, member] of membersOf(draft.contract)) {
    if (taken.has(member)) yield at(['contract', ...path], { code: 'member-taken', member })
    taken.add(member)
  }
  const reserved = reservedMembers(draft.contract)
  for (const entry of draft.problems) {
    for (const [index, member] of entry.extensions.entries()) {
      if (reserved.has(member)) yield at([...entry.path, 'extensions', index], { code: 'extension-reserved', member })
    }
  }
}

function membersOf(contract: Contract): readonly (readonly [readonly string[], string])[] {
  const all: readonly (readonly [readonly string[], string | null])[] = [
    [['code'], contract.code],
    [['trace'], contract.trace],
    [['errors', 'member'], contract.errors.member],
    [['timestamp'], contract.timestamp],
    [['target'], contract.target],
    [['hint'], contract.hint],
  ]
  return all.flatMap(([path, member]) => (member === null ? [] : [[path, member] as const]))
}
