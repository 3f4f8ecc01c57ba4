import type { TextFacts } from '../fault.ts'
import { type Path, type PlaceOf, printPath, type Spot } from './finding.ts'

/** Deeper than any catalogue, and far from the end of the stack. */
export const MAX_DEPTH = 32

/** Where the members of an object or list begin in the text. */
export interface Offset {
  readonly start: number
  readonly members: ReadonlyMap<string | number, { readonly key: number; readonly value: number }>
}

/** The offsets of every object and list that was read. */
export type Offsets = WeakMap<object, Offset>

/** A fault of the text; `at` and `also` are offsets. */
export interface TextFinding {
  readonly facts: TextFacts
  readonly path: Path
  readonly at: number
  readonly also: number | null
}

/** What a text holds; `value` is `undefined` where it could not be read. */
export interface TextResult {
  readonly value: unknown
  readonly offsets: Offsets
  readonly findings: readonly TextFinding[]
}

/** Turns offsets into lines and columns; both count from 1, and a column is a UTF-16 code unit. */
export function linesOf(text: string): (offset: number) => { line: number; column: number } {
  const starts = [0]
  for (const found of text.matchAll(/\r\n|\r|\n/g)) starts.push(found.index + found[0].length)
  // A byte order mark is no column.
  const mark = text.startsWith('\uFEFF') ? 1 : 0
  return offset => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) - (low === 0 ? mark : 0) + 1 }
  }
}

/** Finds spots of a value that was read from a text. */
export function placesIn(file: string | null, text: string, { value, offsets }: TextResult): PlaceOf {
  const lineOf = linesOf(text)
  return (spot: Spot) => ({ file, ...lineOf(offsetOf(value, offsets, spot)), path: printPath(spot.path) })
}

// Goes down as far as the text does: a value that is not there is placed at the nearest one around it.
function offsetOf(top: unknown, offsets: Offsets, { path, part }: Spot): number {
  let value = top
  let offset = startOf(offsets, top)
  for (const [index, step] of path.entries()) {
    const member = typeof value === 'object' && value !== null ? offsets.get(value)?.members.get(step) : undefined
    if (member === undefined) break
    offset = part === 'key' && index === path.length - 1 ? member.key : member.value
    value = inner(value, step)
  }
  return offset
}

function startOf(offsets: Offsets, value: unknown): number {
  return typeof value === 'object' && value !== null ? (offsets.get(value)?.start ?? 0) : 0
}

function inner(value: unknown, step: Path[number]): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined
}

/** Sets a member as it was written: by assignment `__proto__` would not become one, and the shape check not see it. */
export function setMember(target: Record<string, unknown>, name: string, value: unknown): void {
  if (name !== '__proto__') target[name] = value
  else Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true })
}

/** What a number became, where it is not what was written: a legacy code `0404` is not the number 404, nor `4.10` 4.1. */
export function changedNumber(source: string, value: unknown): string | null {
  // YAML's 0x1f and .inf are left: the one is meant as a number, the other is refused by the shape.
  if (typeof value !== 'number' || !/^[+-]?[0-9.]+(?:[eE][+-]?[0-9]+)?$/.test(source)) return null
  return String(value) === source ? null : String(value)
}
