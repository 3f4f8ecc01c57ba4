import type { HoleEdge } from '../match/hole-automaton.ts'
import type { MessageTemplate } from '../message-template.ts'
import { templateStates } from './template-states.ts'

/** Whether every message of one template is a message of another one; if not, a shortest one that is none. */
export type Inclusion =
  | { readonly outcome: 'inside' }
  | { readonly outcome: 'outside'; readonly message: string }
  | { readonly outcome: 'undecided' }

interface Step {
  readonly state: number
  /** All the states in which the wide template can be here. */
  readonly places: readonly number[]
  readonly unit: number
  readonly from: Step | null
}

// Hole patterns can make the places in the wide template grow beyond reason. What is not proved by then is not claimed.
const MOST_STEPS = 200_000

/** Whether every message of `b` is one of `a`, as a proof; what could not be decided is none. */
export function shadows(a: MessageTemplate, b: MessageTemplate): boolean {
  return inclusionOf(b, a).outcome === 'inside'
}

/** Whether every message of `small` is one of `wide`: walks `small` with all the places where `wide` can be. */
export function inclusionOf(small: MessageTemplate, wide: MessageTemplate): Inclusion {
  const inner = templateStates(small)
  const outer = templateStates(wide)
  const met = new Set<string>()
  const open: Step[] = [{ state: 0, places: [0], unit: 0, from: null }]
  for (const step of open) {
    if (step.state === inner.final && !step.places.includes(outer.final)) {
      return { outcome: 'outside', message: messageOf(step) }
    }
    const edges = step.places.flatMap(place => outer.edges[place] ?? [])
    for (const { to, ranges } of inner.edges[step.state] ?? []) {
      for (const unit of oneOfEachKind(ranges, edges)) {
        const places = placesAfter(edges, unit)
        const name = `${to}:${places.join()}`
        if (met.has(name)) continue
        met.add(name)
        open.push({ state: to, places, unit, from: step })
      }
    }
    if (met.size > MOST_STEPS) return { outcome: 'undecided' }
  }
  return { outcome: 'inside' }
}

function placesAfter(edges: readonly HoleEdge[], unit: number): readonly number[] {
  const after = edges.filter(edge => edge.ranges.some(({ min, max }) => unit >= min && unit <= max))
  return [...new Set(after.map(edge => edge.to))].sort((x, y) => x - y)
}

// Units between two neighbouring bounds take the same edges, so the first of them speaks for all.
function oneOfEachKind(ranges: HoleEdge['ranges'], edges: readonly HoleEdge[]): readonly number[] {
  const bounds = edges.flatMap(edge => edge.ranges.flatMap(({ min, max }) => [min, max + 1]))
  return ranges.flatMap(({ min, max }) => [min, ...new Set(bounds.filter(unit => unit > min && unit <= max))])
}

function messageOf(last: Step): string {
  const units: string[] = []
  for (let step = last; step.from !== null; step = step.from) units.push(String.fromCharCode(step.unit))
  return units.reverse().join('')
}
