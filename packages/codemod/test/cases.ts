import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Catalogue } from '@problemshift/catalogue'
import { loadCatalogue } from '@problemshift/catalogue/node'
import type { ClientModel } from '../src/clients/client.ts'
import { readClient } from '../src/clients/read-client.ts'
import { type Migration, migrate } from '../src/migrate.ts'
import type { BranchStyle } from '../src/plan/branch-style.ts'

const CASES = fileURLToPath(new URL('../../fixtures/cases/clients/', import.meta.url))

/** The cases of the rules beyond `branch`, one family a rule. */
export const RULE_CASES = fileURLToPath(new URL('../../fixtures/cases/rules/', import.meta.url))

/** A case is a folder: `before.ts` alone, or `before/` with several files; `after` of the same shape unless it stays. */
export interface Case {
  /** `equality/body-in-a-catch` */
  readonly name: string
  readonly folder: string
  readonly before: ReadonlyMap<string, string>
  /** `null` for a case that must stay as it is. */
  readonly after: ReadonlyMap<string, string> | null
  readonly report: unknown
}

export function readCases(root = CASES): readonly Case[] {
  const folders = readdirSync(root, { withFileTypes: true }).filter(entry => entry.isDirectory())
  return folders.flatMap(family =>
    readdirSync(join(root, family.name), { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .map(entry => entry.name)
      .sort()
      .map(name => readCase(`${family.name}/${name}`, join(root, family.name, name))),
  )
}

function readCase(name: string, folder: string): Case {
  const report = join(folder, 'report.json')
  return {
    name,
    folder,
    before: readSide(folder, 'before') ?? new Map(),
    after: readSide(folder, 'after'),
    report: existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null,
  }
}

function readSide(folder: string, side: string): ReadonlyMap<string, string> | null {
  const single = readdirSync(folder).find(name => name.startsWith(`${side}.`))
  if (single !== undefined)
    return new Map([[`client${single.slice(side.length)}`, readFileSync(join(folder, single), 'utf8')]])
  const many = join(folder, side)
  return existsSync(many) ? readTree(many) : null
}

/** Every file under a folder, by its path with `/`. */
export function readTree(folder: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const visit = (dir: string): void => {
    for (const name of readdirSync(dir).sort()) {
      const path = join(dir, name)
      if (statSync(path).isDirectory()) visit(path)
      else found.set(relative(folder, path).split(sep).join('/'), readFileSync(path, 'utf8'))
    }
  }
  visit(folder)
  return found
}

/** Runs the tool over files in a folder of their own, and gives what they would become. */
export async function runOver(
  files: ReadonlyMap<string, string>,
  catalogue: Catalogue,
  types = false,
  only: readonly string[] = ['branch'],
): Promise<Ran> {
  return inFolder(files, root =>
    migrate({
      root,
      catalogue,
      types,
      only,
      sources: sourcesIn(files),
      clients: clientsIn(files),
      branch: branchIn(files),
      accept: acceptIn(files),
    }),
  )
}

/** Lays files into a folder of their own and runs the tool there. */
export async function inFolder(
  files: ReadonlyMap<string, string>,
  run: (root: string) => Promise<Migration>,
): Promise<Ran> {
  const root = mkdtempSync(join(tmpdir(), 'problemshift-'))
  try {
    for (const [file, text] of files) {
      mkdirSync(dirname(join(root, file)), { recursive: true })
      writeFileSync(join(root, file), text)
    }
    const migration = await run(root)
    const after = new Map(files)
    for (const change of migration.changes) after.set(change.file, (change.bom ? '\uFEFF' : '') + change.after)
    return { migration, after }
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

function sourcesIn(files: ReadonlyMap<string, string>) {
  const config = files.get('problemshift.config.json')
  return config === undefined ? [] : (JSON.parse(config).sources ?? [])
}

function branchIn(files: ReadonlyMap<string, string>): BranchStyle {
  const { branch = 'code', codes: module } = JSON.parse(files.get('problemshift.config.json') ?? '{}')
  return branch === 'isProblem' ? { by: branch, module } : { by: branch }
}

// What a case asks for on the command line stands in its configuration, too.
function acceptIn(files: ReadonlyMap<string, string>): boolean {
  const config = files.get('problemshift.config.json')
  return config !== undefined && JSON.parse(config).accept === true
}

function clientsIn(files: ReadonlyMap<string, string>): readonly ClientModel[] {
  const config = files.get('problemshift.config.json')
  const said: readonly unknown[] = config === undefined ? [] : (JSON.parse(config).clients ?? [])
  return said.map(one => {
    const read = readClient(one)
    if ('client' in read) return read.client
    throw new Error(JSON.stringify(read.fault))
  })
}

export interface Ran {
  readonly migration: Migration
  readonly after: ReadonlyMap<string, string>
}

/** The part of the report that a case keeps: what was decided, where, and why. */
export function reportOf({ report }: Migration): unknown {
  return report.sites.map(({ file, line, column, form, client, outcome, reason, codes }) => ({
    file,
    line,
    column,
    form,
    client,
    outcome,
    reason,
    codes,
  }))
}

export async function openCatalogue(root = CASES): Promise<Catalogue> {
  const loaded = await loadCatalogue(join(root, 'errors.catalogue.yaml'))
  if (loaded.outcome === 'catalogue') return loaded.catalogue
  throw new Error(JSON.stringify(loaded.faults))
}

/** Writes what a case gives now: for a new case, or one whose result has been read and found right. */
export function updateCase(one: Case, ran: Ran): void {
  const { folder } = one
  for (const name of readdirSync(folder)) if (name.startsWith('after')) rmSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, 'report.json'), `${JSON.stringify(reportOf(ran.migration), null, 2)}\n`)
  if (ran.migration.changes.length === 0) return
  for (const name of readdirSync(folder)) {
    if (!name.startsWith('before')) continue
    const target = join(folder, name.replace('before', 'after'))
    cpSync(join(folder, name), target, { recursive: true })
    for (const [file, text] of ran.after) writeFileSync(name === 'before' ? join(target, file) : target, text)
  }
}

/** The sites that the report of a case names. */
export function sitesOf(report: unknown): readonly SiteOfReport[] {
  return Array.isArray(report) ? report : []
}

export interface SiteOfReport {
  readonly file: string
  readonly form: string
  readonly outcome: string
  readonly reason: string | null
}
