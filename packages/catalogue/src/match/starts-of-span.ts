import { type HoleAutomaton, isWithin } from './hole-automaton.ts'

/**
 * Marks every place from which a value of the hole reaches one of the marked ends. One pass from right to left, with
 * the set of states from which an end can be reached: linear in the text, whatever the hole and the ends are.
 */
export function startsOfSpan(automaton: HoleAutomaton, text: string, ends: Uint8Array): Uint8Array {
  const states = automaton.finals.length
  const starts = new Uint8Array(ends.length)
  let reaching = new Uint8Array(states)
  let before = new Uint8Array(states)
  enter(automaton, reaching, ends[text.length])
  for (let at = text.length - 1; at >= 0; at--) {
    const unit = text.charCodeAt(at)
    for (let state = 0; state < states; state++) {
      before[state] = goesOn(automaton, state, unit, reaching) ? 1 : 0
    }
    // Before the ends of this place are added: a value is never empty.
    starts[at] = before[0] ?? 0
    enter(automaton, before, ends[at])
    const spare = reaching
    reaching = before
    before = spare
  }
  return starts
}

function enter(automaton: HoleAutomaton, reaching: Uint8Array, isEnd: number | undefined): void {
  if (isEnd !== 1) return
  for (let state = 0; state < reaching.length; state++) if (automaton.finals[state]) reaching[state] = 1
}

function goesOn(automaton: HoleAutomaton, state: number, unit: number, reaching: Uint8Array): boolean {
  for (const edge of automaton.edges[state] ?? []) {
    if (reaching[edge.to] === 1 && isWithin(edge.ranges, unit)) return true
  }
  return false
}
