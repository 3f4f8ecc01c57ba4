import type { Fault, FaultFacts, Place } from '../fault.ts'

/** The way to a value from the top of the definition. */
export type Path = readonly (string | number)[]

/** A value, or the key that leads to it. */
export interface Spot {
  readonly path: Path
  readonly part: 'key' | 'value'
}

/** A fault that does not know its line yet. */
export interface Finding {
  readonly facts: FaultFacts
  readonly spot: Spot
  readonly also: Spot | null
}

/** Tells where a spot lies in the file that the definition was read from. */
export type PlaceOf = (spot: Spot) => Place

/** The place of a spot in a definition that has no text: its path alone. */
export function placeIn(file: string | null): PlaceOf {
  return spot => ({ file, line: null, column: null, path: printPath(spot.path) })
}

/** Makes a fault of a finding. */
export function placed(finding: Finding, placeOf: PlaceOf): Fault {
  return { ...finding.facts, ...placeOf(finding.spot), also: finding.also === null ? null : placeOf(finding.also) }
}

/** `problems.loan_not_found.from[0].message`; a name that is no plain word is quoted. */
export function printPath(path: Path): string {
  let text = ''
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`
    else if (/^[A-Za-z_$][\w$-]*$/.test(step)) text += text === '' ? step : `.${step}`
    else text += `[${JSON.stringify(step)}]`
  }
  return text
}
