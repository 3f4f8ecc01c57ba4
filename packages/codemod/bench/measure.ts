import { spawnSync } from 'node:child_process'

/** A command that is run as a whole process. */
export interface Contender {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  /** Too slow to be run more than once; what it is held against is some times faster. */
  readonly once?: true
}

export interface Run {
  readonly ms: number
  /** Kilobytes; `null` where nobody told. */
  readonly peak: number | null
}

/** The runs of each contender, in turns; another one goes first each time. */
export function inTurns(
  contenders: readonly Contender[],
  cwd: string,
  rounds: number,
): ReadonlyMap<string, readonly Run[]> {
  const runs = new Map<string, Run[]>(contenders.map(({ name }) => [name, []]))
  // Once before it counts: the files come into the page cache.
  for (const one of contenders) if (one.once !== true) runOnce(one, cwd)
  for (let round = 0; round < rounds; round += 1) {
    for (let at = 0; at < contenders.length; at += 1) {
      const one = contenders[(at + round) % contenders.length]
      if (one === undefined || (one.once === true && round > 0)) continue
      runs.get(one.name)?.push(runOnce(one, cwd))
    }
  }
  return runs
}

function runOnce({ name, command, args }: Contender, cwd: string): Run {
  const started = performance.now()
  const { status, stderr, error } = spawnSync(command, [...args], { cwd, encoding: 'utf8', maxBuffer: 1 << 28 })
  const ms = performance.now() - started
  // A search that finds nothing ends with 1.
  if (error !== undefined || status === null || status > 1)
    throw new Error(`${name} could not be measured: ${error?.message ?? stderr}`, { cause: error })
  const peak = /^peak (\d+)$/m.exec(stderr)?.[1]
  return { ms, peak: peak === undefined ? null : Number(peak) }
}

/** The median of what was asked of each round. */
export function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

export function canRun(command: string): boolean {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0
}
