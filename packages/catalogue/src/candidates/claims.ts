import { CharSet } from 'refa'
import type { MessageTemplate } from '../message-template.ts'
import type { Budget } from './budget.ts'
import { edgeTakes, type HoleAutomaton, type HoleEdge, holeAutomaton } from './hole-automaton.ts'
import { MAX_UNIT } from './partition.ts'

interface ClaimNode {
  readonly units: Map<number, number>
  readonly holes: Map<string, { readonly first: number; readonly next: number }>
  end: boolean
}

interface HolePlace {
  readonly hole: HoleAutomaton
  readonly state: number
  /** The place of the hole's state 0. */
  readonly first: number
  /** The node behind the hole. */
  readonly next: number
}

/**
 * All wordings of many templates as one non-deterministic automaton, a trie in which a hole is one branch: ten thousand
 * templates start from one place, and each further character leaves few of them.
 */
export class Claims {
  readonly start: readonly number[]
  readonly #places: (ClaimNode | HolePlace)[] = []
  readonly #sets = new Map<string, CharSet>()

  constructor(templates: readonly MessageTemplate[], budget: Budget) {
    const root = this.#addNode()
    for (const template of templates) this.#claim(template, root, budget)
    this.start = [...new Set(this.#enter(root))].sort((a, b) => a - b)
  }

  /** The sets of characters that stand in holes. */
  get sets(): readonly CharSet[] {
    return [...this.#sets.values()]
  }

  /** The characters that the places tell from others of their set. */
  unitsAt(places: readonly number[]): Set<number> {
    const units = new Set<number>()
    for (const at of places) {
      const place = this.#places[at]
      if (place !== undefined && !('hole' in place)) for (const unit of place.units.keys()) units.add(unit)
    }
    return units
  }

  step(places: readonly number[], unit: number): readonly number[] {
    const reached = new Set<number>()
    for (const at of places) this.#stepFrom(at, unit, reached)
    return [...reached].sort((a, b) => a - b)
  }

  /** Whether some template ends here. */
  accepts(places: readonly number[]): boolean {
    return places.some(at => {
      const place = this.#places[at]
      return place !== undefined && 'end' in place && place.end
    })
  }

  #stepFrom(at: number, unit: number, reached: Set<number>): void {
    const place = this.#places[at]
    if (place === undefined) return
    if (!('hole' in place)) {
      const next = place.units.get(unit)
      if (next !== undefined) for (const entered of this.#enter(next)) reached.add(entered)
      return
    }
    for (const edge of place.hole.states[place.state]?.edges ?? []) {
      if (!edgeTakes(edge, unit)) continue
      reached.add(place.first + edge.to)
      if (place.hole.states[edge.to]?.final) for (const entered of this.#enter(place.next)) reached.add(entered)
    }
  }

  /** A node and the beginnings of its holes; a hole that may be empty leads on at once. */
  #enter(at: number): number[] {
    const node = this.#places[at]
    if (node === undefined || 'hole' in node) return []
    const entered = [at]
    for (const { first, next } of node.holes.values()) {
      entered.push(first)
      const place = this.#places[first]
      const skips = place !== undefined && 'hole' in place && place.hole.states[0]?.final === true
      if (skips) entered.push(...this.#enter(next))
    }
    return entered
  }

  #claim(template: MessageTemplate, root: number, budget: Budget): void {
    let at = root
    for (const part of template.parts) {
      budget.spend(1)
      at = part.kind === 'hole' ? this.#addHole(at, part.pattern, budget) : this.#addText(at, part.text)
    }
    const node = this.#places[at]
    if (node !== undefined && 'end' in node) node.end = true
  }

  #addText(from: number, text: string): number {
    let at = from
    for (let index = 0; index < text.length; index++) {
      const node = this.#places[at]
      if (node === undefined || 'hole' in node) return at
      const unit = text.charCodeAt(index)
      const next = node.units.get(unit) ?? this.#addNode()
      node.units.set(unit, next)
      at = next
    }
    return at
  }

  #addHole(at: number, pattern: string, budget: Budget): number {
    const node = this.#places[at]
    if (node === undefined || 'hole' in node) return at
    const known = node.holes.get(pattern)
    if (known !== undefined) return known.next
    const hole = holeAutomaton(pattern, [], budget)
    for (const set of hole.states.flatMap(state => state.edges.flatMap(setsOf)))
      this.#sets.set(set.toRangesString(), set)
    const next = this.#addNode()
    const first = this.#places.length
    for (const state of hole.states.keys()) this.#places.push({ hole, state, first, next })
    node.holes.set(pattern, { first, next })
    return next
  }

  #addNode(): number {
    return this.#places.push({ units: new Map(), holes: new Map(), end: false }) - 1
  }
}

function setsOf(edge: HoleEdge): CharSet[] {
  return [edge.kind === 'set' ? edge.set : CharSet.fromCharacter(MAX_UNIT, edge.unit)]
}
