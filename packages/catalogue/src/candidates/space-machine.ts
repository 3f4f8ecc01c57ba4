import { CharSet } from 'refa'
import type { Budget } from './budget.ts'
import { buildMachine, type Machine, settledAt, YES } from './machine.ts'
import { MAX_UNIT, meet, type Partition, partitionOfSets } from './partition.ts'

// ECMA-262 WhiteSpace and LineTerminator: what `trim` takes away is what `\s` matches.
const SPACE_RANGES = [
  { min: 0x09, max: 0x0d },
  { min: 0x20, max: 0x20 },
  { min: 0xa0, max: 0xa0 },
  { min: 0x1680, max: 0x1680 },
  { min: 0x2000, max: 0x200a },
  { min: 0x2028, max: 0x2029 },
  { min: 0x202f, max: 0x202f },
  { min: 0x205f, max: 0x205f },
  { min: 0x3000, max: 0x3000 },
  { min: 0xfeff, max: 0xfeff },
]

// Made when it is first asked for: what reads patterns takes long to load, and most who load us never ask.
let made: { readonly set: CharSet; readonly partition: Partition } | null = null

function space() {
  if (made !== null) return made
  const set = CharSet.empty(MAX_UNIT).union(SPACE_RANGES)
  made = { set, partition: partitionOfSets(MAX_UNIT, [set]) }
  return made
}

/** The text after `trimStart()` passes. */
export function trimStartMachine(inner: Machine, budget: Budget): Machine {
  const { partition, isSpace, inInner } = withSpace(inner)
  const before = -1
  return buildMachine<number>(
    {
      partition,
      start: before,
      key: state => state,
      step: (state, cls) =>
        state === before && isSpace(cls) ? before : inner.step(state === before ? inner.start : state, inInner(cls)),
      accepts: state => inner.accepts(state === before ? inner.start : state),
      settled: state => settledAt(state === before ? inner.start : state),
    },
    budget,
  )
}

/** The text after `trimEnd()` passes: `kept` is where the inner machine stood after the last character that stays. */
export function trimEndMachine(inner: Machine, budget: Budget): Machine {
  const { partition, isSpace, inInner } = withSpace(inner)
  return buildMachine<{ kept: number; read: number }>(
    {
      partition,
      start: { kept: inner.start, read: inner.start },
      key: state => state.kept * 0x100000 + state.read,
      step: (state, cls) => {
        const read = inner.step(state.read, inInner(cls))
        return { kept: isSpace(cls) ? state.kept : read, read }
      },
      accepts: state => inner.accepts(state.kept),
      settled: state =>
        state.read <= YES && inner.accepts(state.kept) === (state.read === YES) ? state.read === YES : null,
    },
    budget,
  )
}

/** The text after `replace(/\s+/g, ' ')` passes. */
export function normaliseSpaceMachine(inner: Machine, budget: Budget): Machine {
  const { partition, isSpace, inInner } = withSpace(inner)
  const blank = inner.partition.classOf(0x20)
  return buildMachine<{ at: number; space: boolean }>(
    {
      partition,
      start: { at: inner.start, space: false },
      key: state => state.at * 2 + (state.space ? 1 : 0),
      step: (state, cls) => {
        if (!isSpace(cls)) return { at: inner.step(state.at, inInner(cls)), space: false }
        return { at: state.space ? state.at : inner.step(state.at, blank), space: true }
      },
      accepts: state => inner.accepts(state.at),
      settled: state => settledAt(state.at),
    },
    budget,
  )
}

function withSpace(inner: Machine): {
  partition: Partition
  isSpace: (cls: number) => boolean
  inInner: (cls: number) => number
} {
  const { set, partition: parted } = space()
  const partition = meet(inner.partition, parted)
  const inSpace = partition.samples.map(unit => set.has(unit))
  const classes = partition.samples.map(unit => inner.partition.classOf(unit))
  return { partition, isSpace: cls => inSpace[cls] === true, inInner: cls => classes[cls] ?? 0 }
}
