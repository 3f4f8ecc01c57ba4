import { type Reason, REASONS } from '../decide/reasons.ts'
import type { Site } from '../plan/site.ts'
import { rulePage } from '../rules/rule-pages.ts'
import type { Printer } from './report.ts'
import { type RuleGroup, ruleGroups } from './rule-groups.ts'

/** The report for a pull request: what to review, what is left to do and how, and what needs nothing; rule by rule. */
export const markdown: Printer = ({ summary, sites }) => {
  const groups = ruleGroups(sites)
  const [only, more] = groups
  const title = only === undefined || more !== undefined ? 'What v2 changes in this client' : rulePage(only.rule).title
  const parts = [
    `# ${title}`,
    `${summary.sites} sites: **${summary.rewritten} rewritten**, ${summary.kept} kept, ${summary.failed} failed.`,
    ...(more === undefined
      ? outcomeParts(sites, '##')
      : [totalsTable(groups), ...groups.flatMap(group => [ruleHead(group), ...outcomeParts(group.sites, '###')])]),
  ]
  return `${parts.join('\n\n')}\n`
}

function totalsTable(groups: readonly RuleGroup[]): string {
  const rows = groups.map(
    ({ rule, totals: { sites, rewritten, kept, failed } }) =>
      `| ${code(rule)} | ${sites} | ${rewritten} | ${kept} | ${failed} |`,
  )
  return ['| rule | sites | rewritten | kept | failed |', '| --- | --: | --: | --: | --: |', ...rows].join('\n')
}

function ruleHead({ rule }: RuleGroup): string {
  return `## ${rulePage(rule).title} (${code(rule)})`
}

function outcomeParts(sites: readonly Site[], level: string): readonly string[] {
  const rewritten = sites.filter(site => site.outcome === 'rewrite')
  const left = sites.filter(site => site.outcome !== 'rewrite' && !isSettled(site))
  const settled = sites.filter(site => site.outcome !== 'rewrite' && isSettled(site))
  const parts: string[] = []
  if (rewritten.length > 0)
    parts.push(`${level} Rewritten`, ...byFile(rewritten).flatMap(file => fileOfRewritten(file, level)))
  if (left.length > 0) parts.push(`${level} Left to do`, ...byReason(left).map(reasonPart))
  if (settled.length > 0)
    parts.push(folded(`${settled.length} kept, with nothing to do`, byReason(settled).map(reasonPart)))
  return parts
}

function isSettled({ reason }: Site): boolean {
  return reason !== null && REASONS[reason].settled
}

function byFile(sites: readonly Site[]): readonly (readonly Site[])[] {
  return [...new Set(sites.map(site => site.file))].map(file => sites.filter(site => site.file === file))
}

function fileOfRewritten(sites: readonly Site[], level: string): readonly string[] {
  const [first] = sites
  return [`${level}# ${code(first?.file ?? '')}`, ...sites.map(rewrittenSite)]
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
  return `${head.trim()}\n\n| where | what |\n| --- | --- |\n${rows.join('\n')}`
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
