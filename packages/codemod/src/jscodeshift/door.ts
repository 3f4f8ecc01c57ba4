import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { type Configuration, readConfiguration } from '../cli/configuration.ts'
import { openCatalogue } from '../cli/open-catalogue.ts'
import { UsageError } from '../cli/usage.ts'
import { REASONS } from '../decide/reasons.ts'
import { type Migration, migrate } from '../migrate.ts'
import type { Site } from '../plan/site.ts'

/** What jscodeshift hands over: one file, and the options that it does not know itself. */
export interface Request {
  readonly cwd: string
  readonly path: string
  readonly source: string
  readonly options: { readonly catalogue?: string; readonly config?: string }
}

export interface Answer {
  /** The whole new text; `null` where the file stays as it is. */
  readonly text: string | null
  readonly rewritten: number
  /** A line for each site that somebody has to look at. */
  readonly kept: readonly string[]
}

type Door = (request: Request) => Promise<Answer>

/**
 * Decides files one by one on the whole repository: it is looked at once, when the first file comes. What would change
 * another file, too, is kept.
 */
export function openDoor(): Door {
  const known = new Map<string, Promise<Migration>>()
  const lookAt = (request: Request, anew: boolean): Promise<Migration> => {
    const key = JSON.stringify([request.cwd, request.options.catalogue, request.options.config])
    const migration = (anew ? undefined : known.get(key)) ?? lookAtAll(request)
    known.set(key, migration)
    return migration
  }
  return async request => {
    const path = resolve(request.cwd, request.path)
    if (!existsSync(path)) return answer(await lookAtOne(request), basis(request.path), request.source)
    const file = nameOf(request.cwd, path)
    const first = await lookAt(request, false)
    if (isOf(first, file, request.source)) return answer(first, file, request.source)
    // Somebody wrote the file since the repository was looked at.
    const second = await lookAt(request, true)
    return isOf(second, file, request.source) ? answer(second, file, request.source) : NOTHING
  }
}

const NOTHING: Answer = { text: null, rewritten: 0, kept: [] }

function nameOf(cwd: string, path: string): string {
  const name = relative(realpathSync(cwd), realpathSync(path)).split(sep).join('/')
  if (name.startsWith('../')) {
    throw new UsageError(
      'no-such-path',
      `${path} is outside of ${cwd}: run jscodeshift in the folder of the repository`,
    )
  }
  return name
}

async function lookAtAll({ cwd, options }: Request): Promise<Migration> {
  const config = await readConfiguration(cwd, options.config ?? null)
  return lookAtFolder(
    realpathSync(cwd),
    config,
    await openCatalogue(cwd, options.catalogue ?? config.catalogue ?? undefined),
  )
}

// A text without a file, as jscodeshift's own test helpers hand it over: nothing else can import it.
async function lookAtOne({ cwd, path, source, options }: Request): Promise<Migration> {
  const config = await readConfiguration(cwd, options.config ?? null)
  const catalogue = await openCatalogue(cwd, options.catalogue ?? config.catalogue ?? undefined)
  const folder = mkdtempSync(join(tmpdir(), 'problemshift-door-'))
  try {
    const file = join(folder, basis(path))
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, source)
    return await lookAtFolder(folder, { ...config, include: [], ignore: [] }, catalogue)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function basis(path: string): string {
  return path.split(/[\\/]/).at(-1) || 'client.js'
}

type Catalogue = Awaited<ReturnType<typeof openCatalogue>>

function lookAtFolder(root: string, config: Configuration, catalogue: Catalogue): Promise<Migration> {
  const { include, ignore, sources, clients, api } = config
  return migrate({ root, catalogue, include, ignore, sources, clients, api, oneFile: true })
}

function isOf({ changes }: Migration, file: string, source: string): boolean {
  const change = changes.find(one => one.file === file)
  return change === undefined || withBom(change.before, change.bom) === source
}

function withBom(text: string, bom: boolean): string {
  return bom ? `\uFEFF${text}` : text
}

function answer({ report, changes }: Migration, file: string, source: string): Answer {
  const sites = report.sites.filter(site => site.file === file)
  const change = changes.find(one => one.file === file)
  return {
    text: change === undefined ? null : withBom(change.after, source.startsWith('\uFEFF')),
    rewritten: sites.filter(site => site.outcome === 'rewrite').length,
    kept: sites.flatMap(keptLine),
  }
}

function keptLine({ line, column, outcome, reason, before }: Site): readonly string[] {
  if (outcome === 'rewrite' || reason === null || REASONS[reason].settled) return []
  return [`${line}:${column} kept: ${reason}. ${REASONS[reason].is} ${before}`.trim()]
}
