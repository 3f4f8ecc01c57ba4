import type { Catalogue } from '@problemshift/catalogue'
import { statusMoves } from './status-moves.ts'

/** A status is written out, or named. */
export const NUMBERS = /\b[1-5]\d\d\b|HTTP|Status[A-Z]?\w*\./

/** The files in which something may ask for a status, or for a body that there is none of, by their texts. */
export function filesWithStatuses(
  { catalogue }: { readonly catalogue: Catalogue },
  files: readonly string[],
  textOf: (file: string) => string,
): readonly string[] {
  // Whether a success is an error after all is asked by any member.
  if (statusMoves(catalogue).some(({ from }) => from < 400)) return files
  return files.filter(file => {
    const text = textOf(file)
    return (
      (/status(?!Text\b)/i.test(text) && NUMBERS.test(text)) || (/\bDELETE\b/i.test(text) && text.includes('.json('))
    )
  })
}
