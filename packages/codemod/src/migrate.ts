import type { Catalogue } from '@problemshift/catalogue'
import type { SourceSpec } from './detect/source-models.ts'
import type { ClientModel } from './clients/client.ts'
import { createClients } from './clients/clients.ts'
import { generatedClients } from './detect/generated-clients.ts'
import { PACKAGES, SENDING_GLOBALS } from './clients/marks.ts'
import { listFiles } from './find/list-files.ts'
import { handedTo, nearRequests } from './find/near-requests.ts'
import { type Needles, needlesOf } from './find/needles.ts'
import { askingForNamed } from './find/named-pieces.ts'
import { type Prefiltered, prefilter } from './find/prefilter.ts'
import { readerOf } from './find/reader.ts'
import { createResolver } from './find/resolve-module.ts'
import { assertsOnMessages } from './find/stale-texts.ts'
import { readSource } from './find/source-file.ts'
import { whereWordingStands, whereWordingsStand } from './find/where-wording-stands.ts'
import { idleComments } from './plan/ignore-comments.ts'
import type { BranchStyle } from './plan/branch-style.ts'
import type { Site } from './plan/site.ts'
import { siteIds } from './plan/site-id.ts'
import { looksNear, markNear, type NearFiles } from './rules/near-requests.ts'
import type { IdleComment, Report } from './report/report.ts'
import { totalsOf } from './report/rule-groups.ts'
import { type Progress, type StageTime, stopwatch } from './stopwatch.ts'

export type { Progress }

export interface MigrateOptions {
  /** Absolute. */
  readonly root: string
  readonly catalogue: Catalogue
  /** Files and folders, relative to the root; everything when empty. */
  readonly paths?: readonly string[]
  readonly include?: readonly string[]
  readonly ignore?: readonly string[]
  readonly gitignore?: boolean
  /** What git lists, where it was asked beforehand. */
  readonly names?: Promise<readonly string[] | null>
  readonly sources?: readonly SourceSpec[]
  /** Client libraries beyond those that the tool knows. */
  readonly clients?: readonly ClientModel[]
  /** Forms; all when empty. */
  readonly only?: readonly string[]
  readonly api?: ApiScope | null
  /** What a rewritten test asks; its code when left out. */
  readonly branch?: BranchStyle
  /** Whether requests are to ask for problems, because the API is negotiated. */
  readonly accept?: boolean
  /** Whether the result is type-checked. */
  readonly types?: boolean
  /** How many letters of source may be held open at a time. */
  readonly letters?: number
  /** Whether what changes several files together is kept. */
  readonly oneFile?: boolean
  /** Told now and then where the run is. */
  readonly onProgress?: (progress: Progress) => void
}

/** Which requests are this API's; all when left out. */
export interface ApiScope {
  readonly baseUrls: readonly string[]
  readonly modules: readonly string[]
}

/** A report, and the bytes that would make it true. */
export interface Migration {
  readonly report: Report
  readonly changes: readonly Change[]
  readonly timings: readonly StageTime[]
}

/** A file that changes: its text before and after, without the BOM. */
export interface Change {
  readonly file: string
  readonly before: string
  readonly after: string
  readonly bom: boolean
  /** Files with the same number are written together or not at all. */
  readonly group: number
}

// Trees take some thirty bytes for each letter of their texts.
const MOST_LETTERS = 8_000_000

