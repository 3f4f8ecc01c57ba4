import type { Site } from '../plan/site.ts'
import { REPORTED_RULES, ruleOf } from '../rules/rule-pages.ts'

/** The sites of one rule, and how they came out. */
export interface RuleGroup {
  readonly rule: string
  readonly sites: readonly Site[]
  readonly totals: RuleTotals
}

export interface RuleTotals {
  readonly sites: number
  readonly rewritten: number
  readonly kept: number
  readonly failed: number
}

/** The rules that found something, each with its sites in their order; together they are all sites, each once. */
export function ruleGroups(sites: readonly Site[]): readonly RuleGroup[] {
  return REPORTED_RULES.flatMap(rule => {
    const own = sites.filter(site => ruleOf(site) === rule)
    return own.length === 0 ? [] : [{ rule, sites: own, totals: totalsOf(own) }]
  })
}

/** Counts sites by what became of them. */
export function totalsOf(sites: readonly Site[]): RuleTotals {
  const count = (outcome: Site['outcome']) => sites.filter(site => site.outcome === outcome).length
  return { sites: sites.length, rewritten: count('rewrite'), kept: count('keep'), failed: count('fail') }
}
