import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { openCatalogue, RULE_CASES, readCases, reportOf, runOver, updateCase } from './cases.ts'

const cases = await Promise.all(
  readCases(RULE_CASES).map(async one => ({ ...one, catalogue: await catalogueOf(one.folder) })),
)
const ALL: readonly string[] = []

/** That of the rule, unless a case has one of its own. */
function catalogueOf(folder: string) {
  return openCatalogue(existsSync(join(folder, 'errors.catalogue.yaml')) ? folder : dirname(folder))
}

const updated = process.env.UPDATE_CASES
if (updated !== undefined) {
  const wanted = cases.filter(one => updated === '1' || one.name.startsWith(updated))
  for (const one of wanted) updateCase(one, await runOver(one.before, one.catalogue, true, ALL))
}

describe.each(cases)('$name', one => {
  const { catalogue } = one
  const after = one.after ?? one.before

  it('becomes what it should, and says why', async () => {
    const ran = await runOver(one.before, catalogue, true, ALL)
    expect(reportOf(ran.migration)).toEqual(one.report)
    expect(ran.after).toEqual(after)
  })

  it('stays as it is when it is run a second time', async () => {
    const ran = await runOver(after, catalogue, false, ALL)
    expect(ran.after).toEqual(after)
    expect(ran.migration.report.summary.rewritten).toBe(0)
  })

  it('is left alone by every other rule', async () => {
    const [rule = ''] = one.name.split('/')
    const alone = await runOver(one.before, catalogue, false, [rule])
    const forms = new Set(alone.migration.report.sites.map(site => site.form))
    expect([...forms].filter(form => form !== rule)).toEqual([])
  })
})

describe('the cases of the rules', () => {
  it('stay without an after exactly where the name says so', () => {
    for (const one of cases) expect([one.name, one.after === null]).toEqual([one.name, one.name.includes('/keep-')])
  })

  it('have an after that differs', () => {
    for (const one of cases) if (one.after !== null) expect(one.after, one.name).not.toEqual(one.before)
  })
})
