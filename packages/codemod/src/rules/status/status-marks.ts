import type { Look, NearScope } from '../near-requests.ts'
import { statusMoves } from './status-moves.ts'

/** A status is written out, or named. */
export const NUMBERS = /\b[1-5]\d\d\b|HTTP|Status[A-Z]?\w*\./

/** Whether something may ask for a status, or for a body that there is none of, by the text of a file. */
export function looksForStatuses({ catalogue }: Pick<NearScope, 'catalogue'>): Look {
  // Whether a success is an error after all is asked by any member.
  if (statusMoves(catalogue).some(({ from }) => from < 400)) return { asks: () => 'surely' }
  return { asks: text => (mayAskStatus(text) ? 'surely' : 'never') }
}

function mayAskStatus(text: string): boolean {
  return (/status(?!Text\b)/i.test(text) && NUMBERS.test(text)) || (/\bDELETE\b/i.test(text) && text.includes('.json('))
}
