import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { relative, resolve, sep } from 'node:path'
import { REASONS } from '../decide/reasons.ts'
import { askGit } from '../find/list-files.ts'
import { type Migration, migrate, summarise } from '../migrate.ts'
import type { Site } from '../plan/site.ts'
import { printIdle } from '../report/idle.ts'
import { PRINTERS } from '../report/printers.ts'
import type { Report } from '../report/report.ts'
import { printStory, printSummary } from '../report/text.ts'
import { type WriteFault, writeChanges } from '../rewrite/write-files.ts'
import { type Arguments, readArguments } from './arguments.ts'
import { type Baseline, readBaseline, writeBaseline } from './baseline.ts'
import { readConfiguration } from './configuration.ts'
import { progressLine } from './progress.ts'
import { isDirty } from './dirty-tree.ts'
import { openCatalogue } from './open-catalogue.ts'
import { HELP, UsageError } from './usage.ts'

/** What the process must do; only the bin touches it. */
export interface Terminal {
  readonly cwd: string
  readonly isTerminal: boolean
  readonly noColor: boolean
  /** How many columns it has; left out where it is no terminal. */
  readonly columns?: number
  readonly out: (text: string) => void
  readonly error: (text: string) => void
  /** Where progress is shown; left out where nobody watches. */
  readonly progress?: (text: string) => void
}

export type ExitCode = 0 | 1 | 2 | 3 | 4

/** The command line from arguments to exit code. */
export async function main(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  try {
    return await runCommand(readArguments(argv), terminal)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    terminal.error(`problemshift-codemod: ${error.message}\n`)
    return 2
  }
}

// Reading 11,000 files took one thread 0.31 s, two 0.34 and four 0.41; what follows a value follows it through all files.
const ONE_JOB =
  'problemshift-codemod: --jobs changes nothing: one thread reads a repository sooner than more of them have started\n'

async function runCommand(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  if (args.command === 'help') {
    terminal.out(HELP)
    return 0
  }
  if (args.command === 'version') {
    terminal.out(`${ownVersion()}\n`)
    return 0
  }
  if (args.command === 'init') {
    const { init } = await import('./init.ts')
    return init(args, terminal)
  }
  if (args.command === 'verify') {
    const { verify } = await import('./verify.ts')
    return verify(args, terminal)
  }
  const names = args.gitignore ? { names: askGit(terminal.cwd) } : {}
  const config = await readConfiguration(terminal.cwd, args.config)
  const catalogue = await openCatalogue(terminal.cwd, args.catalogue ?? config.catalogue ?? undefined)
  if (args.command === 'run' && !args.allowDirty && isDirty(terminal.cwd)) {
    terminal.error('problemshift-codemod: the work tree has changes; commit them, or say --allow-dirty\n')
    return 4
  }
  const baseline =
    args.baseline === null || args.updateBaseline
      ? null
      : readBaseline(resolve(terminal.cwd, args.baseline), args.baseline)
  if ((args.jobs ?? 1) > 1) terminal.error(ONE_JOB)
  const line = progressLine(args.progress && !args.quiet ? (terminal.progress ?? null) : null, terminal.columns)
  const found = await migrate({
    onProgress: line.tell,
    root: terminal.cwd,
    catalogue,
    paths: args.command === 'explain' ? [] : pathsOf(args, terminal.cwd),
    include: [...config.include, ...args.include],
    ignore: [...config.ignore, ...args.ignore],
    gitignore: args.gitignore,
    ...names,
    sources: config.sources,
    clients: config.clients,
    api: config.api,
    branch: config.branch,
    only: args.only,
    accept: args.accept,
  })
  line.clear()
  return finish(
    args,
    terminal,
    baseline === null
      ? found
      : { ...found, report: beyond(baseline, found.report, args.operands.length === 0, terminal) },
  )
}

