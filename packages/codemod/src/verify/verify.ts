import { dropUnusedImports } from '../plan/unused-imports.ts'
import { keepSite, keepTogether, type Plan, type PlannedSite } from '../plan/plan.ts'
import { applySplices } from '../plan/splice.ts'
import type { Project } from '../source/project.ts'
import { fitTypes } from './fit-types.ts'
import { parses } from './verify-syntax.ts'
import { judgeTypes, type NewFault } from './verify-types.ts'

export interface VerifyOptions {
  readonly types: boolean
  /** No other file may change for a site. */
  readonly oneFile: boolean
}

/** A plan whose result was looked at: what does not parse or type-check was taken back. */
export interface VerifiedPlan extends Plan {
  /** The new text of each file that changes, without its BOM. */
  readonly texts: ReadonlyMap<string, string>
}

/** Tries the plan out in memory, and takes back each group that would break something. */
export function verify(project: Project, plan: Plan, options: VerifyOptions): VerifiedPlan {
  const parsed = takeBack(project, plan.sites, 'would-not-parse', texts =>
    [...texts].filter(([file, text]) => !parses(file, text)).map(([file]) => ({ file })),
  )
  if (!options.types) return tidied(project, parsed)
  const faultsOf = judgeTypes(project.root, file => project.sourceOf(file)?.text ?? '')
  const fitted = fitTypes(parsed, options.oneFile, sites => faultsOf(textsOf(project, sites)))
  const typed = takeBack(project, fitted, 'would-not-type-check', texts =>
    faultsOf(texts).map(fault => ({ file: fault.file, said: sayFault(fault) })),
  )
  return tidied(project, typed)
}

function tidied(project: Project, sites: readonly PlannedSite[]): VerifiedPlan {
  const tidy = dropUnusedImports(project, sites)
  const texts = textsOf(project, tidy)
  const isWhole = [...texts].every(([file, text]) => parses(file, text))
  return isWhole ? { sites: tidy, texts } : { sites, texts: textsOf(project, sites) }
}

// src/loans.ts:12: TS2339 Property 'code' does not exist on type 'Refusal'.
function sayFault({ file, line, message }: NewFault): string {
  return `${file}:${line}: TS${message}`
}

interface Broken {
  readonly file: string
  /** What is wrong there, in the words of the compiler. */
  readonly said?: string
}

type Faulty = (texts: ReadonlyMap<string, string>) => readonly Broken[]

// Which of several sites of a file is at fault is found by trying them one by one; nearly always there is one.
function takeBack(
  project: Project,
  sites: readonly PlannedSite[],
  reason: 'would-not-parse' | 'would-not-type-check',
  faulty: Faulty,
): readonly PlannedSite[] {
  const bad = faulty(textsOf(project, sites))
  if (bad.length === 0) return sites
  let now = sites
  for (const site of sites) {
    if (site.outcome !== 'rewrite' || !mayTouch(sites, site, bad)) continue
    const alone = sites.map(other => (other === site || sharesGroup(other, site) ? other : withdrawn(other)))
    const [first] = faulty(textsOf(project, alone))
    if (first === undefined) continue
    const fault = first.said === undefined ? {} : { fault: first.said }
    now = now.map(other => (other.id === site.id ? { ...keepSite(other, reason), ...fault } : other))
  }
  return keepTogether(now)
}

// A program costs seconds: only what changes a faulty file, alone or with its group, is tried.
function mayTouch(sites: readonly PlannedSite[], site: PlannedSite, bad: readonly Broken[]): boolean {
  return sites.some(
    other =>
      (other === site || sharesGroup(other, site)) &&
      other.splices.some(splice => bad.some(({ file }) => file === splice.file)),
  )
}

function withdrawn(site: PlannedSite): PlannedSite {
  return { ...site, splices: [] }
}

function sharesGroup(a: PlannedSite, b: PlannedSite): boolean {
  return a.groups.some(group => b.groups.includes(group))
}

/** The new text of each file that the sites change. */
function textsOf(project: Project, sites: readonly PlannedSite[]): ReadonlyMap<string, string> {
  const splices = sites.flatMap(site => site.splices)
  const texts = new Map<string, string>()
  for (const file of new Set(splices.map(splice => splice.file))) {
    const source = project.sourceOf(file)
    if (source === null) continue
    texts.set(
      file,
      applySplices(
        source.text,
        splices.filter(splice => splice.file === file),
      ),
    )
  }
  return texts
}
