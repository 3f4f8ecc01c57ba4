import { existsSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { printVerify, printVerifyJson } from '../replay/print-verify.ts'
import { openRevision, RevisionError } from '../replay/revision.ts'
import { type Servers, verifyClient, type VerifySettings } from '../replay/verify-client.ts'
import { summariseVerify, type VerifyReport } from '../replay/verify-report.ts'
import type { Arguments } from './arguments.ts'
import { readConfiguration } from './configuration.ts'
import type { Terminal } from './main.ts'
import { openCatalogue } from './open-catalogue.ts'
import { findVerification, readVerification } from './read-verification.ts'
import { UsageError } from './usage.ts'

/** Plays the team's own functions before and after, and says whether a caller could see a difference. */
export async function verify(args: Arguments, terminal: Terminal): Promise<0 | 1 | 3> {
  const { cwd } = terminal
  const config = await readConfiguration(cwd, args.config)
  const servers = serversOf(args)
  const found = await readVerification(fileOf(args, cwd), config.api?.baseUrls ?? [], servers === null)
  const catalogue = await openCatalogue(cwd, args.catalogue ?? found.catalogue ?? config.catalogue ?? undefined)
  const before = openBefore(cwd, args.before ?? found.verification.before)
  try {
    const report = await verifyClient({
      verification: found.verification,
      catalogue,
      servers,
      before: before.root,
      after: cwd,
      jobs: args.jobs ?? availableParallelism(),
      ...progressOf(args, terminal),
    })
    show(args, terminal, report)
    const { compared, different, failed } = summariseVerify(report)
    if (different > 0) return 1
    // Nothing compared is nothing shown.
    return failed > 0 || compared === 0 ? 3 : 0
  } finally {
    before.close()
  }
}

function serversOf({ server, against }: Arguments): Servers | null {
  if (server === null && against === null) return null
  if (server === null || against === null) {
    throw new UsageError('bad-value', '--server is the v1 server and --against the v2 server: give both, or neither')
  }
  for (const [flag, url] of [['server', server] as const, ['against', against] as const]) {
    const isAddress = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)
    if (!isAddress)
      throw new UsageError('bad-value', `--${flag} "${url}": an address is expected, as http://localhost:3000`)
  }
  return { v1: server, v2: against }
}

function fileOf({ operands, format }: Arguments, cwd: string): string {
  if (format !== 'text' && format !== 'json') {
    throw new UsageError('bad-value', `--format "${format}": verify has text and json`)
  }
  if (operands.length > 1) throw new UsageError('bad-value', 'verify takes one file')
  const [named] = operands
  const file = named === undefined ? findVerification(cwd) : resolve(cwd, named)
  if (file !== undefined && existsSync(file)) return file
  const name = named ?? 'problemshift.verify.yaml'
  throw new UsageError('no-verification', `${name}: no such file; it names the calls and the recorded answers`)
}

function progressOf(args: Arguments, terminal: Terminal): Pick<VerifySettings, 'onProgress'> {
  if (!args.progress || args.quiet || !terminal.isTerminal) return {}
  return { onProgress: (done, of) => terminal.error(`\r${done}/${of}${done === of ? '\n' : ''}`) }
}

function show(args: Arguments, terminal: Terminal, report: VerifyReport): void {
  const isOnTerminal = terminal.isTerminal && args.outputFile === null
  const color = args.color && !terminal.noColor && isOnTerminal
  const width = isOnTerminal && terminal.columns !== undefined ? { width: terminal.columns } : {}
  const printed =
    args.format === 'json' ? printVerifyJson(report) : printVerify(report, { color, verbose: args.verbose, ...width })
  if (args.outputFile !== null) writeFileSync(resolve(terminal.cwd, args.outputFile), printed)
  else if (args.format === 'json' || !args.quiet) terminal.out(printed)
}

function openBefore(cwd: string, before: string) {
  try {
    return openRevision(cwd, before)
  } catch (error) {
    if (error instanceof RevisionError) throw new UsageError('no-such-revision', `before: ${error.message}`)
    throw error
  }
}
