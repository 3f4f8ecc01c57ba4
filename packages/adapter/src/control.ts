import type { ModeChoice } from './mode.ts'
import type { Report } from './observe/report.ts'
import { OptionsError } from './option-fault.ts'
import { readMode } from './read-options.ts'
import type { PluginState } from './state.ts'

/** `app.problemshift`: what can be asked and changed while the server runs. */
export interface ProblemshiftControl {
  /** The mode that holds where no status, prefix or route says otherwise. */
  readonly mode: ModeChoice
  /** Whether the kill switch is pulled. */
  readonly isOff: boolean
  /** What was seen so far. */
  report(): Report
  /** Changes the mode, from the next reply on. */
  setMode(mode: ModeChoice): void
  /** The kill switch: from the next reply on nothing of ours touches anything. */
  off(): void
  /** Lets the kill switch go. */
  on(): void
}

/** Makes the control of one registration. */
export function createControl(state: PluginState): ProblemshiftControl {
  return {
    get mode() {
      return state.mode
    },
    get isOff() {
      return state.off
    },
    report: () => state.ledger.report(state.off ? false : state.mode),
    setMode(mode) {
      const read = readMode(mode)
      if ('fault' in read) throw new OptionsError([read.fault])
      state.mode = read.mode
    },
    off() {
      state.off = true
    },
    on() {
      state.off = false
    },
  }
}
