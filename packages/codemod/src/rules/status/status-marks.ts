import type { Catalogue } from '@problemshift/catalogue'
import { statusMoves } from './status-moves.ts'

/** The files in which something may ask for a status, or for a body that there is none of, by their texts. */
export function filesWithStatuses(
  catalogue: Catalogue,
  files: readonly string[],
  textOf: (file: string) => string,
): readonly string[] {
  // Whether a success is an error after all is asked by any member.
  if (statusMoves(catalogue).some(({ from }) => from < 400)) return files
  return files.filter(file => {
    const text = textOf(file)
    return /status(?!Text\b)/i.test(text) || (/\bDELETE\b/i.test(text) && /\bjson\b/.test(text))
  })
}