/** paths → find → detect → decide → plan → verify. Writes nothing. */
export async function migrate(options: MigrateOptions): Promise<Migration> {
  const started = performance.now()
  const watch = stopwatch(options.onProgress)
  const { root, catalogue } = options
  const list = listFiles({
    root,
    paths: options.paths ?? [],
    include: options.include ?? [],
    ignore: options.ignore ?? [],
    gitignore: options.gitignore ?? true,
    ...(options.names !== undefined && { names: await options.names }),
  })
  const needles = needlesOf(catalogue)
  watch.lap('list')
  // All are looked at, not only those that were asked for: a test may ask for a constant of a file that was not.
  const only = options.only ?? []
  const clients = options.clients ?? []
  const sending = { packages: [...PACKAGES, ...clients.flatMap(client => client.packages)], globals: SENDING_GLOBALS }
  const wanted = new Set(list.sources)
  const { models } = createClients(clients)
  const isNear = looksNear(only)
  const marks = markNear(only, { catalogue, models, accept: options.accept ?? false })
  const told = await prefilter({
    root,
    at: watch.at,
    files: list.all,
    needles,
    ...(isNear && { sending, tell: (file, text) => wanted.has(file) && marks.tell(file, text) }),
  })
  const { survivors, stale, ignoring } = told
  const inComponents = await prefilter({ root, files: list.components, needles, all: list.all, at: watch.at })
  const components = inComponents.survivors.flatMap(file =>
    whereWordingsStand(root, file, needles).map(line => ({ file, line, reason: 'component-file' as const })),
  )
  const shutOff = [...told.unreadable, ...inComponents.unreadable]
    .filter(file => wanted.has(file) || list.components.includes(file))
    .map(file => ({ file, line: 1, reason: 'unreadable' as const }))
  const files = list.sources.length + list.components.length
  watch.lap('prefilter')
  const generated = isNear ? generatedClients({ root, files: list.all }, models) : []
  const wrappers = [...(options.sources ?? []), ...generated].map(source => source.module)
  const resolver = remembered(() => createResolver(root, list.all, list.settings))
  const around = nearRequests(told.links, wrappers, resolver)
  const nearby = around.filter(file => wanted.has(file))
  const helpers = handedTo(told.links, around, resolver).filter(file => wanted.has(file))
  const near = marks.shareOut({ nearby, helpers })
  const read = readerOf()
  const isAsserting = (file: string) => assertsOnMessages(read(`${root}/${file}`)?.toString('latin1') ?? '')
  const asserting = () => nearRequests(told.links, wrappers, resolver, 1).filter(isAsserting)
  watch.lap('near requests')
  const finish = (found: Found): Migration => {
    const sites = [...found.sites, ...fileSites([...components, ...shutOff])].sort(inOrder)
    const shut = ignoring.filter(file => wanted.has(file) && !found.analysed.has(file))
    const idle = [...found.idle, ...shut.flatMap(file => idleIn(root, file))]
    const summary = summarise(sites, { files, opened: found.opened, ms: performance.now() - started })
    return { report: { summary, sites, idle: idle.sort(byPlace) }, changes: found.changes, timings: watch.laps() }
  }
  if (survivors.length === 0 && [...near.byRule.values()].every(files => files.length === 0)) return finish(NOTHING)

  await watch.at('load the compiler')
  const { analyse } = await import('./analyse.ts')
  watch.lap('load the compiler')
  const found = await analyse({
    watch,
    root,
    catalogue,
    needles,
    all: list.all,
    survivors: besides(survivors, () => [...stale, ...asserting()]),
    doubtful: doubtfulFiles(root, told, near, needles),
    wanted,
    near,
    sources: options.sources ?? [],
    clients,
    api: options.api ?? null,
    branch: options.branch ?? { by: 'code' },
    only,
    accept: options.accept ?? false,
    types: options.types ?? true,
    oneFile: options.oneFile ?? false,
    letters: options.letters ?? MOST_LETTERS,
  })
  const changes = [...found.texts].flatMap(([file, after]) => {
    const read = found.before.get(file)
    return read === undefined
      ? []
      : [{ file, before: read.text, after, bom: read.bom, group: found.together.get(file) ?? 0 }]
  })
  const faulty = [...found.faults].filter(([file]) => wanted.has(file) && survivors.includes(file))
  const faults = faulty.map(([file, fault]) => ({
    file,
    line: whereWordingStands(root, file, needles),
    reason: fault === 'syntax' ? ('does-not-parse' as const) : fault,
  }))
  return finish({ ...found, sites: [...found.sites, ...fileSites(faults)], changes })
}

// A text that nobody moves may be asked for anything.
function doubtfulFiles(
  root: string,
  { survivors, doubtful, byName }: Prefiltered,
  near: NearFiles,
  needles: Needles,
): readonly string[] {
  const isMoved = (rule: string) => (near.byRule.get(rule) ?? []).length > 0
  if (survivors.length === 0 && !['read', 'validation'].some(isMoved)) return []
  // Where no rule looks near requests, nobody knows what is near.
  const around = (files: readonly string[]) =>
    near.byRule.size === 0 ? files : files.filter(file => near.files.has(file))
  return [...around(doubtful), ...askingForNamed(root, around(byName), needles)]
}

// Only beside others: where nothing holds a wording of today, nobody speaks with this API.
function besides(survivors: readonly string[], others: () => readonly string[]): readonly string[] {
  return survivors.length === 0 ? [] : [...new Set([...survivors, ...others()])].sort()
}

function remembered<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** What the stages behind the prefilter gave. */
interface Found {
  readonly sites: readonly Site[]
  readonly opened: number
  readonly changes: readonly Change[]
  readonly analysed: ReadonlySet<string>
  readonly idle: readonly IdleComment[]
}

const NOTHING: Found = { sites: [], opened: 0, changes: [], analysed: new Set(), idle: [] }

interface WholeFile {
  readonly file: string
  readonly line: number
  readonly reason: 'component-file' | 'not-utf8' | 'unreadable' | 'does-not-parse'
}

// A file that could not be looked into is a site of its own: not one is passed over in silence.
function fileSites(files: readonly WholeFile[]): readonly Site[] {
  const named = files.map(({ file }) => ({ file, form: 'file', before: '' }))
  const ids = siteIds(named)
  return files.map(({ file, line, reason }, index) => ({
    id: ids[index] ?? file,
    file,
    line,
    column: 1,
    form: 'file',
    client: null,
    outcome: reason === 'component-file' || reason === 'not-utf8' ? 'keep' : 'fail',
    reason,
    codes: [],
    fields: [],
    before: '',
    after: null,
    origin: [],
    matches: [],
  }))
}

function idleIn(root: string, file: string): readonly IdleComment[] {
  const read = readSource(root, file)
  return read.outcome === 'text' ? idleComments(file, read.source.text) : []
}

interface Placed {
  readonly file: string
  readonly line: number
}

function byPlace(a: Placed, b: Placed): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1
  return a.line - b.line
}

function inOrder(a: Site, b: Site): number {
  return byPlace(a, b) || a.column - b.column
}

type Cost = Pick<Report['summary'], 'files' | 'opened' | 'ms'>

/** Counts the sites by what became of them. */
export function summarise(sites: readonly Site[], { files, opened, ms }: Cost): Report['summary'] {
  return { files, opened, ...totalsOf(sites), ms: Math.round(ms) }
}
