import { describe, expect, it } from 'vitest'
import { type Exchange, exchangesIn, fieldExchangesIn, SHAPES, UNCHANGED } from './behaviour/exchanges.ts'
import { keptFunctions } from './behaviour/kept-functions.ts'
import { outcomes } from './behaviour/run-client.ts'
import { type Case, openCatalogue, readCases } from './cases.ts'

// The promise itself: the migrated client with the migrated server does what the old one did with the old one. Each case
// that is rewritten runs before and after, against every wording of the catalogue in the v1 shape that it reads (v2 is
// what the catalogue makes of it), without an answer, and with answers that are no errors of the API.
const catalogue = await openCatalogue()
const byShape = SHAPES.map(shape => [exchangesIn(catalogue, shape), fieldExchangesIn(catalogue, shape)])

// The forms stand on their own: each of their cases has to run. Others may need a package, a browser or a type of Flow.
const OWN = ['contains', 'edges', 'equality', 'errors-items', 'lookup', 'one-of', 'regex', 'status-guard', 'switch']

// One function that reads one shape for one status and another for the rest: no one server sends both.
const OF_TWO_SHAPES = ['fetch/body-of-a-response']

const rewritten = readCases().filter(one => one.after !== null && !OF_TWO_SHAPES.includes(one.name))

async function runs(one: Case): Promise<boolean> {
  const first = byShape.flatMap(([problems = []]) => problems.slice(0, 1))
  try {
    for (const { v1 } of [...UNCHANGED, ...first]) {
      const lines = await outcomes(one.before, v1)
      if (lines.some(line => line.includes('"waits"'))) return false
    }
    return true
  } catch {
    return false
  }
}

/** The exchanges of one shape, and the functions of the client that read it: they tell its wordings apart. */
interface Reading {
  readonly exchanges: readonly Exchange[]
  /** By the place of each function: how often it told a wording from one that nobody knows. */
  readonly told: readonly number[]
}

async function readingsOf(one: Case): Promise<readonly Reading[]> {
  const strange = new Map<string, readonly string[]>()
  const readings: Reading[] = []
  for (const kinds of byShape) {
    const read: Exchange[] = []
    const told: number[] = []
    for (const exchanges of kinds) {
      const before = told.join()
      for (const exchange of exchanges) await tell(one, exchange, strange, told)
      if (told.join() !== before) read.push(...exchanges)
    }
    readings.push({ exchanges: read, told })
  }
  return readings
}

async function tell(one: Case, exchange: Exchange, strange: Map<string, readonly string[]>, told: number[]) {
  const key = JSON.stringify(exchange.strange)
  const unknown = strange.get(key) ?? (await outcomes(one.before, exchange.strange))
  strange.set(key, unknown)
  for (const [at, line] of (await outcomes(one.before, exchange.v1)).entries()) {
    if (line !== unknown[at]) told[at] = (told[at] ?? 0) + (isMisread(line) ? -MANY : 1)
  }
}

const MANY = 1_000_000

// What is shown was taken for a wording: a part of the body in its place, or what a parser says, is another shape.
function isMisread(line: string): boolean {
  const shown: unknown = JSON.parse(line).at(-1)
  return (
    Array.isArray(shown) &&
    shown.some(one => (typeof one === 'object' && one !== null) || /not valid JSON/.test(String(one)))
  )
}

/** For each function the exchanges in the shapes that it reads best; what tells nothing apart has none. */
function exchangesByFunction(readings: readonly Reading[]): readonly (readonly Exchange[])[] {
  const count = Math.max(0, ...readings.map(({ told }) => told.length))
  return Array.from({ length: count }, (_, at) => {
    const most = Math.max(...readings.map(({ told }) => told[at] ?? 0))
    return most <= 0 ? [] : readings.filter(({ told }) => told[at] === most).flatMap(({ exchanges }) => exchanges)
  })
}

interface Pair {
  readonly sent: string
  readonly body: unknown
  readonly before: string
  readonly after: string | undefined
}

async function pairsOf(one: Case, byFunction: readonly (readonly Exchange[])[]): Promise<readonly Pair[]> {
  const kept = keptFunctions(one.before, one.report)
  const pairs: Pair[] = []
  for (const exchange of new Set([...byFunction.flat(), ...UNCHANGED])) {
    const { name, v1, v2 } = exchange
    const [was, is] = [await outcomes(one.before, v1), await outcomes(one.after ?? new Map(), v2)]
    for (const [at, before] of was.entries()) {
      if (!UNCHANGED.includes(exchange) && byFunction[at]?.includes(exchange) !== true) continue
      // A read of a shape that was not sent broke the old client; the new one takes the side of «no such error».
      if (before.includes('"breaks"') || kept.has(JSON.parse(before)[0])) continue
      pairs.push({ sent: name, body: v1?.body, before, after: is[at] })
    }
  }
  return pairs
}

describe('what a rewritten client does', () => {
  let compared = 0

  it.each(rewritten)('$name', async one => {
    const mustRun = OWN.includes(one.name.split('/', 1)[0] ?? '')
    const canRun = await runs(one)
    expect([one.name, canRun || !mustRun]).toEqual([one.name, true])
    if (!canRun) return
    const byFunction = exchangesByFunction(await readingsOf(one))
    if (mustRun) expect([one.name, byFunction.flat().length]).not.toEqual([one.name, 0])
    const pairs = await pairsOf(one, byFunction)
    compared += pairs.length
    expect(pairs.filter(({ before, after }) => before !== after).slice(0, 5)).toEqual([])
  })

  it('was looked at often enough to mean something', () => {
    expect(compared).toBeGreaterThan(1000)
  })
})
