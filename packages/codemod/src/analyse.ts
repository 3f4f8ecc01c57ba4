import type { Catalogue } from '@problemshift/catalogue'
import type { ClientModel } from './clients/client.ts'
import { detect } from './detect/detect.ts'
import type { SourceSpec } from './detect/source-models.ts'
import type { Needles } from './find/needles.ts'
import type { SourceText } from './find/source-file.ts'
import { idleIn, type LookedThrough, lookThrough, mocksIn, openRound } from './look-through.ts'
import type { ApiScope } from './migrate.ts'
import type { BranchStyle } from './plan/branch-style.ts'
import { moveCopies, withCopies } from './plan/copied-conditions.ts'
import { keepOneFile } from './plan/keep-one-file.ts'
import { keepApart, keepOnly, keepTogether, makePlan, type Plan, type PlannedSite } from './plan/plan.ts'
import { joinMocks } from './rules/mocks/join-mocks.ts'
import { filesNamingBodies } from './rules/mocks/where-bodies-are-named.ts'
import { planFurtherRules, withoutMoved } from './rules/further-rules.ts'
import { withReads } from './rules/read/read.ts'
import type { NearFiles } from './rules/near-requests.ts'
import { withFields } from './rules/validation/validation.ts'
import { isWanted } from './rules/rule-names.ts'
import type { Site } from './plan/site.ts'
import { describeSites } from './plan/site-edits.ts'
import { writtenTogether } from './plan/written-together.ts'
import type { IdleComment } from './report/report.ts'
import type { Tracer } from './detect/tracer.ts'
import { collectGarbage } from './source/collect-garbage.ts'
import { openProject, openRepository, type Repository } from './source/project.ts'
import type { Stopwatch } from './stopwatch.ts'
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
  /** Others that hold one only if a text there proves to be a wording. */
  readonly doubtful: readonly string[]
  /** Files whose sites are wanted. */
  readonly wanted: ReadonlySet<string>
  readonly near: NearFiles
  readonly sources: readonly SourceSpec[]
  readonly clients: readonly ClientModel[]
  readonly api: ApiScope | null
  readonly branch: BranchStyle
  readonly only: readonly string[]
  readonly accept: boolean
  readonly types: boolean
  readonly oneFile: boolean
  /** A project that has read so many letters is let go. */
  readonly letters: number
  readonly watch: Stopwatch
}

// The bodies in files of JSON have words of the catalogue, the tests that replay them have none.
function namedBodies(options: AnalyseOptions, t: Tracer, { analysed }: LookedThrough): readonly PlannedSite[] {
  if (!isWanted('mocks', options.only)) return []
  return mocksIn(
    options,
    t,
    filesNamingBodies(t, options.wanted).filter(file => !analysed.has(file)),
  )
}

/** detect → decide → plan → verify, over the files that are left. */
export async function analyse(options: AnalyseOptions): Promise<Analysis> {
  const { lap, at } = options.watch
  const repository = openRepository(options.root, options.all)
  const { letters, plan, ...told } = await planAll(options, repository)
  // What follows asks for few trees, and for types: it begins without those that the plan needed.
  if (letters > MANY_LETTERS) collectGarbage()
  const project = openProject(repository)
  await at('verify')
  const verified = verify(project, plan, { types: options.types, oneFile: options.oneFile })
  lap('verify')
  const before = new Map(
    [...verified.texts.keys()].flatMap(file => {
      const source = project.sourceOf(file)
      return source === null ? [] : [[file, source] as const]
    }),
  )
  return {
    ...told,
    sites: describeSites(project, verified.sites),
    texts: verified.texts,
    together: writtenTogether(verified.sites),
    before,
  }
}

/** What was planned, as plain data: nothing of it holds on to a tree. */
interface Planned extends Pick<Analysis, 'opened' | 'faults' | 'analysed' | 'idle'> {
  readonly plan: Plan
  /** How long the texts are of which trees were held. */
  readonly letters: number
}

// Some sixty megabytes of trees: to let them go costs less than to have the engine find room beside them.
const MANY_LETTERS = 2_000_000

async function planAll(options: AnalyseOptions, repository: Repository): Promise<Planned> {
  const { lap, at } = options.watch
  const looked = await lookThrough(options, repository)
  lap('look through')
  await at('detect')
  const { project, t } = looked.left ?? openRound(options, repository)
  const reads = looked.left?.reads ?? detect(t, looked.files, options.catalogue, looked.doubtful)
  lap('detect')
  await at('decide and plan')
  const sites = [
    ...looked.sites,
    ...makePlan(t, reads, options.catalogue, options.api, isWanted('mocks', options.only)).sites,
  ]
  const branches = keepOnly({ sites }, options.only)
  lap('decide and plan')
  const mocks = joinMocks([...looked.mocks, ...mocksIn(options, t, looked.files), ...namedBodies(options, t, looked)])
  lap('mocks')
  const fields = isWanted('validation', options.only) ? withFields(t, { plan: branches, reads }, options) : branches
  lap('validation')
  const moved = isWanted('read', options.only) ? await withReads(t, { plan: fields, reads }, options) : fields
  lap('read')
  await at('further rules')
  const further = planFurtherRules(t, options)
  lap('further rules')
  const left = moveCopies(t, withoutMoved(project, moved.sites, further), further)
  const whole = {
    sites: keepTogether(keepApart([...left, ...mocks, ...withCopies(t, further, left)])),
  }
  const plan = options.oneFile ? keepOneFile(whole) : whole
  const idle = [...looked.idle, ...idleIn(project, t, looked.files)]
  const faults = new Map([...looked.faults, ...project.faults])
  const opened = new Set([...looked.opened, ...project.opened()]).size - faults.size
  return { plan, opened, faults, analysed: looked.analysed, idle, letters: project.letters() }
}
