import { REASONS } from '../decide/reasons.ts'
import type { Site, SiteHunk, Step } from '../plan/site.ts'
import { ruleOf, rulePage } from '../rules/rule-pages.ts'
import type { Printer, PrintOptions, Report } from './report.ts'
import { printTotals } from './print-totals.ts'
import { type RuleGroup, ruleGroups } from './rule-groups.ts'
import { wrap } from './wrap.ts'

/** The report for a terminal: what changes, what stays and why, and a sum that adds up. */
export const text: Printer = (report, options) => {
  const groups = ruleGroups(report.sites)
  const parts = groups.flatMap(group => printGroup(group, groups.length > 1, options))
  return `${[...parts, printSummary(report)].join('\n')}\n`
}

function printGroup({ rule, sites }: RuleGroup, isOneOfMany: boolean, options: PrintOptions): readonly string[] {
  const head = `${paint(options, BOLD, `${rulePage(rule).title} (${rule})`)}\n`
  return [...(isOneOfMany ? [head] : []), ...sites.map(site => printSite(site, options))]
}

/** One site's whole story, and the rule that tells it. */
export function printStory(site: Site, options: PrintOptions): string {
  const rule = ruleOf(site)
  return `${printSite(site, { ...options, verbose: true })}    rule ${rule}: ${rulePage(rule).title.toLowerCase()}, see ${rulePage(rule).page}\n`
}

/** One site: its diff or its reason, the entries of the catalogue, and the way from the request to the test. */
function printSite(site: Site, options: PrintOptions): string {
  const place = `${site.file}:${site.line}:${site.column}`
  const head = `${paint(options, BOLD, place)}  ${site.form}${site.client === null ? '' : ` · ${site.client}`}  [${site.id}]`
  const lines = [head, ...outcomeLines(site, options)]
  const isTold = options.verbose || site.outcome === 'rewrite'
  if (isTold) lines.push(...matchLines(site.matches), ...wayLines(site, options))
  else lines.push(...doubtLines(site))
  return `${lines.join('\n')}\n`
}

function outcomeLines(site: Site, options: PrintOptions): readonly string[] {
  if (site.outcome === 'rewrite') {
    return [
      ...diff(site.before, site.after ?? '', options),
      ...(site.hunks ?? []).flatMap(hunk => hunkLines(site, hunk, options)),
      ...(site.codes.length === 0 ? [] : wrap(site.codes.join(', '), '  ', widthOf(options))),
    ]
  }
  const lines = prefixed('    ', site.before)
  if (site.reason === null) return lines
  const { is, unblock } = REASONS[site.reason]
  const where = placeOfReason(site)
  const how = site.outcome === 'fail' ? 'failed' : 'kept'
  const recipe = site.recipe === undefined ? [] : prefixed('    ', site.recipe)
  return [...lines, ...wrap(`${how}: ${site.reason}${where}. ${is} ${unblock}`, '  ', widthOf(options)), ...recipe]
}

// Where the way was lost, or what the compiler said.
function placeOfReason({ reason, origin, fault }: Site): string {
  if (fault !== undefined) return ` (${fault})`
  const [step] = origin
  return reason === 'origin-unknown' && step !== undefined ? ` (${step.step} at ${step.file}:${step.line})` : ''
}

function diff(before: string, after: string, options: PrintOptions): readonly string[] {
  return [
    ...prefixed('  - ', before).map(line => paint(options, RED, line)),
    ...prefixed('  + ', after).map(line => paint(options, GREEN, line)),
  ]
}

// The other half of the change: what hands the text on, a declaration, a type, an import.
function hunkLines(site: Site, hunk: SiteHunk, options: PrintOptions): readonly string[] {
  const place = hunk.file === site.file ? `line ${hunk.line}` : `${hunk.file}:${hunk.line}`
  return [`  with ${place}`, ...diff(outdent(hunk.before), outdent(hunk.after), options)]
}

