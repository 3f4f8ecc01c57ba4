import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { stringify } from 'yaml'
import { makeRepository, WORDINGS } from './made-repository.ts'
import { canRun, type Contender, inTurns, medianOf, type Run } from './measure.ts'

interface BenchLine {
  readonly name: string
  readonly ratio?: number
  readonly limit?: number
  readonly value?: string
  readonly made: string
}

interface BenchOptions {
  /** A repository to measure instead of the generated ones. */
  readonly path?: string
  /** Its catalogue; one that says nothing of it when left out. */
  readonly catalogue?: string
}

const FILES = 10_000
const SITES = 50
const ROUNDS = 5
const SITED_ROUNDS = 3
const MEGABYTES = 400

// The built package, by the file that users start: what is measured is what is shipped.
const BIN = fileURLToPath(new URL('../bin/problemshift-codemod.js', import.meta.url))
const PEAK = new URL('peak-memory.js', import.meta.url).href
const FINDER = fileURLToPath(new URL('finder.cjs', import.meta.url))
const JSCODESHIFT = createRequire(import.meta.url).resolve('jscodeshift/bin/jscodeshift.js')

const ALL = 'all rules'
const BRANCH = '--only branch'

interface Bench {
  readonly root: string
  readonly what: string
  readonly catalogue: string
  readonly wordings: string
}

/** Whole processes on whole repositories: what a user waits for. What takes seconds is told before what takes minutes. */
export async function* run({ path, catalogue }: BenchOptions = {}): AsyncGenerator<BenchLine> {
  const folder = mkdtempSync(join(tmpdir(), 'problemshift-bench-'))
  try {
    const made = writeCatalogue(folder)
    const wordings = join(folder, 'wordings.txt')
    writeFileSync(wordings, `${WORDINGS.join('\n')}\n`)
    if (path !== undefined) {
      const given = catalogue === undefined ? made : resolve(catalogue)
      const bench = { root: resolve(path), what: path, catalogue: given, wordings }
      yield* besideSearch(bench, null)
      yield* besideFinder(bench, null)
      return
    }
    const empty = { root: join(folder, 'empty'), what: `${FILES} files, nothing relevant`, catalogue: made, wordings }
    makeRepository(empty.root, { files: FILES, sites: 0 })
    yield* besideSearch(empty, 2)
    const sited = { ...empty, root: join(folder, 'sited'), what: `${FILES} files, ${SITES} sites` }
    makeRepository(sited.root, { files: FILES, sites: SITES })
    yield* besideFinder(sited, 10)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function writeCatalogue(folder: string): string {
  const problems = WORDINGS.map((wording, at) => [`refused_${at}`, { status: 409, title: wording, from: [wording] }])
  const file = join(folder, 'errors.catalogue.yaml')
  const text = { api: 'Lending library', type: 'https://errors.library.example/{code}' }
  writeFileSync(file, stringify({ ...text, problems: Object.fromEntries(problems) }))
  return file
}

function ours({ catalogue }: Bench, name: string, ...flags: readonly string[]): Contender {
  const args = ['plan', '--catalogue', catalogue, '--format', 'json', '--no-progress', ...flags]
  return { name, command: process.execPath, args: ['--import', PEAK, BIN, ...args] }
}

function besideSearch(bench: Bench, limit: number | null): readonly BenchLine[] {
  const rg = canRun('rg')
  const search: Contender = rg
    ? { name: 'search', command: 'rg', args: ['-liF', '-f', bench.wordings, '.'] }
    : { name: 'search', command: 'grep', args: ['-rliF', '--exclude-dir=.git', '-f', bench.wordings, '.'] }
  const node: Contender = { name: 'node', command: process.execPath, args: ['-e', '0'] }
  const contenders = [node, search, ours(bench, ALL), ours(bench, 'again'), ours(bench, BRANCH, '--only', 'branch')]
  const runs = inTurns(contenders, bench.root, ROUNDS)
  const floor = (round: number) => timeOf(runs, 'search', round) + timeOf(runs, 'node', round)
  const made = `whole processes, ${ROUNDS} rounds in turns, median of the rounds; ${bench.what}`
  const beside = rg ? 'rg for the wordings + node -e 0' : 'grep -r for the wordings (rg is not installed) + node -e 0'
  const held = limit === null ? {} : { limit }
  return [
    { name: 'A/A control, all rules', ratio: paired(runs, 'again', round => timeOf(runs, ALL, round)), made },
    { name: `all rules to ${beside}`, ratio: paired(runs, ALL, floor), ...held, made },
    { name: `--only branch to ${beside}`, ratio: paired(runs, BRANCH, floor), ...held, made },
    ...memory(runs, bench.what),
  ]
}

function besideFinder(bench: Bench, times: number | null): readonly BenchLine[] {
  const args = ['-t', FINDER, '--extensions=ts,tsx,js,jsx', '--parser=tsx', '--dry', '--silent']
  const finder: Contender = {
    name: 'finder',
    command: process.execPath,
    args: [JSCODESHIFT, ...args, '--ignore-pattern=**/node_modules/**', '.'],
    once: true,
  }
  const contenders = [finder, ours(bench, ALL), ours(bench, BRANCH, '--only', 'branch')]
  const runs = inTurns(contenders, bench.root, SITED_ROUNDS)
  const made = `whole processes, ${SITED_ROUNDS} rounds in turns against one run of the finder, median of the rounds; ${bench.what}; the finder is bench/finder.cjs, with as many workers as jscodeshift takes`
  const held = times === null ? {} : { limit: 1 / times }
  const finderTime = () => timeOf(runs, 'finder', 0)
  return [
    ...[ALL, BRANCH].map(name => {
      const ratio = paired(runs, name, finderTime)
      return { name: `${name} to a jscodeshift finder (1 : ${(1 / ratio).toFixed(0)})`, ratio, ...held, made }
    }),
    ...memory(runs, bench.what),
  ]
}

type Runs = ReadonlyMap<string, readonly Run[]>

function timeOf(runs: Runs, name: string, round: number): number {
  return runs.get(name)?.[round]?.ms ?? Number.NaN
}

function paired(runs: Runs, name: string, beside: (round: number) => number): number {
  return medianOf((runs.get(name) ?? []).map(({ ms }, round) => ms / beside(round)))
}

function memory(runs: Runs, what: string): readonly BenchLine[] {
  return [ALL, BRANCH].map(name => {
    const peak = medianOf((runs.get(name) ?? []).map(one => (one.peak ?? Number.NaN) / 1024))
    const made = `the largest resident size of our process; ${what}`
    const value = `${peak.toFixed(0)} MB`
    return { name: `peak memory, ${name}, to ${MEGABYTES} MB (${value})`, ratio: peak / MEGABYTES, limit: 1, made }
  })
}
