import { setImmediate } from 'node:timers/promises'

/** How long a stage took. */
export interface StageTime {
  readonly stage: string
  readonly ms: number
}

/** Where a run is. */
export interface Progress {
  readonly stage: string
  readonly done: number
  /** Zero where nobody knows. */
  readonly of: number
}

/** Times stage after stage, and tells on the way where the run is. */
export interface Stopwatch {
  /** The stage that ends here. */
  readonly lap: (stage: string) => void
  readonly laps: () => readonly StageTime[]
  /** Where the run is. Now and then it gives way, so that a signal is heard. */
  readonly at: (stage: string, done?: number, of?: number) => Promise<void>
}

// Often enough for an eye, and for whoever presses Ctrl-C; a turn of the event loop costs a hundredth of that.
const BETWEEN = 50

export function stopwatch(tell: (progress: Progress) => void = () => {}): Stopwatch {
  const laps: StageTime[] = []
  let last = performance.now()
  let told = last
  return {
    lap: stage => {
      const now = performance.now()
      laps.push({ stage, ms: now - last })
      last = now
    },
    laps: () => laps,
    at: async (stage, done = 0, of = 0) => {
      const now = performance.now()
      if (now - told < BETWEEN) return
      tell({ stage, done, of })
      await setImmediate()
      told = performance.now()
    },
  }
}
