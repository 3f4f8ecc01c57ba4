import { readFileSync } from 'node:fs'
import type { Needles } from './needles.ts'
import { mayHoldWording } from './prefilter.ts'

/** The first line of a file that holds a piece of a wording, from 1. */
export function whereWordingStands(root: string, file: string, needles: Needles): number {
  try {
    const lines = readFileSync(`${root}/${file}`, 'latin1').split('\n')
    const at = lines.findIndex(line => mayHoldWording(Buffer.from(`\n${line}\n   message`, 'latin1'), needles))
    return at === -1 ? 1 : at + 1
  } catch {
    return 1
  }
}
