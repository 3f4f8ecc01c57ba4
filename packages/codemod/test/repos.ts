import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadCatalogue } from '@problemshift/catalogue/node'
import { readConfiguration } from '../src/cli/configuration.ts'
import { migrate } from '../src/migrate.ts'
import { inFolder, type Ran, readTree, reportOf } from './cases.ts'

const REPOS = fileURLToPath(new URL('../../fixtures/repos/', import.meta.url))

/** A small repository: `before/` is the whole of it, with its catalogue and configuration; `after/` what changes. */
export interface Repo {
  readonly name: string
  readonly before: ReadonlyMap<string, string>
  /** The changed files only. */
  readonly after: ReadonlyMap<string, string>
  readonly report: unknown
}

export function readRepos(): readonly Repo[] {
  const folders = readdirSync(REPOS, { withFileTypes: true }).filter(entry => entry.isDirectory())
  return folders.map(({ name }) => {
    const report = join(REPOS, name, 'report.json')
    const after = join(REPOS, name, 'after')
    return {
      name,
      before: readTree(join(REPOS, name, 'before')),
      after: existsSync(after) ? readTree(after) : new Map(),
      report: existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null,
    }
  })
}

/** Runs the tool over a repository as the command line would. */
export function runRepo(files: ReadonlyMap<string, string>, types: boolean): Promise<Ran> {
  return inFolder(files, async root => {
    const { catalogue: named, include, ignore, api, sources } = await readConfiguration(root, null)
    const loaded = await loadCatalogue(join(root, named ?? 'errors.catalogue.yaml'))
    if (loaded.outcome !== 'catalogue') throw new Error(JSON.stringify(loaded.faults))
    return migrate({ root, catalogue: loaded.catalogue, types, only: ['branch'], include, ignore, api, sources })
  })
}

/** The files that a run changed. */
export function changedBy(ran: Ran, before: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...ran.after].filter(([file, text]) => before.get(file) !== text))
}

/** Writes what a repository gives now: for a new one, or one whose result has been read and found right. */
export function updateRepo(repo: Repo, ran: Ran): void {
  const folder = join(REPOS, repo.name)
  rmSync(join(folder, 'after'), { recursive: true, force: true })
  writeFileSync(join(folder, 'report.json'), `${JSON.stringify(reportOf(ran.migration), null, 2)}\n`)
  for (const [file, text] of changedBy(ran, repo.before)) {
    const target = join(folder, 'after', file)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, text)
  }
}
