import type { ts } from '../source/compiler.ts'
import { plainValue } from './sort-flow.ts'
import { type Flow, type Reaching, union, unknown, type Value } from './values.ts'

/**
 * A list or a set of texts that came from bodies: which of them is looked at nobody can tell, but what they are is known.
 * `null` where none of them is the text of a body.
 */
export function gathered(flow: Flow, at: ts.Node): Flow | null {
  if (!flow.some(({ value }) => isOfBody(value))) return null
  return union(flow.flatMap(reaching => inList(reaching, at)))
}

function inList({ value, trail }: Reaching, at: ts.Node): Flow {
  if (isOfBody(value)) return [{ trail, value: { kind: 'unknown', cause: 'gathered-texts', at, of: value } }]
  if (value.kind === 'unknown') return [{ value, trail }]
  return value.kind === 'text' || value.kind === 'absent' ? [] : unknown('gathered-texts', at)
}

function isOfBody(value: Value): boolean {
  const { kind } = plainValue(value)
  return kind === 'body' || kind === 'raw' || kind === 'loose'
}
