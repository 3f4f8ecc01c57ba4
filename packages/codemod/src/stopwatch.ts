/** How long a stage took. */
export interface StageTime {
  readonly stage: string
  readonly ms: number
}

/** Times stage after stage. */
export interface Stopwatch {
  /** The stage that ends here. */
  readonly lap: (stage: string) => void
  readonly laps: () => readonly StageTime[]
}

export function stopwatch(): Stopwatch {
  const laps: StageTime[] = []
  let last = performance.now()
  return {
    lap: stage => {
      const now = performance.now()
      laps.push({ stage, ms: now - last })
      last = now
    },
    laps: () => laps,
  }
}
