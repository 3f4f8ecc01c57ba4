import { REASONS } from '../decide/reasons.ts'
import type { Site } from '../plan/site.ts'
import { IDLE } from './idle.ts'
import { ruleOf, rulePage } from '../rules/rule-pages.ts'
import { printTotals } from './print-totals.ts'
import type { IdleComment, Printer } from './report.ts'
import { type RuleGroup, ruleGroups } from './rule-groups.ts'

/** Annotations for GitHub Actions: one line a site, rule by rule, and a line with the sum of each where they are several. */
export const github: Printer = ({ sites, idle }) => {
  const groups = ruleGroups(sites)
  const totals = groups.length > 1 ? groups.map(totalsAnnotation) : []
  return [...groups.flatMap(group => group.sites.map(annotation)), ...idle.map(idleAnnotation), ...totals].join('')
}

function totalsAnnotation({ rule, totals }: RuleGroup): string {
  return `::notice title=${property(rule)}::${data(printTotals(totals))}\n`
}

function annotation(site: Site): string {
  const level = site.outcome === 'fail' ? 'error' : site.outcome === 'rewrite' ? 'warning' : levelOfKept(site)
  const title = site.outcome === 'rewrite' ? asTitle(rulePage(ruleOf(site)).finding) : (site.reason ?? 'kept')
  const message =
    site.outcome === 'rewrite'
      ? `${rulePage(ruleOf(site)).is} ${site.before} can become ${site.after ?? ''}`
      : `${site.before} ${site.reason === null ? '' : REASONS[site.reason].is} ${site.fault ?? ''}`
  const place = `file=${property(site.file)},line=${site.line},col=${site.column},title=${property(title)}`
  return `::${level} ${place}::${data(message.trim())}\n`
}

function idleAnnotation({ file, line, code }: IdleComment): string {
  return `::warning file=${property(file)},line=${line},title=idle-ignore::${data(IDLE[code])}\n`
}

// matches-on-wording → Matches on wording
function asTitle(finding: string): string {
  return finding.slice(0, 1).toUpperCase() + finding.slice(1).replaceAll('-', ' ')
}

function levelOfKept(site: Site): string {
  return site.reason !== null && REASONS[site.reason].settled ? 'notice' : 'warning'
}

// The escapes of workflow commands: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
