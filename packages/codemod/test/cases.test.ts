import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { REASONS } from '../src/decide/reasons.ts'
import { FORMS } from '../src/forms/form-names.ts'
import { openCatalogue, RULE_CASES, readCases, reportOf, runOver, sitesOf, updateCase } from './cases.ts'

const catalogue = await openCatalogue()
const cases = readCases()

// `UPDATE_CASES=1` writes what every case gives now, `UPDATE_CASES=switch/` what those give whose name begins so.
const updated = process.env.UPDATE_CASES
for (const one of cases) {
  const wanted = updated !== undefined && (updated === '1' || one.name.startsWith(updated))
  if (wanted) updateCase(one, await runOver(one.before, catalogue, true))
}

describe.each(cases)('$name', one => {
  const after = one.after ?? one.before

  it('becomes what it should, and says why', async () => {
    const ran = await runOver(one.before, catalogue, true)
    expect(reportOf(ran.migration)).toEqual(one.report)
    expect(ran.after).toEqual(after)
  })
})

describe('the cases', () => {
  const sites = cases.flatMap(one => sitesOf(one.report))

  it('stay without an after exactly where the name says so', () => {
    for (const one of cases) expect([one.name, one.after === null]).toEqual([one.name, one.name.includes('/keep-')])
  })

  it('have an after that differs', () => {
    for (const one of cases) if (one.after !== null) expect(one.after, one.name).not.toEqual(one.before)
  })

  it('have of each form one that is rewritten and one that is kept', () => {
    for (const form of FORMS) {
      expect(
        sites.some(site => site.form === form && site.outcome === 'rewrite'),
        `${form} rewritten`,
      ).toBe(true)
      expect(
        sites.some(site => site.form === form && site.outcome === 'keep'),
        `${form} kept`,
      ).toBe(true)
    }
  })

  it('show each reason to keep a site, but those that need a broken tool or disk', () => {
    const needless = [
      'would-not-parse',
      'internal-fault',
      'unreadable',
      'not-utf8',
      'does-not-parse',
      'component-file',
      'other-file',
      'no-code-member',
      'not-written',
      'other-api',
      'api-unknown',
      'status-phrase',
    ]
    const ofRules = readCases(RULE_CASES).flatMap(one => sitesOf(one.report))
    const shown = new Set([...sites, ...ofRules].map(site => site.reason))
    const missing = Object.keys(REASONS).filter(reason => !shown.has(reason) && !needless.includes(reason))
    expect(missing).toEqual([])
  })
})
