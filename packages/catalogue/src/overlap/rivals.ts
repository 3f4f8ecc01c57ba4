import { sharedUnit } from './shared-unit.ts'
import { type Place, type PlaceEdge, TemplateGraph } from './template-graph.ts'
import type { SortedTemplates } from '../match/sorted-templates.ts'

/**
 * Pairs of templates that may match one message, found by walking the common trie twice at once. A pair is given out
 * where each side is down to one template, or where both end: all others cannot overlap. A pair can come twice.
 */
export function* rivals(templates: SortedTemplates): Generator<readonly [number, number]> {
  const graph = new TemplateGraph(templates)
  const met = new Set<number>()
  const open: (readonly [Place, Place])[] = []
  const add = (a: Place, b: Place) => {
    if (isAlone(a) && isAlone(b) && a.low === b.low) return
    const [one, other] = a.number <= b.number ? [a, b] : [b, a]
    const name = one.number * 2 ** 26 + other.number
    if (met.has(name)) return
    met.add(name)
    open.push([one, other])
  }
  const start = graph.start()
  for (const a of start) for (const b of start) add(a, b)
  for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
    const [a, b] = pair
    if (isAlone(a) && isAlone(b)) {
      yield [a.low, b.low]
      continue
    }
    if (a.ended !== null && b.ended !== null && a.ended !== b.ended) yield [a.ended, b.ended]
    if (a === b && a.hole === null) {
      for (const [x, y] of samePairs(graph.edges(a))) add(x, y)
    } else {
      for (const [x, y] of sharedPairs(graph.edges(a), graph.edges(b))) add(x, y)
    }
  }
}

function isAlone(place: Place): boolean {
  return place.high - place.low === 1
}

// The edges of one place behind all holes: texts go on together only on the same unit.
function* samePairs(edges: readonly PlaceEdge[]): Generator<readonly [Place, Place]> {
  for (const [index, edge] of edges.entries()) {
    for (let other = index; other < edges.length; other++) {
      const next = edges[other]
      if (next === undefined || next.ranges[0]?.min !== edge.ranges[0]?.min) break
      yield [edge.to, next.to]
    }
  }
}

function* sharedPairs(a: readonly PlaceEdge[], b: readonly PlaceEdge[]): Generator<readonly [Place, Place]> {
  for (const one of a) {
    for (const other of b) if (sharedUnit(one.ranges, other.ranges) !== -1) yield [one.to, other.to]
  }
}
