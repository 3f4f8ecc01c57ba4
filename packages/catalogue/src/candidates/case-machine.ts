import type { Budget } from './budget.ts'
import { decodeMachine } from './code-point-machine.ts'
import { buildMachine, type Machine, settledAt, YES } from './machine.ts'
import { MAX_POINT, MAX_UNIT, type Partition, partitionBy } from './partition.ts'

export type CaseStep = 'lower-case' | 'upper-case'

/** The greatest plane with letters that have a case: the planes above it hold none, which a test makes sure of. */
export const LAST_CASED = 0x1ffff

const SIGMA = 0x3a3
const FINAL_SIGMA = 'ς'
const PLAIN_SIGMA = 'σ'

/**
 * The text after `toLowerCase()` or `toUpperCase()` passes. Both are maps of code points to texts, and one of them looks
 * around: a capital sigma is `ς` at the end of a word. Most tests see neither pairs nor sigmas, and stay over units.
 */
export function caseMachine(step: CaseStep, inner: Machine, budget: Budget): Machine {
  const map = visibleMap(caseMap(step), inner)
  const sigma = step === 'lower-case' && !sameClasses(inner, FINAL_SIGMA, PLAIN_SIGMA)
  if (sigma) return decodeMachine(sigmaMachine(inner, map, budget), budget)
  const pairs = [...map.keys()].some(point => point > MAX_UNIT)
  return pairs
    ? decodeMachine(mapMachine(inner, MAX_POINT, map, budget), budget)
    : mapMachine(inner, MAX_UNIT, map, budget)
}

/** The part of the map that the inner machine can see: of 1,400 letters a test names ten. */
function visibleMap(map: ReadonlyMap<number, string>, inner: Machine): ReadonlyMap<number, string> {
  const visible = new Map<number, string>()
  for (const [point, to] of map) {
    // Nearly all of them are one unit that becomes one other.
    const simple = point <= MAX_UNIT && to.length === 1
    const same = simple
      ? inner.partition.classOf(point) === inner.partition.classOf(to.charCodeAt(0))
      : sameClasses(inner, text(point), to)
    if (!same) visible.set(point, to)
  }
  return visible
}

function sameClasses(inner: Machine, a: string, b: string): boolean {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at++) {
    if (inner.partition.classOf(a.charCodeAt(at)) !== inner.partition.classOf(b.charCodeAt(at))) return false
  }
  return true
}

const maps = new Map<CaseStep, ReadonlyMap<number, string>>()

// The engine is asked about each code point, so that its Unicode version is ours.
function caseMap(step: CaseStep): ReadonlyMap<number, string> {
  const known = maps.get(step)
  if (known !== undefined) return known
  const map = new Map<number, string>()
  for (let point = 0; point <= LAST_CASED; point++) {
    const from = text(point)
    const to = step === 'lower-case' ? from.toLowerCase() : from.toUpperCase()
    if (to !== from) map.set(point, to)
  }
  maps.set(step, map)
  return map
}

function mapMachine(inner: Machine, max: number, map: ReadonlyMap<number, string>, budget: Budget): Machine {
  const feedAt = (point: number) => classesOf(inner, map.get(point) ?? text(point))
  const partition = partitionBy(max, feedCuts(inner, max, map), feedAt)
  const feeds = partition.samples.map(point => unitClasses(inner, map.get(point) ?? text(point)))
  return buildMachine<number>(
    {
      partition,
      start: inner.start,
      key: at => at,
      step: (at, cls) => feed(inner, at, feeds[cls]),
      accepts: at => inner.accepts(at),
      settled: settledAt,
    },
    budget,
  )
}

/** How a character counts when the end of a word is looked for. */
type WordRole = 'cased' | 'ignored' | 'other'

interface SigmaState {
  /** Where the inner machine stands; while a sigma is open, as if it were a plain one. */
  readonly at: number
  /** The same, as if the open sigma were a final one; -1 where none is open. */
  readonly final: number
  /** Whether the last character that is not ignored was a cased one. */
  readonly cased: boolean
}

