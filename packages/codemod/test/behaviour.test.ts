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

// Reads one shape for one status and another for the rest: no one server sends both.
const OF_TWO_SHAPES = ['fetch/body-of-a-response']

const rewritten = readCases().filter(one => one.after !== null && !OF_TWO_SHAPES.includes(one.name))

async function runs(one: Case): Promise<boolean> {
  try {
    await outcomes(one.before, null)
    return true
  } catch {
    return false
  }
}

/** The exchanges in the shape that the old client reads: there it tells the wordings apart from one that nobody knows. */
async function exchangesFor(one: Case): Promise<readonly Exchange[]> {
  const strange = new Map<string, readonly string[]>()
  const tells = async (exchange: Exchange) => {
    const key = JSON.stringify(exchange.strange)
    const otherwise = strange.get(key) ?? (await outcomes(one.before, exchange.strange))
    strange.set(key, otherwise)
    const was = await outcomes(one.before, exchange.v1)
    return was.some((line, at) => line !== otherwise[at])
  }
  const counted: { readonly exchanges: readonly Exchange[]; readonly told: number }[] = []
  for (const kinds of byShape) {
    const read: Exchange[] = []
    let told = 0
    for (const exchanges of kinds) {
      const before = told
      for (const exchange of exchanges) if (await tells(exchange)) told += 1
      if (told > before) read.push(...exchanges)
    }
    counted.push({ exchanges: read, told })
  }
  const most = Math.max(...counted.map(({ told }) => told))
  return most === 0 ? [] : counted.filter(({ told }) => told === most).flatMap(({ exchanges }) => exchanges)
}

interface Pair {
  readonly sent: string
  readonly body: unknown
  readonly before: string
  readonly after: string | undefined
}

async function pairsOf(one: Case, exchanges: readonly Exchange[]): Promise<readonly Pair[]> {
  const kept = keptFunctions(one.before, one.report)
  const pairs: Pair[] = []
  for (const { name, v1, v2 } of exchanges) {
    const [was, is] = [await outcomes(one.before, v1), await outcomes(one.after ?? new Map(), v2)]
    for (const [index, before] of was.entries()) {
      // A read of a shape that was not sent broke the old client; the new one takes the side of «no such error».
      if (before.includes('"breaks"') || kept.has(JSON.parse(before)[0])) continue
      pairs.push({ sent: name, body: v1?.body, before, after: is[index] })
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
    const exchanges = await exchangesFor(one)
    if (mustRun) expect([one.name, exchanges.length]).not.toEqual([one.name, 0])
    const pairs = await pairsOf(one, [...exchanges, ...UNCHANGED])
    compared += pairs.length
    expect(pairs.filter(({ before, after }) => before !== after).slice(0, 5)).toEqual([])
  })

  it('was looked at often enough to mean something', () => {
    expect(compared).toBeGreaterThan(1000)
  })
})
