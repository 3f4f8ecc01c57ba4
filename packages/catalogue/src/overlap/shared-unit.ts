import type { HoleEdge } from '../match/hole-automaton.ts'

type Ranges = HoleEdge['ranges']

/** A code unit that both sets hold, one that reads well where there is a choice; -1 where they hold none together. */
export function sharedUnit(a: Ranges, b: Ranges): number {
  let found = -1
  for (const one of a) {
    for (const other of b) {
      const min = Math.max(one.min, other.min)
      const max = Math.min(one.max, other.max)
      if (min <= max) found = better(found, pick(min, max))
    }
  }
  return found
}

/** The unit of a range that reads best: a letter, then a digit, then what can be printed. */
function pick(min: number, max: number): number {
  for (const [from, to] of READABLE) if (min <= to && max >= from) return Math.max(min, from)
  return min
}

// "x", letters, digits, capitals, printable ASCII, Latin letters.
const READABLE = [
  [0x78, 0x78],
  [0x61, 0x7a],
  [0x31, 0x39],
  [0x30, 0x30],
  [0x41, 0x5a],
  [0x21, 0x7e],
  [0x20, 0x20],
  [0xe0, 0xff],
] as const

function better(a: number, b: number): number {
  if (a === -1) return b
  return rank(a) <= rank(b) ? a : b
}

function rank(unit: number): number {
  const found = READABLE.findIndex(([from, to]) => unit >= from && unit <= to)
  return found === -1 ? READABLE.length : found
}
