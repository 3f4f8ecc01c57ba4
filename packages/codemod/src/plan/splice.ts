/** Bytes of a file that become others. `start` and `end` count UTF-16 units of the text without its BOM. */
export interface Splice {
  readonly file: string
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Whether two splices cannot both be done. Equal ones can: they are one. */
export function clash(a: Splice, b: Splice): boolean {
  if (a.file !== b.file || isSame(a, b)) return false
  if (a.start === a.end || b.start === b.end) return insertsInside(a, b) || insertsInside(b, a)
  return a.start < b.end && b.start < a.end
}

function insertsInside(a: Splice, b: Splice): boolean {
  return a.start === a.end && a.start > b.start && a.start < b.end
}

export function isSame(a: Splice, b: Splice): boolean {
  return a.file === b.file && a.start === b.start && a.end === b.end && a.text === b.text
}

/** The text after the splices of its file. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  let result = ''
  let at = 0
  for (const splice of inOrder(splices)) {
    result += text.slice(at, splice.start) + splice.text
    at = splice.end
  }
  return result + text.slice(at)
}

/** Each splice once. */
export function unique(splices: readonly Splice[]): Splice[] {
  return splices.filter((splice, index) => splices.findIndex(other => isSame(splice, other)) === index)
}

/** Where a place of the new text was in the old one; `null` for a place inside of what a splice wrote. */
export function oldPlace(splices: readonly Splice[], at: number): number | null {
  let moved = 0
  for (const splice of inOrder(splices)) {
    const start = splice.start + moved
    if (at < start) break
    if (at < start + splice.text.length) return null
    moved += splice.text.length - (splice.end - splice.start)
  }
  return at - moved
}

/** The splices that wrote a place of the new text. */
export function writtenBy(splices: readonly Splice[], at: number): Splice | null {
  let moved = 0
  for (const splice of inOrder(splices)) {
    const start = splice.start + moved
    if (at >= start && at < start + splice.text.length) return splice
    moved += splice.text.length - (splice.end - splice.start)
  }
  return null
}

/** Where the text of a splice begins in the new text. */
export function newPlace(splices: readonly Splice[], splice: Splice): number | null {
  let moved = 0
  for (const one of inOrder(splices)) {
    if (isSame(one, splice)) return one.start + moved
    moved += one.text.length - (one.end - one.start)
  }
  return null
}

/** Each splice once, from the front to the back. */
export function inOrder(splices: readonly Splice[]): readonly Splice[] {
  return unique(splices).sort((a, b) => a.start - b.start || a.end - b.end)
}
