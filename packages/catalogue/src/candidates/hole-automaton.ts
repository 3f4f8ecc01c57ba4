import { CharSet } from 'refa'
import type { Budget } from './budget.ts'
import { compilePrefix, END, type Program } from './regex-program.ts'
import { Undecided } from './undecided.ts'

export type HoleEdge =
  | { readonly kind: 'set'; readonly set: CharSet; readonly to: number }
  | { readonly kind: 'unit'; readonly unit: number; readonly to: number }

interface HoleState {
  readonly edges: readonly HoleEdge[]
  readonly final: boolean
}

/** What a hole may hold, as a non-deterministic automaton without empty steps. It starts in state 0. */
export interface HoleAutomaton {
  readonly states: readonly HoleState[]
}

/** Whether a value may stand in the hole. */
export function holeAccepts(hole: HoleAutomaton, value: string): boolean {
  let states = new Set([0])
  for (let at = 0; at < value.length; at++) {
    const unit = value.charCodeAt(at)
    const edges = [...states].flatMap(state => hole.states[state]?.edges ?? [])
    states = new Set(edges.filter(edge => edgeTakes(edge, unit)).map(edge => edge.to))
  }
  return [...states].some(state => hole.states[state]?.final === true)
}

/** Whether one character leads over the edge. */
export function edgeTakes(edge: HoleEdge, unit: number): boolean {
  return edge.kind === 'unit' ? edge.unit === unit : edge.set.has(unit)
}

const CACHE_SIZE = 1_000
const known = new Map<string, HoleAutomaton>()

/** The language of a hole's pattern, without the values that are ruled out. */
export function holeAutomaton(pattern: string, without: readonly string[], budget: Budget): HoleAutomaton {
  const all = known.get(pattern) ?? fromProgram(compilePrefix(pattern, ''), pattern)
  if (known.size >= CACHE_SIZE) known.clear()
  known.set(pattern, all)
  return without.length === 0 ? all : withoutValues(all, without, budget)
}

function fromProgram(program: Program, pattern: string): HoleAutomaton {
  // A look-around in a hole would look at the text around the hole.
  if (program.looks.length > 0) throw new Undecided({ code: 'hole-pattern', pattern })
  const ids = new Map<number, number>()
  const todo = [program.start]
  ids.set(program.start, 0)
  const states: HoleState[] = []
  for (let node = todo.shift(); node !== undefined; node = todo.shift()) {
    const reached = skipSplits(program, node)
    const edges: HoleEdge[] = []
    for (const at of reached) {
      const char = program.nodes[at]
      const set = char?.kind === 'char' ? program.sets[char.set] : undefined
      if (char?.kind !== 'char' || set === undefined || set.isEmpty) continue
      const to = ids.get(char.to) ?? ids.size
      if (!ids.has(char.to)) {
        ids.set(char.to, to)
        todo.push(char.to)
      }
      edges.push({ kind: 'set', set, to })
    }
    states.push({ edges, final: reached.has(END) })
  }
  return { states }
}

function skipSplits(program: Program, from: number): Set<number> {
  const reached = new Set([from])
  for (const at of reached) {
    const node = program.nodes[at]
    if (node?.kind === 'split') for (const to of node.to) reached.add(to)
  }
  return reached
}

/** The product with all texts but a few: while the value so far begins one of those, its trie runs along. */
function withoutValues(all: HoleAutomaton, values: readonly string[], budget: Budget): HoleAutomaton {
  const ids = new Map<string, number>()
  const todo: { state: number; prefix: string | null }[] = []
  const idOf = (state: number, prefix: string | null): number => {
    const key = `${state} ${prefix === null ? '' : `=${prefix}`}`
    const id = ids.get(key) ?? ids.size
    if (!ids.has(key)) {
      budget.spend(1)
      ids.set(key, id)
      todo.push({ state, prefix })
    }
    return id
  }
  idOf(0, '')
  const states: HoleState[] = []
  for (let at = 0; at < todo.length; at++) {
    const { state, prefix } = todo[at] ?? { state: 0, prefix: null }
    const from = all.states[state]
    const edges = (from?.edges ?? []).flatMap(edge => splitEdge(edge, prefix, values, idOf))
    states.push({ edges, final: from?.final === true && (prefix === null || !values.includes(prefix)) })
  }
  return { states }
}

function splitEdge(
  edge: HoleEdge,
  prefix: string | null,
  values: readonly string[],
  idOf: (state: number, prefix: string | null) => number,
): HoleEdge[] {
  if (edge.kind === 'unit' || prefix === null) return [{ ...edge, to: idOf(edge.to, null) }]
  const along = values.filter(value => value.length > prefix.length && value.startsWith(prefix))
  const units = new Set(along.map(value => value.charCodeAt(prefix.length)).filter(unit => edge.set.has(unit)))
  const rest = edge.set.without(
    CharSet.empty(edge.set.maximum).union([...units].map(unit => ({ min: unit, max: unit }))),
  )
  const edges: HoleEdge[] = []
  if (!rest.isEmpty) edges.push({ kind: 'set', set: rest, to: idOf(edge.to, null) })
  for (const unit of units) {
    edges.push({ kind: 'unit', unit, to: idOf(edge.to, prefix + String.fromCharCode(unit)) })
  }
  return edges
}
