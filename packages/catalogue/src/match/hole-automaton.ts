import { JS, NFA } from 'refa'

/** One step of a hole's automaton: to which state, on which code units. */
export interface HoleEdge {
  readonly to: number
  readonly ranges: readonly { readonly min: number; readonly max: number }[]
}

/** The language of a hole as a nondeterministic automaton without empty steps. State 0 is its start. */
export interface HoleAutomaton {
  readonly finals: readonly boolean[]
  readonly edges: readonly (readonly HoleEdge[])[]
}

// Catalogues use few patterns many times. The bound is for a process that loads catalogues for ever.
const KEPT = 1000
const kept = new Map<string, HoleAutomaton>()

/** The automaton of a pattern; throws for what is not regular (`checkPattern` refuses such patterns at load). */
export function holeAutomaton(pattern: string): HoleAutomaton {
  const known = kept.get(pattern)
  if (known !== undefined) return known
  const made = build(pattern)
  if (kept.size >= KEPT) kept.clear()
  kept.set(pattern, made)
  return made
}

/** Whether a code unit is in one of the ranges. */
export function isWithin(ranges: HoleEdge['ranges'], unit: number): boolean {
  return ranges.some(range => unit >= range.min && unit <= range.max)
}

/** Whether a code unit can stand anywhere in a value of the hole. */
export function canHold(automaton: HoleAutomaton, unit: number): boolean {
  return automaton.edges.some(edges => edges.some(edge => isWithin(edge.ranges, unit)))
}

function build(pattern: string): HoleAutomaton {
  const { expression, maxCharacter } = JS.Parser.fromLiteral({ source: pattern, flags: '' }).parse()
  const nfa = NFA.fromRegex(expression, { maxCharacter })
  const numbers = new Map<NFA.Node, number>([[nfa.initial, 0]])
  const nodes: NFA.Node[] = [nfa.initial]
  const edges: HoleEdge[][] = []
  // The list grows while it is walked: each node is met once.
  for (const node of nodes) {
    const steps: HoleEdge[] = []
    for (const [target, set] of node.out) {
      const number = numbers.get(target) ?? numbers.size
      if (!numbers.has(target)) {
        numbers.set(target, number)
        nodes.push(target)
      }
      steps.push({ to: number, ranges: set.ranges })
    }
    edges.push(steps)
  }
  return { finals: nodes.map(node => nfa.finals.has(node)), edges }
}
