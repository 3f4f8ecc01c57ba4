/** How far the adapter goes: look only, v2 beside v1, v2 for those who ask, v2 for all. */
export type Mode = 'observe' | 'bridge' | 'negotiate' | 'enforce'

/** `false` turns the adapter off. */
export type ModeChoice = Mode | false

export const MODES: readonly Mode[] = ['observe', 'bridge', 'negotiate', 'enforce']

/** `404`, `4xx` or `500-503`, parsed. */
export interface StatusRange {
  readonly from: number
  readonly to: number
}

/** A mode for some statuses; the first range that holds a status decides. */
export interface StatusMode extends StatusRange {
  readonly mode: ModeChoice
}

/** Reads `404`, `4xx` or `500-503`; `null` when it is none of them. */
export function parseStatusRange(text: string): StatusRange | null {
  const family = /^([1-5])xx$/i.exec(text)
  if (family?.[1] !== undefined) return { from: Number(family[1]) * 100, to: Number(family[1]) * 100 + 99 }
  const range = /^([1-5]\d\d)(?:-([1-5]\d\d))?$/.exec(text)
  if (range?.[1] === undefined) return null
  const from = Number(range[1])
  const to = range[2] === undefined ? from : Number(range[2])
  return from <= to ? { from, to } : null
}

/** What the given ranges say about a status, the narrowest first; `undefined` when they say nothing. */
export function modeOfStatus(modes: readonly StatusMode[], status: number): ModeChoice | undefined {
  for (const range of modes) if (status >= range.from && status <= range.to) return range.mode
  return undefined
}

/** Puts narrow ranges before wide ones, so that `404` beats `4xx`. */
export function sortStatusModes(modes: readonly StatusMode[]): readonly StatusMode[] {
  return modes.toSorted((a, b) => a.to - a.from - (b.to - b.from))
}