function outdent(text: string): string {
  const lines = text.split(/\r?\n/)
  const indents = lines.filter(line => line.trim() !== '').map(line => /^[ \t]*/.exec(line)?.[0].length ?? 0)
  const least = Math.min(...indents)
  return lines.map(line => line.slice(Math.min(least, line.length))).join('\n')
}

function matchLines(matches: Site['matches']): readonly string[] {
  return matches.map(
    ({ code, sign, verdict, witness }) => `    ${verdict} ${code} (${sign})${witness === null ? '' : `: "${witness}"`}`,
  )
}

const MOST_DOUBTS = 3

/** What speaks against the rewrite: the wordings that pass and those that do not, or that do so for some values only. */
function doubtLines({ reason, matches }: Site): readonly string[] {
  if (reason === 'splits-a-code') return matchLines(matches)
  if (reason !== 'depends-on-hole') return []
  const doubts = matches.filter(({ verdict }) => verdict === 'sometimes')
  const more = doubts.length - MOST_DOUBTS
  return [...matchLines(doubts.slice(0, MOST_DOUBTS)), ...(more > 0 ? [`    and ${more} more, see \`explain\``] : [])]
}

function wayLines({ origin }: Site, options: PrintOptions): readonly string[] {
  if (origin.length === 0) return []
  if (options.verbose) return linesOnTheWay(origin)
  return wrap(`from ${shortWay(origin)}`, '    ', widthOf(options))
}

// Each line of code once, with what happens on it.
function linesOnTheWay(origin: readonly Step[]): readonly string[] {
  return runs(origin).map(run => {
    const [first] = run
    const said = first?.text === undefined || first.text === '' ? '' : `  ${first.text}`
    return `    from ${first?.file}:${first?.line} ${run.map(one => one.step).join(', ')}${said}`
  })
}

function runs(origin: readonly Step[]): readonly (readonly Step[])[] {
  const found: Step[][] = []
  for (const one of origin) {
    const open = found.at(-1)
    const last = open?.at(-1)
    if (open !== undefined && last?.file === one.file && last.line === one.line) open.push(one)
    else found.push([one])
  }
  return found
}

// src/http.js:2 call, await → 3 .json → src/loans.js:6 catch: a file is named where it changes, a line once.
function shortWay(origin: readonly Step[]): string {
  let file = ''
  const parts = runs(origin).map(run => {
    const [first] = run
    const place = first?.file === file ? String(first.line) : `${first?.file}:${first?.line}`
    file = first?.file ?? ''
    return `${place} ${run.map(one => one.step).join(', ')}`
  })
  return parts.join(' → ')
}

function prefixed(prefix: string, text: string): readonly string[] {
  return text === '' ? [] : text.split(/\r?\n/).map(line => prefix + line)
}

/** The last lines of the report: one rule's reasons, or those of each under its own sum. */
export function printSummary({ summary, sites }: Report): string {
  const groups = ruleGroups(sites)
  const byRule =
    groups.length > 1
      ? groups.flatMap(group => [`  ${group.rule}: ${printTotals(group.totals)}`, ...reasonLines(group.sites)])
      : reasonLines(sites)
  return [
    printTotals(summary),
    ...byRule,
    `${summary.files} files looked at, ${summary.opened} opened, ${summary.ms} ms`,
  ].join('\n')
}

function reasonLines(sites: readonly Site[]): readonly string[] {
  const reasons = new Map<string, number>()
  for (const { outcome, reason } of sites) {
    if (outcome !== 'rewrite' && reason !== null) reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
  }
  return [...reasons].sort((a, b) => b[1] - a[1]).map(([reason, count]) => `    ${count} ${reason}`)
}

function widthOf({ width }: PrintOptions): number | null {
  return width ?? null
}

const BOLD = 1
const RED = 31
const GREEN = 32

function paint({ color }: PrintOptions, code: number, text: string): string {
  return color ? `\u001b[${code}m${text}\u001b[0m` : text
}
