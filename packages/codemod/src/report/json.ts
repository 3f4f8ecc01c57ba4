import type { Site } from '../plan/site.ts'
import { ruleOf } from '../rules/rule-pages.ts'
import type { Printer, Report } from './report.ts'
import { ruleGroups } from './rule-groups.ts'

/** The JSON report, version 1: its members and their order are fixed; new ones come last. */
export const json: Printer = report => `${JSON.stringify(jsonReport(report), null, 2)}\n`

/** One site a line, the summary last. */
export const jsonl: Printer = ({ summary, sites }) =>
  [
    ...sites.map(site => JSON.stringify(jsonSite(site))),
    JSON.stringify({ version: 1, summary: withRules(summary, sites) }),
  ]
    .join('\n')
    .concat('\n')

/** The report as a plain value. */
function jsonReport({ summary, sites }: Report) {
  return { version: 1, summary: withRules(summary, sites), sites: sites.map(jsonSite) }
}

// What was counted by outcome, once more by rule: each column adds up to the member of its name.
function withRules(summary: Report['summary'], sites: readonly Site[]) {
  return { ...summary, rules: Object.fromEntries(ruleGroups(sites).map(({ rule, totals }) => [rule, totals])) }
}

function jsonSite(site: Site) {
  const { id, file, line, column, form, client, outcome, reason, codes, fields, before, after, origin, matches } = site
  return {
    id,
    file,
    line,
    column,
    form,
    client,
    outcome,
    reason,
    codes,
    fields,
    before,
    after,
    origin: origin.map(({ file, line, step }) => ({ file, line, step })),
    matches: matches.map(({ code, sign, verdict, witness }) => ({ code, sign, verdict, witness })),
    rule: ruleOf(site),
    ...(site.recipe === undefined ? {} : { recipe: site.recipe }),
  }
}
