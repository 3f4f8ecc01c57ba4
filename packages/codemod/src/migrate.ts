import type { Catalogue } from '@problemshift/catalogue'
import type { SourceSpec } from './detect/source-models.ts'
import { listFiles } from './find/list-files.ts'
import { needlesOf } from './find/needles.ts'
import { prefilter } from './find/prefilter.ts'
import { whereWordingStands } from './find/where-wording-stands.ts'
import type { Site } from './plan/site.ts'
import { siteIds } from './plan/site-id.ts'
import type { Report } from './report/report.ts'

export interface MigrateOptions {
  /** Absolute. */
  readonly root: string
  readonly catalogue: Catalogue
  /** Files and folders, relative to the root; everything when empty. */
  readonly paths?: readonly string[]
  readonly include?: readonly string[]
  readonly ignore?: readonly string[]
  readonly gitignore?: boolean
  readonly sources?: readonly SourceSpec[]
  /** Forms; all when empty. */
  readonly only?: readonly string[]
  readonly api?: ApiScope | null
  /** Whether the result is type-checked. */
  readonly types?: boolean
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
}

/** A file that changes: its text before and after, without the BOM. */
export interface Change {
  readonly file: string
  readonly after: string
  readonly bom: boolean
}

/** paths → find → detect → decide → plan → verify. Writes nothing. */
export async function migrate(options: MigrateOptions): Promise<Migration> {
  const started = performance.now()
  const { root, catalogue } = options
  const list = listFiles({
    root,
    paths: options.paths ?? [],
    include: options.include ?? [],
    ignore: options.ignore ?? [],
    gitignore: options.gitignore ?? true,
  })
  const needles = needlesOf(catalogue)
  const survivors = prefilter(root, list.sources, needles)
  const components = prefilter(root, list.components, needles).map(file => ({
    file,
    line: whereWordingStands(root, file, needles),
    reason: 'component-file' as const,
  }))
  const files = list.sources.length + list.components.length
  const finish = (sites: readonly Site[], opened: number, changes: readonly Change[]): Migration => {
    const all = [...sites, ...fileSites(components)].sort(inOrder)
    return { report: { summary: summarise(all, files, opened, performance.now() - started), sites: all }, changes }
  }
  if (survivors.length === 0) return finish([], 0, [])

  const { analyse } = await import('./analyse.ts')
  const found = analyse({
    root,
    catalogue,
    needles,
    all: list.all,
    survivors,
    wanted: new Set(list.sources),
    sources: options.sources ?? [],
    api: options.api ?? null,
    only: options.only ?? [],
    types: options.types ?? true,
  })
  const changes = [...found.texts].map(([file, after]) => ({ file, after, bom: found.boms.get(file) ?? false }))
  const faulty = [...found.faults].filter(([file]) => survivors.includes(file))
  const faults = faulty.map(([file, fault]) => ({
    file,
    line: whereWordingStands(root, file, needles),
    reason: fault === 'syntax' ? ('does-not-parse' as const) : fault,
  }))
  return finish([...found.sites, ...fileSites(faults)], found.opened, changes)
}

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

function inOrder(a: Site, b: Site): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1
  return a.line - b.line || a.column - b.column
}

function summarise(sites: readonly Site[], files: number, opened: number, ms: number): Report['summary'] {
  const count = (outcome: Site['outcome']) => sites.filter(site => site.outcome === outcome).length
  return {
    files,
    opened,
    sites: sites.length,
    rewritten: count('rewrite'),
    kept: count('keep'),
    failed: count('fail'),
    ms: Math.round(ms),
  }
}
