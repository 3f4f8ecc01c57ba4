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
