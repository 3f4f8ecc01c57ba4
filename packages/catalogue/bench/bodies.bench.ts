import { findLeaks, scrub } from '../src/leaks.ts'
import { leftAlone } from '../src/left-alone.ts'
import { readBody } from '../src/read-body.ts'
import { readableText } from '../src/readable-text.ts'

interface BenchLine {
  readonly name: string
  readonly ratio?: number
  readonly nanoseconds?: number
  readonly limit?: number
  readonly made: string
}

const ROUNDS = 7
const BATCH = 500
const JSON_BODY = new TextEncoder().encode(
  '{"error":{"code":"LOAN_404","message":"Loan 7 not found","details":[{"field":"id","message":"is unknown"}]}}',
)
const PAGE =
  '<!doctype html><html><title>404 Not Found</title><h1>Not Found</h1><p>Loan 7 was not found on this shelf.</p>'
const SENTENCE = 'The loan 7 cannot be closed while a copy of it is still with member 9.'
// What a pattern that goes back and forth would stumble over.
const UNITS = ['at ', 'a.', 'SELECT a ', 'x. ', '(', 'Key (', '/a', 'C:\\a', '1.', ':1', 'token:aaaa', '<b> ']

/** What reading a body costs, and how the search for leaks grows with the text. */
export async function run(): Promise<readonly BenchLine[]> {
  const json = { status: 404, headers: { 'content-type': 'application/json' }, body: JSON_BODY }
  const page = { status: 404, headers: { 'content-type': 'text/html' }, body: PAGE }
  const steps: readonly (readonly [string, () => unknown])[] = [
    ['JSON.parse of the same body', () => JSON.parse(new TextDecoder().decode(JSON_BODY))],
    ['readBody and leftAlone of JSON', () => leftAlone(readBody(json), null)],
    ['readBody and readableText of HTML', () => readableText(readBody(page))],
    ['scrub of a sentence without leaks', () => scrub(SENTENCE)],
  ]
  const times: number[][] = steps.map(() => [])
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, [, step]] of steps.entries()) times[index]?.push(timeOf(step))
  }
  const made = `median of ${ROUNDS} rounds that alternate, ${BATCH} calls each`
  const [base = 1] = times.map(median)
  const lines = steps.map(([name], index): BenchLine => {
    const time = median(times[index] ?? [])
    return { name, nanoseconds: Math.round((time * 1e6) / BATCH), ratio: time / base, made }
  })
  return [...lines, growth()]
}

function growth(): BenchLine {
  const ratios = UNITS.map(unit => {
    const [small, large] = [80_000, 240_000].map(length => {
      const text = unit.repeat(length / unit.length)
      return median(Array.from({ length: ROUNDS }, () => timeOf(() => findLeaks(text), 1)))
    })
    return (large ?? 0) / Math.max(small ?? 0, 0.01)
  })
  const made = `the worst of ${UNITS.length} texts made to stumble over; three times the length should cost three times the time`
  return {
    name: 'findLeaks, 240,000 against 80,000 characters, linear being × 3',
    ratio: Math.max(...ratios),
    limit: 9,
    made,
  }
}

function timeOf(step: () => unknown, calls = BATCH): number {
  const start = performance.now()
  for (let call = 0; call < calls; call++) step()
  return performance.now() - start
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0
}
