import { REASONS } from '../decide/reasons.ts'
import type { Site } from '../plan/site.ts'
import type { Printer, PrintOptions, Report } from './report.ts'

/** The report for a terminal: what changes, what stays and why, and a sum that adds up. */
export const text: Printer = (report, options) => {
  const parts = report.sites.map(site => printSite(site, options))
  return `${[...parts, printSummary(report)].join('\n')}\n`
}

/** One site's whole story. */
export function printSite(site: Site, options: PrintOptions): string {
  const place = `${site.file}:${site.line}:${site.column}`
  const head = `${paint(options, BOLD, place)}  ${site.form}${site.client === null ? '' : ` · ${site.client}`}  [${site.id}]`
  const lines = [head, ...outcomeLines(site, options)]
  if (site.matches.length > 0 && (options.verbose || site.outcome === 'rewrite')) {
    for (const { code, sign, verdict, witness } of site.matches) {
      lines.push(`    ${verdict} ${code} (${sign})${witness === null ? '' : `: "${witness}"`}`)
    }
  }
  if (options.verbose) for (const { file, line, step } of site.origin) lines.push(`    from ${file}:${line} ${step}`)
  return `${lines.join('\n')}\n`
}

function outcomeLines(site: Site, options: PrintOptions): readonly string[] {
  if (site.outcome === 'rewrite') {
    return [
      ...prefixed('  - ', site.before).map(line => paint(options, RED, line)),
      ...prefixed('  + ', site.after ?? '').map(line => paint(options, GREEN, line)),
      `  ${site.codes.join(', ')}`,
    ]
  }
  const lines = prefixed('    ', site.before)
  if (site.reason === null) return lines
  const { is, unblock } = REASONS[site.reason]
  const [step] = site.origin
  const where =
    site.reason === 'origin-unknown' && step !== undefined ? ` (${step.step} at ${step.file}:${step.line})` : ''
  return [...lines, `  kept: ${site.reason}${where}. ${is} ${unblock}`]
}

function prefixed(prefix: string, text: string): readonly string[] {
  return text === '' ? [] : text.split(/\r?\n/).map(line => prefix + line)
}

/** The last lines of the report. */
export function printSummary({ summary, sites }: Report): string {
  const reasons = new Map<string, number>()
  for (const { outcome, reason } of sites) {
    if (outcome !== 'rewrite' && reason !== null) reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
  }
  const byReason = [...reasons].sort((a, b) => b[1] - a[1]).map(([reason, count]) => `    ${count} ${reason}`)
  return [
    `${summary.sites} sites: ${summary.rewritten} rewritten, ${summary.kept} kept, ${summary.failed} failed`,
    ...byReason,
    `${summary.files} files looked at, ${summary.opened} opened, ${summary.ms} ms`,
  ].join('\n')
}

const BOLD = 1
const RED = 31
const GREEN = 32

function paint({ color }: PrintOptions, code: number, text: string): string {
  return color ? `\u001b[${code}m${text}\u001b[0m` : text
}
