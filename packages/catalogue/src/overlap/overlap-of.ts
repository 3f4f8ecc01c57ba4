import type { MessageTemplate } from '../message-template.ts'
import { endsAgree } from './ends.ts'
import { sharedUnit } from './shared-unit.ts'
import { type TemplateStates, templateStates } from './template-states.ts'

/** Two states reached together: by which unit, and from where. */
interface Reached {
  readonly left: number
  readonly right: number
  readonly unit: number
  readonly from: Reached | null
}

/**
 * A shortest message that both templates match, or `null` as the proof that there is none: every pair of states that
 * the two automata reach together has been looked at.
 */
export function overlapOf(a: MessageTemplate, b: MessageTemplate): string | null {
  if (!endsAgree(a, b)) return null
  const left = templateStates(a)
  const right = templateStates(b)
  const met = new Set<number>([0])
  const reached: Reached[] = [{ left: 0, right: 0, unit: 0, from: null }]
  for (const pair of reached) {
    if (pair.left === left.final && pair.right === right.final) return messageOf(pair)
    for (const next of stepsFrom(pair, left, right)) {
      const name = next.left * right.edges.length + next.right
      if (met.has(name)) continue
      met.add(name)
      reached.push(next)
    }
  }
  return null
}

function stepsFrom(pair: Reached, left: TemplateStates, right: TemplateStates): readonly Reached[] {
  const steps: Reached[] = []
  for (const one of left.edges[pair.left] ?? []) {
    for (const other of right.edges[pair.right] ?? []) {
      const unit = sharedUnit(one.ranges, other.ranges)
      if (unit !== -1) steps.push({ left: one.to, right: other.to, unit, from: pair })
    }
  }
  return steps
}

function messageOf(last: Reached): string {
  const units: string[] = []
  for (let pair = last; pair.from !== null; pair = pair.from) units.push(String.fromCharCode(pair.unit))
  return units.reverse().join('')
}
