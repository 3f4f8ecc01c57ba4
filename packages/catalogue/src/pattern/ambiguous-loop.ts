import type { Positions } from './positions.ts'

/**
 * Whether a loop of the pattern can read one text in two ways, as `(?:a|a)+` can: a backtracking engine then tries all
 * their combinations, which doubles with each round. Decided on pairs of positions inside one loop.
 */
export function hasAmbiguousLoop(positions: Positions): boolean {
  const reach = positions.follow.map((_, position) => reachableFrom(positions, position))
  const isOneLoop = (a: number, b: number) => reach[a]?.has(b) === true && reach[b]?.has(a) === true
  const count = positions.sets.length
  const met = new Set<number>()
  const open: (readonly [number, number])[] = []
  for (let position = 0; position < count; position++)
    if (isOneLoop(position, position)) open.push([position, position])
  for (const [a, b] of open) {
    for (const [x, y] of stepsOf(positions, a, b)) {
      if (!isOneLoop(a, x) || !isOneLoop(b, y)) continue
      // Two ways that parted inside the loop and meet again in it.
      if (a !== b && x === y) return true
      if (x === y || met.has(x * count + y)) continue
      met.add(x * count + y)
      open.push([x, y])
    }
  }
  return false
}

function* stepsOf({ sets, follow }: Positions, a: number, b: number): Generator<readonly [number, number]> {
  for (const x of follow[a] ?? []) {
    for (const y of follow[b] ?? []) {
      const one = sets[x]
      const other = sets[y]
      if (one !== undefined && other !== undefined && !one.isDisjointWith(other)) yield [x, y]
    }
  }
}

function reachableFrom({ follow }: Positions, start: number): ReadonlySet<number> {
  const reached = new Set(follow[start])
  for (const position of reached) for (const next of follow[position] ?? []) reached.add(next)
  return reached
}
