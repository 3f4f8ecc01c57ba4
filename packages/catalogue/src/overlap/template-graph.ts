import type { HoleEdge } from '../match/hole-automaton.ts'
import { ESCAPE, endsHere, type KeyRange, narrow, narrowings, type SortedTemplates } from '../match/sorted-templates.ts'

/** A place in the common trie of many templates, or a state of the hole that leads to it. */
export interface Place extends KeyRange {
  readonly number: number
  /** The language of the hole that the place is in and the state there; `null` behind all holes. */
  readonly hole: { readonly language: number; readonly state: number } | null
  /** A template that is complete here. */
  readonly ended: number | null
}

export interface PlaceEdge {
  readonly to: Place
  readonly ranges: HoleEdge['ranges']
}

/** The trie of many templates as a graph whose places are made as they are met. */
export class TemplateGraph {
  readonly #templates: SortedTemplates
  readonly #places = new Map<string, Place>()
  readonly #edges = new Map<number, readonly PlaceEdge[]>()

  constructor(templates: SortedTemplates) {
    this.#templates = templates
  }

  start(): readonly Place[] {
    return this.#entered({ low: 0, high: this.#templates.keys.length, depth: 0 })
  }

  edges(place: Place): readonly PlaceEdge[] {
    const known = this.#edges.get(place.number)
    if (known !== undefined) return known
    const made = place.hole === null ? this.#textEdges(place) : this.#holeEdges(place, place.hole)
    this.#edges.set(place.number, made)
    return made
  }

  #textEdges(place: Place): readonly PlaceEdge[] {
    return narrowings(this.#templates.keys, place).flatMap(({ unit, range }) => {
      const text = unit === ESCAPE ? narrow(this.#templates.keys, range, ESCAPE) : range
      const ranges = [{ min: unit, max: unit }]
      return text.low === text.high ? [] : this.#entered(text).map(to => ({ to, ranges }))
    })
  }

  #holeEdges(place: Place, { language, state }: { language: number; state: number }): readonly PlaceEdge[] {
    const automaton = this.#templates.languages[language]
    return (automaton?.edges[state] ?? []).flatMap(({ to, ranges }) => {
      const inside = { to: this.#place(place, { language, state: to }), ranges }
      return automaton?.finals[to] ? [inside, ...this.#entered(place).map(after => ({ to: after, ranges }))] : [inside]
    })
  }

  #entered(range: KeyRange): readonly Place[] {
    const holes = narrowings(this.#templates.keys, narrow(this.#templates.keys, range, ESCAPE))
    return [
      this.#place(range, null),
      ...holes
        .filter(({ unit }) => unit !== ESCAPE)
        .map(({ unit, range: after }) => this.#place(after, { language: unit - 1, state: 0 })),
    ]
  }

  #place(range: KeyRange, hole: Place['hole']): Place {
    const name = `${range.low},${range.depth},${hole?.language ?? ''},${hole?.state ?? ''}`
    const known = this.#places.get(name)
    if (known !== undefined) return known
    const { low, high, depth } = range
    const ended = hole === null && endsHere(this.#templates.keys, range) ? low : null
    const made = { low, high, depth, hole, ended, number: this.#places.size }
    this.#places.set(name, made)
    return made
  }
}
