import { type Reason, REASONS } from '../decide/reasons.ts'
import type { Site } from '../plan/site.ts'
import type { Printer } from './report.ts'

/** The report for a pull request: what to review, what is left to do and how, and what needs nothing. */
export const markdown: Printer = ({ summary, sites }) => {
  const rewritten = sites.filter(site => site.outcome === 'rewrite')
  const left = sites.filter(site => site.outcome !== 'rewrite' && !isSettled(site))
  const settled = sites.filter(site => site.outcome !== 'rewrite' && isSettled(site))
  const parts = [
    '# Branches on the wording of errors',
    `${summary.sites} sites: **${summary.rewritten} rewritten**, ${summary.kept} kept, ${summary.failed} failed.`,
  ]
  if (rewritten.length > 0) parts.push('## Rewritten', ...byFile(rewritten).flatMap(fileOfRewritten))
  if (left.length > 0) parts.push('## Left to do', ...byReason(left).map(reasonPart))
  if (settled.length > 0)
    parts.push(folded(`${settled.length} kept, with nothing to do`, byReason(settled).map(reasonPart)))
  return `${parts.join('\n\n')}\n`
}

function isSettled({ reason }: Site): boolean {
  return reason !== null && REASONS[reason].settled
}

function byFile(sites: readonly Site[]): readonly (readonly Site[])[] {
  return [...new Set(sites.map(site => site.file))].map(file => sites.filter(site => site.file === file))
}

function fileOfRewritten(sites: readonly Site[]): readonly string[] {
  const [first] = sites
  return [`### ${code(first?.file ?? '')}`, ...sites.map(rewrittenSite)]
}

function rewrittenSite(site: Site): string {
  const hunks = (site.hunks ?? []).map(
    ({ file, line, before, after }) => `@@ ${file}:${line} @@\n${diff(before, after)}`,
  )
  const text = [`@@ ${site.file}:${site.line} @@\n${diff(site.before, site.after ?? '')}`, ...hunks].join('\n')
  // A fence is longer than any that stands in the code.
  const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(match => match[0].length + 1)))
  const codes = site.codes.map(code).join(', ')
  return `Line ${site.line}${codes === '' ? '' : `: ${codes}`}\n\n${fence}diff\n${text}\n${fence}`
}

function diff(before: string, after: string): string {
  const lines = (mark: string, text: string) => text.split(/\r?\n/).map(line => `${mark} ${line}`)
  return [...lines('-', before), ...lines('+', after)].join('\n')
}

function byReason(sites: readonly Site[]): readonly (readonly [Reason | null, readonly Site[]])[] {
  const reasons = [...new Set(sites.map(site => site.reason))]
  return reasons
    .map(reason => [reason, sites.filter(site => site.reason === reason)] as const)
    .sort((a, b) => b[1].length - a[1].length)
}

function reasonPart([reason, sites]: readonly [Reason | null, readonly Site[]]): string {
  const page = reason === null ? null : REASONS[reason]
  const rows = sites.map(site => `| ${cell(`${site.file}:${site.line}`)} | ${code(site.before)} |`)
  const head = `**${reason ?? 'kept'}** (${sites.length}). ${page === null ? '' : `${page.is} ${page.unblock}`}`
  return `${head.trim()}\n\n| where | test |\n| --- | --- |\n${rows.join('\n')}`
}

function folded(title: string, parts: readonly string[]): string {
  return `<details>\n<summary>${title}</summary>\n\n${parts.join('\n\n')}\n\n</details>`
}

function code(text: string): string {
  return text.trim() === '' ? '' : `\`${cell(text).replaceAll('`', "'")}\``
}

function cell(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('|', '\\|')
}
