import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { reportOf } from './cases.ts'
import { changedBy, readRepos, runRepo, updateRepo } from './repos.ts'

const repos = readRepos()

if (process.env.UPDATE_CASES === '1') {
  for (const repo of repos) updateRepo(repo, await runRepo(repo.before, true))
}

describe.each(repos)('the repository $name', repo => {
  const migrated = new Map([...repo.before, ...repo.after])

  it('becomes what it should, and says why', async () => {
    const ran = await runRepo(repo.before, true)
    expect(reportOf(ran.migration)).toEqual(repo.report)
    expect(changedBy(ran, repo.before)).toEqual(repo.after)
  })

  it('stays as it is when it is run a second time', async () => {
    const ran = await runRepo(migrated, false)
    expect(changedBy(ran, migrated)).toEqual(new Map())
    expect(ran.migration.report.summary.rewritten).toBe(0)
  })
})

describe('the repositories', () => {
  it('hold an after only where it differs', () => {
    for (const { name, before, after } of repos)
      for (const [file, text] of after) expect(before.get(file), `${name}: ${file}`).not.toBe(text)
  })
})
