import type { Budget } from './budget.ts'
import { buildMachine, type Machine, settledAt } from './machine.ts'
import { MAX_UNIT, type Partition, partitionBy } from './partition.ts'

const HIGH = 0xd800
const LOW = 0xdc00
const AFTER = 0xe000
const BLOCK = 0x400

/**
 * Reads UTF-16 for a machine over code points, as JS strings are read under the flags `u` and `v`: a high surrogate
 * waits for what follows, and stands for itself when that is no low one.
 */
export function decodeMachine(inner: Machine, budget: Budget): Machine {
  const pairs = pairTable(inner.partition)
  const partition = unitPartition(inner.partition, pairs)
  const units = partition.samples
  const alone = units.map(unit => inner.partition.classOf(unit))
  const pairOf = (high: number, low: number) =>
    inner.partition.classOf(0x10000 + ((units[high] ?? HIGH) - HIGH) * BLOCK + ((units[low] ?? LOW) - LOW))
  const isHigh = units.map(unit => unit >= HIGH && unit < LOW)
  const isLow = units.map(unit => unit >= LOW && unit < AFTER)
  const none = -1

  return buildMachine<{ at: number; high: number }>(
    {
      partition,
      start: { at: inner.start, high: none },
      key: state => state.at * 0x10000 + state.high + 1,
      step({ at, high }, cls) {
        if (high !== none && isLow[cls]) return { at: inner.step(at, pairOf(high, cls)), high: none }
        const flushed = high === none ? at : inner.step(at, alone[high] ?? 0)
        if (isHigh[cls]) return { at: flushed, high: cls }
        return { at: inner.step(flushed, alone[cls] ?? 0), high: none }
      },
      accepts: ({ at, high }) => inner.accepts(high === none ? at : inner.step(at, alone[high] ?? 0)),
      settled: ({ at }) => settledAt(at),
    },
    budget,
  )
}

interface PairTable {
  /** For each high surrogate the classes that its 1,024 code points have, as text. */
  readonly rows: readonly string[]
  /** Where, within a row, some row changes its class. */
  readonly cuts: ReadonlySet<number>
  /** One high surrogate for each different row. */
  readonly highs: readonly number[]
}

function pairTable(partition: Partition): PairTable {
  const rows = Array.from({ length: BLOCK }, () => [] as string[])
  const cuts = new Set<number>()
  for (const run of partition.runs()) {
    if (run.max < 0x10000) continue
    const from = Math.max(run.min, 0x10000) - 0x10000
    const to = run.max - 0x10000
    for (let row = from >> 10; row <= to >> 10; row++) {
      const start = Math.max(from - row * BLOCK, 0)
      rows[row]?.push(`${start}:${run.cls}`)
      cuts.add(start)
    }
  }
  const texts = rows.map(row => row.join(' '))
  const firsts = new Map(texts.map((text, row) => [text, HIGH + row]))
  return { rows: texts, cuts, highs: [...firsts.values()] }
}

function unitPartition(inner: Partition, pairs: PairTable): Partition {
  const cuts = inner.starts.filter(start => start <= MAX_UNIT)
  for (let high = HIGH; high < LOW; high++) cuts.push(high)
  for (const cut of pairs.cuts) cuts.push(LOW + cut)
  cuts.push(LOW, AFTER)
  return partitionBy(MAX_UNIT, cuts, unit => {
    const cls = inner.classOf(unit)
    if (unit < HIGH || unit >= AFTER) return cls
    if (unit < LOW) return `high ${cls} ${pairs.rows[unit - HIGH]}`
    const column = pairs.highs.map(high => inner.classOf(0x10000 + (high - HIGH) * BLOCK + (unit - LOW)))
    return `low ${cls} ${column.join(' ')}`
  })
}