function finish(args: Arguments, terminal: Terminal, found: Migration): ExitCode {
  const { changes } = found
  if (args.command === 'explain') return explain(args, terminal, found.report)
  const faults = args.command === 'run' ? writeChanges(terminal.cwd, changes) : []
  const report = withoutUnwritten(found, faults)
  show(args, terminal, report)
  for (const comment of report.idle) terminal.error(printIdle(comment))
  if (args.timings)
    for (const { stage, ms } of found.timings) terminal.error(`${ms.toFixed(0).padStart(6)} ms  ${stage}\n`)
  if (args.baseline !== null && args.updateBaseline) {
    const left = report.sites.filter(isWork)
    writeBaseline(resolve(terminal.cwd, args.baseline), left)
    terminal.error(`${left.length} sites are in ${args.baseline} now\n`)
    return 0
  }
  for (const fault of faults)
    terminal.error(`problemshift-codemod: ${fault.file} could not be written: ${fault.cause}\n`)
  switch (args.command) {
    case 'run':
      return faults.length > 0 || report.summary.failed > 0 ? 3 : 0
    case 'check':
      return leftOver(report) > args.maxKept ? 1 : report.summary.failed > 0 ? 3 : 0
    default:
      return 0
  }
}

/** The report as it is true after the files were written. */
function withoutUnwritten({ report, changes }: Migration, faults: readonly WriteFault[]): Report {
  if (faults.length === 0) return report
  const groups = new Set(changes.filter(one => faults.some(({ file }) => file === one.file)).map(one => one.group))
  const lost = new Set(changes.filter(one => groups.has(one.group)).map(one => one.file))
  const isLost = (site: Site) => site.outcome === 'rewrite' && (site.edits ?? []).some(({ file }) => lost.has(file))
  const sites = report.sites.map(site =>
    isLost(site)
      ? {
          ...site,
          outcome: 'fail' as const,
          reason: 'not-written' as const,
          codes: [],
          after: null,
          edits: [],
          hunks: [],
        }
      : site,
  )
  return { ...report, sites, summary: summarise(sites, report.summary) }
}

function show(args: Arguments, terminal: Terminal, report: Report): void {
  const color = args.color && !terminal.noColor && terminal.isTerminal && args.outputFile === null
  const width = widthOf(args, terminal)
  const printed = PRINTERS[args.format](report, { color, verbose: args.verbose, ...width })
  if (args.outputFile !== null) writeFileSync(resolve(terminal.cwd, args.outputFile), printed)
  else if (!args.quiet || args.format !== 'text') terminal.out(printed)
  else terminal.out(`${printSummary(report)}\n`)
}

function widthOf(args: Arguments, { isTerminal, columns }: Terminal): { readonly width?: number } {
  return isTerminal && columns !== undefined && args.outputFile === null ? { width: columns } : {}
}

/** Message reads that are still there after what can be rewritten would be: all of them are work for `check`. */
function leftOver(report: Report): number {
  return report.sites.filter(isWork).length
}

function isWork(site: Site): boolean {
  return site.reason === null || !REASONS[site.reason].settled
}

/** The report without the sites that the team has decided to live with. */
function beyond(baseline: Baseline, report: Report, whole: boolean, terminal: Terminal): Report {
  const sites = report.sites.filter(site => !baseline.has(site.id))
  const gone = baseline.size - (report.sites.length - sites.length)
  if (whole && gone > 0)
    terminal.error(`${gone} sites of the baseline are not there any more: --update-baseline takes them out\n`)
  return { ...report, sites, summary: summarise(sites, report.summary) }
}

function explain(args: Arguments, terminal: Terminal, report: Report): ExitCode {
  const [id] = args.operands
  const site = report.sites.find(one => one.id === id)
  if (site === undefined) throw new UsageError('no-such-site', `no site has the id "${id ?? ''}": plan lists them`)
  terminal.out(printStory(site, { color: args.color && terminal.isTerminal && !terminal.noColor, verbose: true }))
  return 0
}

function pathsOf(args: Arguments, cwd: string): readonly string[] {
  return args.operands.map(operand => {
    const path = resolve(cwd, operand)
    if (!existsSync(path)) throw new UsageError('no-such-path', `${operand}: no such file or folder`)
    const name = relative(cwd, path).split(sep).join('/')
    if (name.startsWith('..')) throw new UsageError('no-such-path', `${operand}: is outside of this folder`)
    return name
  })
}

function ownVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  const version = typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : ''
  return String(version)
}
