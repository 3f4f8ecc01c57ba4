import type { AST } from '@eslint-community/regexpp'
import { CharSet } from 'refa'
import { MAX_POINT, MAX_UNIT } from './partition.ts'

/** The flags that say which characters a piece of a pattern stands for. */
export interface SetFlags {
  readonly ignoreCase: boolean
  readonly dotAll: boolean
  readonly multiline: boolean
  /** `u` or `v`, or neither: whether the pattern is read over code points. */
  readonly unicode: '' | 'u' | 'v'
}

type SetElement =
  | AST.Character
  | AST.CharacterSet
  | AST.CharacterClass
  | AST.ExpressionCharacterClass
  | { readonly type: 'Word' }

/** The characters that a piece of a pattern matches. */
export function charsOf(element: SetElement, flags: SetFlags): CharSet {
  const max = flags.unicode === '' ? MAX_UNIT : MAX_POINT
  if (element.type === 'Character') {
    if (!flags.ignoreCase || !hasCase(element.value)) return CharSet.fromCharacter(max, element.value)
    return askEngine(`\\u${hex(element.value, flags.unicode)}`, flags, max)
  }
  if (element.type === 'Word') return askEngine('\\w', flags, max)
  if (element.type === 'CharacterSet' && element.kind === 'any') return askEngine('.', flags, max)
  // V8 before 12 repeats a negated class of the flag `v` wrongly: `/[^]{2}/v` matches one letter.
  if (flags.unicode === 'v' && element.raw.startsWith('[^')) {
    return askEngine(`[${element.raw.slice(2)}`, flags, max).negate()
  }
  return askEngine(element.raw, flags, max)
}

/** Every character; over code points that is 0 to 10FFFF. */
export function anyChar(flags: SetFlags): CharSet {
  return CharSet.all(flags.unicode === '' ? MAX_UNIT : MAX_POINT)
}

/** What `^` and `$` stop at under the flag `m`. */
export function lineEnds(flags: SetFlags): CharSet {
  return CharSet.empty(flags.unicode === '' ? MAX_UNIT : MAX_POINT).union([
    { min: 0x0a, max: 0x0a },
    { min: 0x0d, max: 0x0d },
    { min: 0x2028, max: 0x2029 },
  ])
}

// ASCII digits, blanks and marks are the same in both cases and are the case of nothing else.
function hasCase(point: number): boolean {
  return point > 0x7f || (point >= 0x41 && point <= 0x5a) || (point >= 0x61 && point <= 0x7a)
}

function hex(point: number, unicode: SetFlags['unicode']): string {
  return unicode === '' ? point.toString(16).padStart(4, '0') : `{${point.toString(16)}}`
}

const CACHE_SIZE = 2_000
const asked = new Map<string, CharSet>()

/*
 * Folding, properties and nested classes have rules of their own under each flag, and change with the Unicode version
 * (refa 0.12 has tables of its own, which differ from Node 20 in 50 letters). So the engine itself is asked, once, about
 * every character there is: one global match over all of them, 0.3 ms over units and 10 ms over code points.
 */
function askEngine(source: string, flags: SetFlags, max: number): CharSet {
  const engineFlags = `g${flags.ignoreCase ? 'i' : ''}${flags.dotAll ? 's' : ''}${flags.unicode}`
  const key = `${engineFlags}/${source}`
  const known = asked.get(key)
  if (known !== undefined) return known
  const set = max === MAX_UNIT ? matchUnits(source, engineFlags) : matchPoints(source, engineFlags)
  if (asked.size >= CACHE_SIZE) asked.clear()
  asked.set(key, set)
  return set
}

let allUnits: string | null = null
let allPoints: readonly { first: number; text: string }[] | null = null

function matchUnits(source: string, flags: string): CharSet {
  allUnits ??= textOf(0, MAX_UNIT)
  const ranges = runsIn(allUnits, source, flags).map(([from, to]) => ({ min: from, max: to - 1 }))
  return CharSet.empty(MAX_UNIT).union(ranges)
}

// High surrogates stand behind low ones, so that no two of them make a pair.
function matchPoints(source: string, flags: string): CharSet {
  allPoints ??= [
    { first: 0, text: textOf(0, 0xd7ff) },
    { first: 0xdc00, text: textOf(0xdc00, 0xdfff) },
    { first: 0xd800, text: textOf(0xd800, 0xdbff) },
    { first: 0xe000, text: textOf(0xe000, 0xffff) },
    { first: 0x10000, text: textOf(0x10000, MAX_POINT) },
  ]
  const ranges = allPoints.flatMap(({ first, text }) => {
    const width = first === 0x10000 ? 2 : 1
    return runsIn(text, source, flags).map(([from, to]) => ({ min: first + from / width, max: first + to / width - 1 }))
  })
  return CharSet.empty(MAX_POINT).union(ranges)
}

function runsIn(text: string, source: string, flags: string): [number, number][] {
  const runs: [number, number][] = []
  for (const match of text.matchAll(new RegExp(`(?:${source})+`, flags))) {
    runs.push([match.index, match.index + match[0].length])
  }
  return runs
}

function textOf(first: number, last: number): string {
  let text = ''
  for (let start = first; start <= last; start += 0x1000) {
    const length = Math.min(0x1000, last - start + 1)
    text += String.fromCodePoint(...Array.from({ length }, (_, at) => start + at))
  }
  return text
}
