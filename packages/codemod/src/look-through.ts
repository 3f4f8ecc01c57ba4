import type { AnalyseOptions } from './analyse.ts'
import { createClients } from './clients/clients.ts'
import { carriedTo } from './detect/carriers.ts'
import { createTracer } from './detect/create-tracer.ts'
import { detect } from './detect/detect.ts'
import type { MessageRead } from './detect/message-read.ts'
import { sourceModel } from './detect/source-models.ts'
import type { Tracer } from './detect/tracer.ts'
import { ignoreComments } from './plan/ignore-comments.ts'
import { makePlan, type PlannedSite } from './plan/plan.ts'
import type { IdleComment } from './report/report.ts'
import { planMocks } from './rules/mocks/mocks.ts'
import { isWanted } from './rules/rule-names.ts'
import { collectGarbage } from './source/collect-garbage.ts'
import { type OpenFault, openProject, type Project, type Repository } from './source/project.ts'

/** What a first look left to do, and what it settled. */
export interface LookedThrough {
  /** The files whose sites have to be planned together. */
  readonly files: readonly string[]
  /** Those in which a test has to prove that it is about a wording. */
  readonly doubtful: ReadonlySet<string>
  /** Sites that stay whatever becomes of others. */
  readonly sites: readonly PlannedSite[]
  readonly mocks: readonly PlannedSite[]
  readonly idle: readonly IdleComment[]
  readonly analysed: ReadonlySet<string>
  readonly opened: ReadonlySet<string>
  readonly faults: ReadonlyMap<string, OpenFault>
  /** The project that looked, and what it found in these files, where one was enough for all. */
  readonly left: (Round & { readonly reads: readonly MessageRead[] }) | null
}

export interface Round {
  readonly project: Project
  readonly t: Tracer
}

/** A project of which nothing is open yet, and its tracer. */
export function openRound({ sources, clients, catalogue, branch }: AnalyseOptions, repository: Repository): Round {
  const project = openProject(repository)
  const code = catalogue.contract.code ?? undefined
  return { project, t: createTracer(project, sources.map(sourceModel), createClients(clients), code, branch) }
}

/**
 * Looks into file after file, and lets the trees go when they are too many. A file none of whose tests proves to hold
 * wording is done then: its sites stay, and they share nothing with others.
 */
export async function lookThrough(options: AnalyseOptions, repository: Repository): Promise<LookedThrough> {
  const { wanted, needles, catalogue, api } = options
  const queue = new Set(options.survivors)
  const doubtful = new Set<string>()
  const sites: PlannedSite[] = []
  const mocks: PlannedSite[] = []
  const idle: IdleComment[] = []
  const opened = new Set<string>()
  const faults = new Map<string, OpenFault>()
  let round = openRound(options, repository)
  let rounds = 1
  let settled: MessageRead[] = []
  let done: string[] = []
  const found = new Map<string, readonly MessageRead[]>()

  const finish = () => {
    sites.push(...makePlan(round.t, settled, catalogue, api, isWanted('mocks', options.only)).sites)
    mocks.push(...mocksIn(options, round.t, done))
    idle.push(...idleIn(round.project, round.t, done))
    for (const file of round.project.opened()) opened.add(file)
    for (const [file, fault] of round.project.faults) faults.set(file, fault)
    settled = []
    done = []
  }
  let count = 0
  for (const file of inTurn(queue, options.doubtful, doubtful)) {
    await options.watch.at('look through', count, queue.size)
    count += 1
    if (round.project.letters() > options.letters) {
      finish()
      // What was found holds on to the trees that are let go.
      for (const other of found.keys()) found.set(other, [])
      round = openRound(options, repository)
      rounds += 1
      collectGarbage()
    }
    if (!doubtful.has(file)) for (const other of carriedTo(round.project, file, needles)) queue.add(other)
    if (!wanted.has(file)) continue
    const reads = detect(round.t, [file], catalogue, doubtful)
    if (reads.some(mayHoldWording)) found.set(file, rounds === 1 ? reads : [])
    else {
      settled.push(...reads)
      done.push(file)
    }
  }
  finish()
  const analysed = new Set([...queue, ...doubtful].filter(file => wanted.has(file)))
  const files = [...found.keys()].sort()
  const left = rounds === 1 ? { ...round, reads: files.flatMap(file => found.get(file) ?? []) } : null
  return { files, doubtful, sites, mocks, idle, analysed, opened, faults, left }
}

// What leads to a file may take the doubt away: those that are left come last.
function* inTurn(queue: Set<string>, perhaps: readonly string[], doubtful: Set<string>): Generator<string> {
  yield* queue
  for (const file of perhaps) {
    if (queue.has(file)) continue
    doubtful.add(file)
    yield file
  }
}

function mayHoldWording({ sorted }: MessageRead): boolean {
  return sorted.wording.length > 0 || sorted.made.length > 0 || sorted.success.length > 0
}

/** What the rule `mocks` does in these files. */
export function mocksIn(options: AnalyseOptions, t: Tracer, files: readonly string[]): readonly PlannedSite[] {
  return isWanted('mocks', options.only) ? planMocks(t, files, options) : []
}

/** The ignore comments of these files that no site made use of. */
export function idleIn(project: Project, t: Tracer, files: readonly string[]): readonly IdleComment[] {
  return files.flatMap(file => {
    const unit = project.open(file)
    return unit === null ? [] : ignoreComments(t, unit).idle()
  })
}
