import type { Progress } from '../migrate.ts'

/** A line on a terminal that tells where the run is, and goes away. */
export interface ProgressLine {
  readonly tell: (progress: Progress) => void
  readonly clear: () => void
}

const CLEAR = '\r\x1b[2K'
const SILENT: ProgressLine = { tell: () => {}, clear: () => {} }
// Where nobody told how wide the terminal is.
const COLUMNS = 80

/** The line; where `write` is no terminal, nothing is ever written. */
export function progressLine(write: ((text: string) => void) | null, columns = COLUMNS): ProgressLine {
  if (write === null) return SILENT
  let isShown = false
  return {
    tell: ({ stage, done, of }) => {
      const count = of === 0 ? '' : ` ${done} of ${of} files`
      write(`${CLEAR}${`${stage}${count}`.slice(0, columns - 1)}`)
      isShown = true
    },
    clear: () => {
      if (isShown) write(CLEAR)
      isShown = false
    },
  }
}
