import type { Catalogue } from '@problemshift/catalogue'
import type { ClientModel } from './clients/client.ts'
import { createClients } from './clients/clients.ts'
import { withCarriers } from './detect/carriers.ts'
import { detect } from './detect/detect.ts'
import { type SourceSpec, sourceModel } from './detect/source-models.ts'
import { createTracer } from './detect/create-tracer.ts'
import type { Needles } from './find/needles.ts'
import type { SourceText } from './find/source-file.ts'
import type { ApiScope } from './migrate.ts'
import { ignoreComments } from './plan/ignore-comments.ts'
import { keepOneFile } from './plan/keep-one-file.ts'
import { keepApart, keepOnly, keepTogether, makePlan } from './plan/plan.ts'
import { planMocks } from './rules/mocks/mocks.ts'
import { withReads } from './rules/read/read.ts'
import { isWanted } from './rules/rule-names.ts'
import type { Site } from './plan/site.ts'
import { describeSites } from './plan/site-edits.ts'
import { writtenTogether } from './plan/written-together.ts'
import type { IdleComment } from './report/report.ts'
import { openProject } from './source/project.ts'
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
  /** Tells that a stage has ended. */
  readonly lap: (stage: string) => void
}

/** detect → decide → plan → verify, over the files that are left. */
export function analyse(options: AnalyseOptions): Analysis {
  const project = openProject(options.root, options.all)
  const files = withCarriers(project, options.survivors, options.needles).filter(file => options.wanted.has(file))
  options.lap('open')
  const tracer = createTracer(
    project,
    options.sources.map(sourceModel),
    createClients(options.clients),
    options.catalogue.contract.code ?? undefined,
  )
  const reads = detect(tracer, files, options.catalogue)
  options.lap('detect')
  const branches = keepOnly(makePlan(tracer, reads, options.catalogue, options.api), options.only)
  options.lap('decide and plan')
  const mocks = isWanted('mocks', options.only) ? planMocks(tracer, files, options) : []
  options.lap('mocks')
  const moved = isWanted('read', options.only) ? withReads(tracer, { plan: branches, reads }, options) : branches
  options.lap('read')
  const whole = { sites: keepTogether(keepApart([...moved.sites, ...mocks])) }
  const plan = options.oneFile ? keepOneFile(whole) : whole
  const verified = verify(project, plan, { types: options.types, oneFile: options.oneFile })
  options.lap('verify')
  const idle = files.flatMap(file => {
    const unit = project.open(file)
    return unit === null ? [] : ignoreComments(tracer, unit).idle()
  })
  const before = new Map(
    [...verified.texts.keys()].flatMap(file => {
      const unit = project.open(file)
      return unit === null ? [] : [[file, unit.source] as const]
    }),
  )
  const sites = describeSites(project, verified.sites)
  const together = writtenTogether(verified.sites)
  return {
    sites,
    texts: verified.texts,
    together,
    opened: project.opened(),
    faults: project.faults,
    before,
    analysed: new Set(files),
    idle,
  }
}
