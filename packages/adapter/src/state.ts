import type { Catalogue } from '@problemshift/catalogue'
import type { Converter } from './exchange.ts'
import type { ModeChoice } from './mode.ts'
import type { Ledger } from './observe/ledger.ts'
import type { Settings } from './settings.ts'

/** What one registration shares between its hooks; `mode` and `off` are the only things that change while it runs. */
export interface PluginState {
  readonly settings: Settings
  readonly catalogue: Catalogue
  readonly converter: Converter
  readonly ledger: Ledger
  /** The registration around this one, when it was registered in a prefix: its kill switch counts too. */
  readonly outer: PluginState | null
  mode: ModeChoice
  off: boolean
}

/** Whether the kill switch of this registration, or of one around it, was pulled. */
export function isOff(state: PluginState): boolean {
  return state.off || (state.outer !== null && isOff(state.outer))
}
