import { readFileSync } from 'node:fs'
import type { Needles } from './needles.ts'
import { whereWordingMayStand } from './prefilter.ts'

/** The first line of a file that may speak of a wording, from 1. */
export function whereWordingStands(root: string, file: string, needles: Needles): number {
  try {
    const bytes = readFileSync(`${root}/${file}`)
    const at = whereWordingMayStand(bytes, needles)
    return bytes.toString('latin1', 0, Math.max(0, at)).split('\n').length
  } catch {
    return 1
  }
}

/** Every line of a file that may speak of a wording, from 1. */
export function whereWordingsStand(root: string, file: string, needles: Needles): readonly number[] {
  const lines: number[] = []
  try {
    let rest = readFileSync(`${root}/${file}`)
    let before = 0
    for (;;) {
      const at = whereWordingMayStand(rest, needles)
      // What a message is compared with may stand in another file.
      if (at === -1) return lines.length === 0 ? [1] : lines
      const line = before + rest.toString('latin1', 0, at).split('\n').length
      const end = rest.indexOf('\n', at)
      lines.push(line)
      if (end === -1) return lines
      rest = rest.subarray(end + 1)
      before = line
    }
  } catch {
    return [1]
  }
}
