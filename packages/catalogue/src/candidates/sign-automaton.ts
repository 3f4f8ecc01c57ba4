import type { CharSet } from 'refa'
import type { MessageTemplate } from '../message-template.ts'
import type { Budget } from './budget.ts'
import { type HoleAutomaton, type HoleEdge, holeAutomaton } from './hole-automaton.ts'
import { NICE_UNITS } from './representative-units.ts'

/** What is known about the value of a hole. */
type HoleLimit =
  | { readonly kind: 'is'; readonly value: string }
  | { readonly kind: 'is-not'; readonly values: readonly string[] }

export type HoleLimits = Readonly<Record<string, HoleLimit>>

/** One way on from a state: over one unit, or over any unit of a set. */
export type Edge =
  | { readonly unit: number; readonly to: readonly number[] }
  | { readonly set: CharSet; readonly to: readonly number[] }

type Segment =
  | { readonly kind: 'text'; readonly text: string; readonly base: number }
  | { readonly kind: 'hole'; readonly hole: HoleAutomaton; readonly base: number }

/** The wordings of one template as a non-deterministic automaton; its states are places in the template. */
export class SignAutomaton {
  readonly start: readonly number[]
  /** The one accepting state; nothing leads on from it. */
  readonly end: number
  readonly #segments: readonly Segment[]
  readonly #entries: readonly (readonly number[])[]
  readonly #edges = new Map<number, readonly Edge[]>()
  readonly #rests = new Map<number, string | null>()

  constructor(template: MessageTemplate, limits: HoleLimits, budget: Budget) {
    const segments: Segment[] = []
    let base = 0
    for (const part of template.parts) {
      const limit = part.kind === 'hole' && Object.hasOwn(limits, part.name) ? limits[part.name] : undefined
      if (part.kind === 'text' || limit?.kind === 'is') {
        const text = part.kind === 'text' ? part.text : limit?.kind === 'is' ? limit.value : ''
        segments.push({ kind: 'text', text, base })
        base += text.length
        continue
      }
      const hole = holeAutomaton(part.pattern, limit?.kind === 'is-not' ? limit.values : [], budget)
      segments.push({ kind: 'hole', hole, base })
      base += hole.states.length
    }
    this.#segments = segments
    this.end = base
    this.#entries = entriesOf(segments, base)
    this.start = this.#entries[0] ?? [base]
  }

  /** The one text of a template without open holes. */
  get literal(): string | null {
    let text = ''
    for (const segment of this.#segments) {
      if (segment.kind === 'hole') return null
      text += segment.text
    }
    return text
  }

  edges(state: number): readonly Edge[] {
    const known = this.#edges.get(state)
    if (known !== undefined) return known
    const edges = this.#edgesAt(state)
    this.#edges.set(state, edges)
    return edges
  }

  /** A short rest of a wording from a state on; `null` where there is none. Kept, because every question asks for it. */
  restFrom(state: number): string | null {
    const known = this.#rests.get(state)
    if (known !== undefined) return known
    const rest = this.#findRest(state)
    this.#rests.set(state, rest)
    return rest
  }

  #findRest(state: number): string | null {
    const texts = new Map([[state, '']])
    // A map is walked in the order in which it grows: breadth first.
    for (const [at, text] of texts) {
      if (at === this.end) return text
      for (const edge of this.edges(at)) {
        const unit = 'unit' in edge ? edge.unit : niceUnitOf(edge.set)
        for (const to of edge.to) if (!texts.has(to)) texts.set(to, text + String.fromCharCode(unit))
      }
    }
    return null
  }

  #edgesAt(state: number): readonly Edge[] {
    const index = this.#segments.findLastIndex(segment => segment.base <= state && sizeOf(segment) > 0)
    const segment = this.#segments[index]
    if (segment === undefined || state >= this.end) return []
    const offset = state - segment.base
    const next = this.#entries[index + 1] ?? [this.end]
    if (segment.kind === 'text') {
      const last = offset === segment.text.length - 1
      return [{ unit: segment.text.charCodeAt(offset), to: last ? next : [state + 1] }]
    }
    const { states, base } = { states: segment.hole.states, base: segment.base }
    return (states[offset]?.edges ?? []).map(edge => holeEdge(edge, base, segment.hole, next))
  }
}

function niceUnitOf(set: CharSet): number {
  return NICE_UNITS.find(unit => set.has(unit)) ?? set.ranges[0]?.min ?? 0
}

function holeEdge(edge: HoleEdge, base: number, hole: HoleAutomaton, next: readonly number[]): Edge {
  const to = hole.states[edge.to]?.final ? [base + edge.to, ...next] : [base + edge.to]
  return edge.kind === 'unit' ? { unit: edge.unit, to } : { set: edge.set, to }
}

/** Where a reader may be who is about to read each of the segments, or the end. */
function entriesOf(segments: readonly Segment[], end: number): (readonly number[])[] {
  const entries: (readonly number[])[] = [[end]]
  for (const segment of [...segments].reverse()) {
    const next = entries[0] ?? [end]
    const skips = segment.kind === 'text' ? segment.text === '' : segment.hole.states[0]?.final === true
    const here = sizeOf(segment) === 0 ? [] : [segment.base]
    entries.unshift(skips ? [...here, ...next] : here)
  }
  return entries
}

function sizeOf(segment: Segment): number {
  return segment.kind === 'text' ? segment.text.length : segment.hole.states.length
}
