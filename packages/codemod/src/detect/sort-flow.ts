import type { SortedFlow } from './message-read.ts'
import type { Flow, Reaching, Value } from './values.ts'

/** The value under the steps that were done to it. */
export function plainValue(value: Value): Value {
  return value.kind === 'stepped' ? plainValue(value.of) : value
}

/** Sorts what reaches a test by what it means for the test. */
export function sortFlow(flow: Flow): SortedFlow {
  const sorted = {
    wording: [] as Reaching[],
    success: [] as Reaching[],
    literals: [] as Reaching[],
    transport: [] as Reaching[],
    made: [] as Reaching[],
    platform: [] as Reaching[],
    unknown: [] as SortedFlow['unknown'][number][],
    silent: [] as Reaching[],
  }
  for (const reaching of flow) {
    const value = plainValue(reaching.value)
    switch (value.kind) {
      case 'body':
      case 'raw':
        ;(value.success ? sorted.success : sorted.wording).push(reaching)
        break
      case 'loose':
        sorted.wording.push(reaching)
        break
      case 'text':
        sorted.literals.push(reaching)
        break
      case 'transport':
        sorted.transport.push(reaching)
        break
      case 'made':
        sorted.made.push(reaching)
        break
      case 'platform-text':
        sorted.platform.push(reaching)
        break
      case 'unknown':
        sorted.unknown.push({
          ...reaching,
          cause: value.cause,
          at: value.at,
          of: value.of === undefined ? null : pieceOf(value.of),
        })
        break
      default:
        sorted.silent.push(reaching)
    }
  }
  return sorted
}

function pieceOf(value: Value): Value | null {
  const plain = plainValue(value)
  if (plain.kind === 'loose' || plain.kind === 'text') return plain
  return (plain.kind === 'body' || plain.kind === 'raw') && !plain.success ? plain : null
}
