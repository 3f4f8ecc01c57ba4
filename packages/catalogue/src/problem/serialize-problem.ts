import type { Problem } from '../problem.ts'
import { wellFormed } from '../encode-uri.ts'

/** The body of a problem: always JSON, whatever an extension holds. */
export function serializeProblem(problem: Problem): string {
  try {
    const text = JSON.stringify(problem)
    // A lone surrogate is written as an escape of its own, and many readers refuse it (RFC 8259, section 8.2).
    if (!text.includes('\\ud')) return text
  } catch {
    // A BigInt, a cycle, a throwing getter or `toJSON`: the copy below has none of them.
  }
  return JSON.stringify(plainValue(problem, []))
}

const DEEPEST = 100

/** A copy that JSON can hold: BigInts as texts, cycles and what cannot be read left out. */
function plainValue(value: unknown, ancestors: readonly object[]): unknown {
  if (typeof value === 'string') return wellFormed(value)
  if (typeof value === 'bigint') return String(value)
  if (typeof value !== 'object' || value === null) return value
  if (ancestors.includes(value) || ancestors.length > DEEPEST) return undefined
  const within = [...ancestors, value]
  if (Array.isArray(value)) return value.map(item => plainValue(item, within))
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString()
  return Object.fromEntries(
    Object.keys(value).map(key => [wellFormed(key), plainValue(readMember(value, key), within)]),
  )
}

function readMember(value: object, key: string): unknown {
  try {
    return Reflect.get(value, key)
  } catch {
    return undefined
  }
}
