import type { HoleAutomaton, HoleEdge } from '../match/hole-automaton.ts'

/** The automaton of the same values read from right to left: a new start, and the old start as the only end. */
export function reversed(automaton: HoleAutomaton): HoleAutomaton {
  const edges: HoleEdge[][] = Array.from({ length: automaton.finals.length + 1 }, () => [])
  for (const [from, steps] of automaton.edges.entries()) {
    for (const { to, ranges } of steps) {
      const back = { to: from + 1, ranges }
      edges[to + 1]?.push(back)
      if (automaton.finals[to]) edges[0]?.push(back)
    }
  }
  return { edges, finals: edges.map((_, state) => state === 1) }
}
