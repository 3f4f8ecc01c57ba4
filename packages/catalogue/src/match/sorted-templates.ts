import type { MessageTemplate } from '../message-template.ts'
import { type HoleAutomaton, holeAutomaton } from './hole-automaton.ts'

/**
 * Templates as sorted strings, so that a range of them is a node of their common trie and nothing has to be built. A
 * hole is written as U+0000 and the number of its language; U+0000 itself is written twice.
 */
export interface SortedTemplates {
  /** In code unit order, each once. */
  readonly keys: readonly string[]
  readonly languages: readonly HoleAutomaton[]
}

export const ESCAPE = 0

/** Writes templates as keys. Equal keys are equal languages: the names of the holes are not in them. */
export class TemplateKeys {
  readonly #numbers = new Map<string, number>()
  readonly languages: HoleAutomaton[] = []

  keyOf(template: MessageTemplate): string {
    return template.parts
      .map(part => (part.kind === 'text' ? part.text.replaceAll('\0', '\0\0') : this.#hole(part.pattern)))
      .join('')
  }

  #hole(pattern: string): string {
    let number = this.#numbers.get(pattern)
    if (number === undefined) {
      number = this.languages.push(holeAutomaton(pattern))
      this.#numbers.set(pattern, number)
    }
    return `\0${String.fromCharCode(number)}`
  }
}

/** The keys from `low` up to `high`, which have their first `depth` units in common. */
export interface KeyRange {
  readonly low: number
  readonly high: number
  readonly depth: number
}

/** The part of a range whose next unit is this one; empty where none is. */
export function narrow(keys: readonly string[], range: KeyRange, unit: number): KeyRange {
  const low = firstFrom(keys, range, unit)
  const high = firstFrom(keys, { low, high: range.high, depth: range.depth }, unit + 1)
  return { low, high, depth: range.depth + 1 }
}

/** The next units of a range, each with its part of it. */
export function narrowings(keys: readonly string[], range: KeyRange): readonly { unit: number; range: KeyRange }[] {
  const found: { unit: number; range: KeyRange }[] = []
  let low = endsHere(keys, range) ? range.low + 1 : range.low
  while (low < range.high) {
    const unit = unitAt(keys, low, range.depth)
    const high = firstFrom(keys, { low, high: range.high, depth: range.depth }, unit + 1)
    found.push({ unit, range: { low, high, depth: range.depth + 1 } })
    low = high
  }
  return found
}

/** Whether the first key of a range is complete: keys are unique, so no other one is. */
export function endsHere(keys: readonly string[], range: KeyRange): boolean {
  return keys[range.low]?.length === range.depth
}

/** How many units more than `depth` all keys of a range share. */
export function sharedLength(keys: readonly string[], range: KeyRange): number {
  const first = keys[range.low] ?? ''
  const last = keys[range.high - 1] ?? ''
  let at = range.depth
  while (at < first.length && first.charCodeAt(at) === last.charCodeAt(at)) at++
  return at - range.depth
}

function firstFrom(keys: readonly string[], range: KeyRange, unit: number): number {
  let low = range.low
  let high = range.high
  while (low < high) {
    const middle = (low + high) >>> 1
    if (unitAt(keys, middle, range.depth) < unit) low = middle + 1
    else high = middle
  }
  return low
}

// A key that has ended stands before all that go on.
function unitAt(keys: readonly string[], index: number, depth: number): number {
  const key = keys[index] ?? ''
  return depth < key.length ? key.charCodeAt(depth) : -1
}
