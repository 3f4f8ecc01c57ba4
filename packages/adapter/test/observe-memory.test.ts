import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { createConverter } from '../src/convert.ts'
import { Ledger } from '../src/observe/ledger.ts'
import { LIBRARY } from './kit/library.ts'
import { errorExchange } from './kit/exchange.ts'
import process from 'node:process'

const ERRORS = 100_000
const ROWS = 1_000
// A thousand rows of some kilobytes; a hundred thousand kept ones would be hundreds of megabytes.
const MOST_GROWTH = 16 * 2 ** 20

describe('the memory of observe', () => {
  it('does not grow with a hundred thousand errors that no entry knows, each of them new', () => {
    const converter = createConverter(LIBRARY)
    const ledger = new Ledger(ROWS, LIBRARY)
    const seen = (n: number) => {
      // Words of letters only: a number would be taken for a value, and all would be one error.
      const word = n.toString().replace(/\d/g, digit => 'abcdefghij'[Number(digit)] ?? '')
      const body = n % 2 === 0 ? `Shelf ${word} is odd` : `{"error":{"code":"${word}","message":"Odd ${word}"}}`
      const reply = converter.convert(errorExchange(body, 409, `trace-${n}`))
      if (reply.outcome === 'kept') throw new Error(reply.reason)
      ledger.converted({ mode: 'observe', method: 'GET', route: '/shelves', wireStatus: 409, reply })
    }
    for (let n = 0; n < 2_000; n += 1) seen(n)
    const before = heap()
    for (let n = 2_000; n < ERRORS; n += 1) seen(n)
    expect(heap() - before).toBeLessThan(MOST_GROWTH)
    const { totals, unmatched, errors } = ledger.report('observe')
    expect(totals).toMatchObject({ converted: ERRORS, unmatched: ERRORS })
    expect([unmatched.length, errors.length <= ROWS]).toEqual([ROWS, true])
    expect(totals.beyondLimit).toBeGreaterThanOrEqual(ERRORS - ROWS)
  }, 300_000)
})

function heap(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().heapUsed
}
