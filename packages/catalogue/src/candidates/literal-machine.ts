import type { Budget } from './budget.ts'
import { buildMachine, type Machine, type MachinePlan } from './machine.ts'
import { type Partition, partitionOfUnits } from './partition.ts'

/** The message is one of these texts. */
export function oneOfMachine(texts: readonly string[], budget: Budget): Machine {
  const { partition, unitOf } = unitsOf(texts)
  const trie = trieOf(texts)
  return buildMachine<TrieNode | null>(
    {
      partition,
      start: trie,
      key: node => node?.id ?? -1,
      step: (node, cls) => node?.next.get(unitOf(cls)) ?? null,
      accepts: node => node?.end === true,
      settled: node => (node === null || (node.next.size === 0 && !node.end) ? false : null),
    },
    budget,
  )
}

/** The message begins with the text. */
export function startsMachine(text: string, budget: Budget): Machine {
  const { partition, unitOf } = unitsOf([text])
  return buildMachine<number>(
    {
      partition,
      start: 0,
      key: at => at,
      step: (at, cls) => (text.charCodeAt(at) === unitOf(cls) ? at + 1 : -1),
      accepts: () => false,
      settled: at => (at === -1 ? false : at === text.length ? true : null),
    },
    budget,
  )
}

/** The message holds the text somewhere. */
export function containsMachine(text: string, budget: Budget): Machine {
  const plan = searchPlan(text)
  return buildMachine({ ...plan, settled: at => (at === text.length ? true : null) }, budget)
}

/** The message ends with the text. */
export function endsMachine(text: string, budget: Budget): Machine {
  if (text === '') return startsMachine('', budget)
  return buildMachine(searchPlan(text), budget)
}

interface TrieNode {
  readonly id: number
  readonly next: Map<number, TrieNode>
  end: boolean
}

function trieOf(texts: readonly string[]): TrieNode {
  let count = 0
  const node = (): TrieNode => ({ id: count++, next: new Map(), end: false })
  const root = node()
  for (const text of texts) {
    let at = root
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index)
      const next = at.next.get(unit) ?? node()
      at.next.set(unit, next)
      at = next
    }
    at.end = true
  }
  return root
}

// Knuth, Morris and Pratt: the state is how much of the text has just been read.
function searchPlan(text: string): MachinePlan<number> {
  const { partition, unitOf } = unitsOf([text])
  const fallback = fallbacksOf(text)
  return {
    partition,
    start: 0,
    key: at => at,
    step(from, cls) {
      const unit = unitOf(cls)
      let at = from
      while (at > 0 && text.charCodeAt(at) !== unit) at = fallback[at - 1] ?? 0
      return text.charCodeAt(at) === unit ? at + 1 : at
    },
    accepts: at => at === text.length,
    settled: () => null,
  }
}

function fallbacksOf(text: string): Int32Array {
  const fallback = new Int32Array(text.length)
  let length = 0
  for (let at = 1; at < text.length; at++) {
    while (length > 0 && text.charCodeAt(at) !== text.charCodeAt(length)) length = fallback[length - 1] ?? 0
    if (text.charCodeAt(at) === text.charCodeAt(length)) length += 1
    fallback[at] = length
  }
  return fallback
}

function unitsOf(texts: readonly string[]): { partition: Partition; unitOf: (cls: number) => number } {
  const units = new Set<number>()
  for (const text of texts) for (let at = 0; at < text.length; at++) units.add(text.charCodeAt(at))
  const partition = partitionOfUnits(units)
  const named = partition.samples.map(unit => (units.has(unit) ? unit : -1))
  return { partition, unitOf: cls => named[cls] ?? -1 }
}
