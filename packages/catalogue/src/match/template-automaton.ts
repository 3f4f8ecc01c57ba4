import { isWithin } from './hole-automaton.ts'
import type { ThreadAutomaton } from './lazy-dfa.ts'
import {
  ESCAPE,
  endsHere,
  type KeyRange,
  narrow,
  narrowings,
  type SortedTemplates,
  sharedLength,
} from './sorted-templates.ts'
import { type UnitClasses, unitClasses } from './unit-classes.ts'

/** What a walk has to know of a set of threads. */
export interface TemplateNote {
  /** Templates that alone are left on some way: whether they match is looked at apart. */
  readonly alone: readonly number[]
  /** Templates that match a message that ends here. */
  readonly ended: readonly number[]
  /** Text that every way has in front of it, and the threads behind it. */
  readonly run: { readonly text: string; readonly threads: readonly number[] } | null
}

interface Node extends KeyRange {
  readonly number: number
  /** The states in which the holes that stand here begin, as threads; and templates that begin alone in one. */
  readonly opened: readonly number[]
}

// Shorter texts are walked as fast as they are compared.
const SHORTEST_RUN = 4

/**
 * All templates walked at once. A thread is a node of their trie, or a node and a state of the hole before it. Where
 * only one template is left the thread ends and the template is reported: sets stay small and few.
 */
export class TemplateAutomaton implements ThreadAutomaton<TemplateNote | null> {
  readonly classes: UnitClasses
  readonly #keys: readonly string[]
  readonly #templates: SortedTemplates
  readonly #offsets: readonly number[]
  /** Threads per node: one for the node itself, one for each state of each language. */
  readonly #stride: number
  #nodes: Node[] = []
  #numbers = new Map<number, number>()
  readonly #deepest: number

  constructor(templates: SortedTemplates) {
    this.#keys = templates.keys
    this.#templates = templates
    const offsets: number[] = []
    let stride = 1
    for (const language of templates.languages) {
      offsets.push(stride)
      stride += language.finals.length
    }
    this.#offsets = offsets
    this.#stride = stride
    this.#deepest = 1 + templates.keys.reduce((most, key) => Math.max(most, key.length), 0)
    const ranges = templates.languages.flatMap(language => language.edges.flat().flatMap(edge => edge.ranges))
    this.classes = unitClasses(templates.keys, ranges)
  }

  start(): readonly number[] {
    const threads = new Set<number>()
    this.#enter(threads, { low: 0, high: this.#keys.length, depth: 0 })
    return sorted(threads)
  }

  step(threads: readonly number[], unit: number): readonly number[] {
    const next = new Set<number>()
    for (const thread of threads) {
      if (thread < 0) continue
      const node = this.#nodes[Math.floor(thread / this.#stride)]
      if (node === undefined) continue
      const state = thread % this.#stride
      if (state === 0) this.#stepText(next, node, unit)
      else this.#stepHole(next, node, state, unit)
    }
    return sorted(next)
  }

  note(threads: readonly number[]): TemplateNote | null {
    const alone = threads.filter(thread => thread < 0).map(thread => -thread - 1)
    const ended = threads.flatMap(thread => this.#endOf(thread))
    const run = threads.length === 1 && ended.length === 0 ? this.#runOf(threads[0] ?? 0) : null
    return alone.length === 0 && ended.length === 0 && run === null ? null : { alone, ended, run }
  }

  stops(note: TemplateNote | null): boolean {
    return note !== null
  }

  #stepText(next: Set<number>, node: Node, unit: number): void {
    const range = narrow(this.#keys, node, unit)
    this.#enter(next, unit === ESCAPE ? narrow(this.#keys, range, ESCAPE) : range)
  }

  #stepHole(next: Set<number>, node: Node, state: number, unit: number): void {
    const language = this.#languageOf(node)
    const offset = this.#offsets[language] ?? 0
    const automaton = this.#templates.languages[language]
    for (const edge of automaton?.edges[state - offset] ?? []) {
      if (!isWithin(edge.ranges, unit)) continue
      next.add(node.number * this.#stride + offset + edge.to)
      if (automaton?.finals[edge.to]) this.#enter(next, node)
    }
  }

  // The unit before a node that is reached through a hole is the number of the hole's language, counted from 1.
  #languageOf(node: Node): number {
    return (this.#keys[node.low] ?? '').charCodeAt(node.depth - 1) - 1
  }

  #enter(threads: Set<number>, range: KeyRange): void {
    if (range.high - range.low === 1) {
      threads.add(-range.low - 1)
      return
    }
    if (range.high === range.low) return
    const node = this.#nodeOf(range)
    threads.add(node.number * this.#stride)
    for (const thread of node.opened) threads.add(thread)
  }

  #nodeOf(range: KeyRange): Node {
    // The first key and the depth say which keys share the beginning.
    const name = range.low * this.#deepest + range.depth
    const known = this.#nodes[this.#numbers.get(name) ?? -1]
    if (known !== undefined) return known
    const number = this.#nodes.length
    this.#numbers.set(name, number)
    const opened: number[] = []
    const node: Node = { ...range, number, opened }
    this.#nodes.push(node)
    this.#open(opened, narrow(this.#keys, range, ESCAPE))
    return node
  }

  #open(opened: number[], escaped: KeyRange): void {
    for (const { unit, range } of narrowings(this.#keys, escaped)) {
      if (unit === ESCAPE) continue
      if (range.high - range.low === 1) opened.push(-range.low - 1)
      else opened.push(this.#nodeOf(range).number * this.#stride + (this.#offsets[unit - 1] ?? 0))
    }
  }

  #endOf(thread: number): readonly number[] {
    if (thread < 0 || thread % this.#stride !== 0) return []
    const node = this.#nodes[thread / this.#stride]
    return node !== undefined && endsHere(this.#keys, node) ? [node.low] : []
  }

  #runOf(thread: number): TemplateNote['run'] {
    const node = this.#nodes[thread / this.#stride]
    if (node === undefined || thread % this.#stride !== 0) return null
    const shared = sharedLength(this.#keys, node)
    const ahead = (this.#keys[node.low] ?? '').slice(node.depth, node.depth + shared)
    const hole = ahead.indexOf('\0')
    const text = hole === -1 ? ahead : ahead.slice(0, hole)
    if (text.length < SHORTEST_RUN) return null
    const threads = new Set<number>()
    this.#enter(threads, { low: node.low, high: node.high, depth: node.depth + text.length })
    return { text, threads: sorted(threads) }
  }
}

function sorted(threads: Set<number>): readonly number[] {
  return [...threads].sort((a, b) => a - b)
}
