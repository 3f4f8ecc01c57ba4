import type { ts } from '../source/compiler.ts'
import { type Flow, unknown } from './values.ts'

/** What a look gives; the stack ends before the budget where a way winds through very long expressions: then it is too far. */
export function withinStack(at: ts.Node, look: () => Flow): Flow {
  try {
    return look()
  } catch (fault) {
    if (fault instanceof RangeError) return unknown('too-far', at)
    throw fault
  }
}
