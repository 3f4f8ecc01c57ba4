import { describe, expect, it } from 'vitest'
import { type Exchange, exchangesIn, SHAPES, silent, UNCHANGED } from './behaviour/exchanges.ts'
import { outcomes } from './behaviour/run-client.ts'
import { type Case, openCatalogue, readCases } from './cases.ts'

// The promise itself: the migrated client with the migrated server does what the old one did with the old one. Each case
// that is rewritten runs before and after, against every wording of the catalogue in the v1 shape that it reads (v2 is
// what the catalogue makes of it), without an answer, and with answers that are no errors of the API.
const catalogue = await openCatalogue()
const byShape = SHAPES.map(shape => ({ shape, exchanges: exchangesIn(catalogue, shape) }))

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

/** The shapes whose wordings the old client tells apart; where it tells none apart, there is nothing to compare. */
async function shapesReadBy(one: Case): Promise<readonly (readonly Exchange[])[]> {
  const counted: { exchanges: readonly Exchange[]; told: number }[] = []
  for (const { exchanges } of byShape) {
    let told = 0
    for (const [index, mute] of silent(exchanges).entries()) {
      const [was, wordless] = [
        await outcomes(one.before, exchanges[index]?.v1 ?? null),
        await outcomes(one.before, mute.v1),
      ]
      if (was.some((line, at) => line !== wordless[at] && !line.includes('"breaks"'))) told += 1
    }
    counted.push({ exchanges, told })
  }
  const most = Math.max(...counted.map(({ told }) => told))
  return most === 0 ? [] : counted.filter(({ told }) => told === most).map(({ exchanges }) => exchanges)
}

describe('what a rewritten client does', () => {
  let compared = 0

  it.each(rewritten)('$name', async one => {
    const mustRun = OWN.includes(one.name.split('/', 1)[0] ?? '')
    const canRun = await runs(one)
    expect([one.name, canRun || !mustRun]).toEqual([one.name, true])
    if (!canRun) return
    const shapes = await shapesReadBy(one)
    if (mustRun) expect([one.name, shapes.length]).not.toEqual([one.name, 0])
    const differing: unknown[] = []
    for (const { name, v1, v2 } of [...shapes.flat(), ...UNCHANGED]) {
      const before = await outcomes(one.before, v1)
      const after = await outcomes(one.after ?? new Map(), v2)
      for (const [index, was] of before.entries()) {
        // A read of a shape that was not sent broke the old client; the new one takes the side of «no such error».
        if (was.includes('"breaks"')) continue
        compared += 1
        if (after[index] !== was) differing.push({ sent: name, body: v1?.body, before: was, after: after[index] })
      }
    }
    expect(differing.slice(0, 5)).toEqual([])
  })

  it('was looked at often enough to mean something', () => {
    expect(compared).toBeGreaterThan(1000)
  })
})
