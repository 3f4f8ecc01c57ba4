import type { LeftReason } from '@problemshift/catalogue'
import type { KeptReply } from './exchange.ts'

/** The same reason, in the words of the report. */
export function keptReason(reason: LeftReason): KeptReply {
  return { outcome: 'kept', reason }
}