function sigmaMachine(inner: Machine, map: ReadonlyMap<number, string>, budget: Budget): Machine {
  const roles = rolePartition()
  const key = (point: number) =>
    point === SIGMA ? 'sigma' : `${roles.classOf(point)} ${classesOf(inner, map.get(point) ?? text(point))}`
  const cuts = [...feedCuts(inner, MAX_POINT, map), ...roles.starts, SIGMA, SIGMA + 1]
  const partition = partitionBy(MAX_POINT, cuts, key)
  const feeds = partition.samples.map(point => unitClasses(inner, map.get(point) ?? text(point)))
  const classRoles = partition.samples.map(roleOf)
  const sigmaClass = partition.classOf(SIGMA)
  const plain = unitClasses(inner, PLAIN_SIGMA)
  const final = unitClasses(inner, FINAL_SIGMA)
  const none = -1

  return buildMachine<SigmaState>(
    {
      partition,
      start: { at: inner.start, final: none, cased: false },
      key: state => `${state.at} ${state.final} ${state.cased}`,
      step(state, cls) {
        const role = classRoles[cls] ?? 'other'
        const { at, final: open } = state
        if (role === 'ignored') {
          const next = open === none ? none : feed(inner, open, feeds[cls])
          return { at: feed(inner, at, feeds[cls]), final: next, cased: state.cased }
        }
        const from = open !== none && role === 'other' ? open : at
        if (cls !== sigmaClass) return { at: feed(inner, from, feeds[cls]), final: none, cased: role === 'cased' }
        return { at: feed(inner, from, plain), final: state.cased ? feed(inner, from, final) : none, cased: true }
      },
      accepts: state => inner.accepts(state.final === none ? state.at : state.final),
      settled: ({ at, final: open }) => (at <= YES && (open === none || open === at) ? at === YES : null),
    },
    budget,
  )
}

let roles: Partition | null = null

// Scanning for the borders of the two properties costs a tenth of a second, so it is done once, when first needed.
function rolePartition(): Partition {
  if (roles !== null) return roles
  const all = Array.from({ length: 0x20000 }, (_, point) => point)
  // Planes 2 to 13 hold no letter with a case; plane 14 holds selectors, which are ignored.
  const selectors = Array.from({ length: 0x10000 }, (_, offset) => 0xe0000 + offset)
  roles = partitionBy(MAX_POINT, [...all, ...selectors, 0x20000, 0xf0000], roleOf)
  return roles
}

// A letter that is both, as `ʰ`, is passed over: so ICU does it, and all engines ask ICU or do the same.
function roleOf(point: number): WordRole {
  const from = text(point)
  if (/\p{Case_Ignorable}/u.test(from)) return 'ignored'
  return /\p{Cased}/u.test(from) ? 'cased' : 'other'
}

function feedCuts(inner: Machine, max: number, map: ReadonlyMap<number, string>): number[] {
  const cuts = inner.partition.starts.filter(start => start <= max)
  for (const point of map.keys()) cuts.push(point, point + 1)
  if (max === MAX_UNIT) return cuts
  // Beyond the first plane a code point is two units: its classes change where one of them does.
  const lows = [0, ...inner.partition.starts.map(start => start - 0xdc00)].filter(low => low >= 0 && low < 0x400)
  const same = lows.length === 1
  for (let high = 0; high < 0x400; high++) {
    if (same) cuts.push(0x10000 + high * 0x400)
    else cuts.push(...lows.map(low => 0x10000 + high * 0x400 + low))
  }
  return cuts
}

function feed(inner: Machine, from: number, classes: readonly number[] | undefined): number {
  let at = from
  for (const cls of classes ?? []) at = inner.step(at, cls)
  return at
}

function classesOf(inner: Machine, value: string): string {
  return unitClasses(inner, value).join(' ')
}

function unitClasses(inner: Machine, value: string): number[] {
  return Array.from({ length: value.length }, (_, at) => inner.partition.classOf(value.charCodeAt(at)))
}

// Above the first plane only; a lone surrogate is itself.
function text(point: number): string {
  return String.fromCodePoint(point)
}
