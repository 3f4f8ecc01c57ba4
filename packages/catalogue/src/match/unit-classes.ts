/** Which of the 65,536 code units can be told apart: equal class, equal steps. */
export interface UnitClasses {
  readonly count: number
  /** The class of each code unit. */
  readonly of: Uint16Array
}

/** Classes in which every given unit is alone and no given range is cut. */
export function unitClasses(
  texts: Iterable<string>,
  ranges: Iterable<{ readonly min: number; readonly max: number }>,
): UnitClasses {
  // A mark says: a new class starts here.
  const starts = new Uint8Array(0x10001)
  for (const text of texts) {
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      starts[unit] = 1
      starts[unit + 1] = 1
    }
  }
  for (const { min, max } of ranges) {
    starts[min] = 1
    starts[max + 1] = 1
  }
  const of = new Uint16Array(0x10000)
  let current = 0
  for (let unit = 1; unit < 0x10000; unit++) {
    if (starts[unit] === 1) current++
    of[unit] = current
  }
  return { count: current + 1, of }
}
