import type { Catalogue } from '@problemshift/catalogue'
import type { ClientModel } from './clients/client.ts'
import { createClients } from './clients/clients.ts'
import { carriedTo } from './detect/carriers.ts'
import { detect } from './detect/detect.ts'
import { type SourceSpec, sourceModel } from './detect/source-models.ts'
import { createTracer } from './detect/create-tracer.ts'
import type { MessageRead } from './detect/message-read.ts'
import type { Tracer } from './detect/tracer.ts'
import type { Needles } from './find/needles.ts'
import type { SourceText } from './find/source-file.ts'
import type { ApiScope } from './migrate.ts'
import { ignoreComments } from './plan/ignore-comments.ts'
import { keepOneFile } from './plan/keep-one-file.ts'
import { keepApart, keepOnly, keepTogether, makePlan, type PlannedSite } from './plan/plan.ts'
import { planMocks } from './rules/mocks/mocks.ts'
import { withReads } from './rules/read/read.ts'
import { isWanted } from './rules/rule-names.ts'
import type { Site } from './plan/site.ts'
import { describeSites } from './plan/site-edits.ts'
import { writtenTogether } from './plan/written-together.ts'
import type { IdleComment } from './report/report.ts'
import { collectGarbage } from './source/collect-garbage.ts'
import { type OpenFault, openProject, openRepository, type Project, type Repository } from './source/project.ts'
import { verify } from './verify/verify.ts'

/** Everything behind the prefilter: this module, and the compiler with it, is loaded only when a file survived. */
export interface Analysis {
  readonly sites: readonly Site[]
  /** The new text of each file that changes, without its BOM. */
  readonly texts: ReadonlyMap<string, string>
  readonly opened: number
  /** Files that could not be read, with what was wrong. */
  readonly faults: ReadonlyMap<string, 'not-utf8' | 'unreadable' | 'syntax'>
  /** The files that change, as they were. */
  readonly before: ReadonlyMap<string, SourceText>
  /** Files with the same number change together or not at all. */
  readonly together: ReadonlyMap<string, number>
  /** The files in which tests were looked for. */
  readonly analysed: ReadonlySet<string>
  /** Ignore comments in them that no site made use of. */
  readonly idle: readonly IdleComment[]
}

export interface AnalyseOptions {
  readonly root: string
  readonly catalogue: Catalogue
  readonly needles: Needles
  /** Every source file, so that imports can be followed. */
  readonly all: readonly string[]
  /** Those that may hold a site. */
  readonly survivors: readonly string[]
  /** Files whose sites are wanted. */
  readonly wanted: ReadonlySet<string>
  readonly sources: readonly SourceSpec[]
  readonly clients: readonly ClientModel[]
  readonly api: ApiScope | null
  readonly only: readonly string[]
  readonly types: boolean
  readonly oneFile: boolean
  /** A project that has read so many letters is let go. */
  readonly letters: number
  /** Tells that a stage has ended. */
  readonly lap: (stage: string) => void
}

/** detect → decide → plan → verify, over the files that are left. */
export function analyse(options: AnalyseOptions): Analysis {
  const repository = openRepository(options.root, options.all)
  const looked = lookThrough(options, repository)
  options.lap('look through')
  const { project, t } = looked.left ?? openRound(options, repository)
  const reads = looked.left?.reads ?? detect(t, looked.files, options.catalogue)
  options.lap('detect')
  const sites = [...looked.sites, ...makePlan(t, reads, options.catalogue, options.api).sites]
  const branches = keepOnly({ sites }, options.only)
  options.lap('decide and plan')
  const mocks = [...looked.mocks, ...mocksIn(options, t, looked.files)]
  options.lap('mocks')
  const moved = isWanted('read', options.only) ? withReads(t, { plan: branches, reads }, options) : branches
  options.lap('read')
  const whole = { sites: keepTogether(keepApart([...moved.sites, ...mocks])) }
  const plan = options.oneFile ? keepOneFile(whole) : whole
  const verified = verify(project, plan, { types: options.types, oneFile: options.oneFile })
  options.lap('verify')
  const before = new Map(
    [...verified.texts.keys()].flatMap(file => {
      const unit = project.open(file)
      return unit === null ? [] : [[file, unit.source] as const]
    }),
  )
  const idle = [...looked.idle, ...idleIn(project, t, looked.files)]
  const faults = new Map([...looked.faults, ...project.faults])
  const opened = new Set([...looked.opened, ...project.opened()]).size - faults.size
  return {
    sites: describeSites(project, verified.sites),
    texts: verified.texts,
    together: writtenTogether(verified.sites),
    opened,
    faults,
    before,
    analysed: looked.analysed,
    idle,
  }
}

/** What a first look left to do, and what it settled. */
interface LookedThrough {
  /** The files whose sites have to be planned together. */
  readonly files: readonly string[]
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

interface Round {
  readonly project: Project
  readonly t: Tracer
}

function openRound({ sources, clients, catalogue }: AnalyseOptions, repository: Repository): Round {
  const project = openProject(repository)
  const code = catalogue.contract.code ?? undefined
  return { project, t: createTracer(project, sources.map(sourceModel), createClients(clients), code) }
}

/**
 * Looks into file after file, and lets the trees go when they are too many. A file none of whose tests proves to hold
 * wording is done then: its sites stay, and they share nothing with others.
 */
function lookThrough(options: AnalyseOptions, repository: Repository): LookedThrough {
  const { wanted, needles, catalogue, api } = options
  const queue = new Set(options.survivors)
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
    sites.push(...makePlan(round.t, settled, catalogue, api).sites)
    mocks.push(...mocksIn(options, round.t, done))
    idle.push(...idleIn(round.project, round.t, done))
    for (const file of round.project.opened()) opened.add(file)
    for (const [file, fault] of round.project.faults) faults.set(file, fault)
    settled = []
    done = []
  }
  for (const file of queue) {
    if (round.project.letters() > options.letters) {
      finish()
      // What was found holds on to the trees that are let go.
      for (const other of found.keys()) found.set(other, [])
      round = openRound(options, repository)
      rounds += 1
      collectGarbage()
    }
    for (const other of carriedTo(round.project, file, needles)) queue.add(other)
    if (!wanted.has(file)) continue
    const reads = detect(round.t, [file], catalogue)
    if (reads.some(mayHoldWording)) found.set(file, rounds === 1 ? reads : [])
    else {
      settled.push(...reads)
      done.push(file)
    }
  }
  finish()
  const analysed = new Set([...queue].filter(file => wanted.has(file)))
  const files = [...found.keys()].sort()
  const left = rounds === 1 ? { ...round, reads: files.flatMap(file => found.get(file) ?? []) } : null
  return { files, sites, mocks, idle, analysed, opened, faults, left }
}

function mayHoldWording({ sorted }: MessageRead): boolean {
  return sorted.wording.length > 0 || sorted.made.length > 0 || sorted.success.length > 0
}

function mocksIn(options: AnalyseOptions, t: Tracer, files: readonly string[]): readonly PlannedSite[] {
  return isWanted('mocks', options.only) ? planMocks(t, files, options) : []
}

function idleIn(project: Project, t: Tracer, files: readonly string[]): readonly IdleComment[] {
  return files.flatMap(file => {
    const unit = project.open(file)
    return unit === null ? [] : ignoreComments(t, unit).idle()
  })
}
