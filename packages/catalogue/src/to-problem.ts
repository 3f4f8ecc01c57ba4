import { type ChosenText, chooseText } from './problem/choose-text.ts'
import type { Catalogue, ProblemEntry, Sign } from './entry.ts'
import { contractScope, legacyFields } from './problem/legacy-fields.ts'
import type { Leak, LegacyError, LegacyScope, PathSegment } from './legacy-error.ts'
import type { MatchResult } from './match.ts'
import { holesOf } from './message-template.ts'
import type { Problem } from './problem.ts'
import { type Occurrence, type ProblemFacts, type Spoken, writeProblem } from './problem/problem-body.ts'
import { retryAfter } from './problem/retry-after.ts'
import { isSafe, safeChoice, safeText } from './problem/safe-text.ts'
import { thrownProblem } from './problem/thrown-problem.ts'
import { uncatalogued } from './problem/uncatalogued.ts'
import { entryDetail, type Holes, signDetail } from './problem/wording-detail.ts'

/** The headers that belong to a problem and cannot be said in its body. */
export interface ProblemHeaders {
  readonly 'retry-after'?: string
  readonly 'content-language'?: string
}

/** A problem, and what goes out beside it. */
export interface ProblemReply {
  readonly problem: Problem
  readonly headers: ProblemHeaders
}

/** A field error of new code: its code is the contract's own. */
export interface ProblemField {
  readonly scope: LegacyScope
  readonly path: readonly PathSegment[]
  readonly code: string
  readonly message: string
}

/** Turns a v1 error, and what it was found to be, into a problem. */
export function toProblem(
  catalogue: Catalogue,
  error: LegacyError,
  found: MatchResult,
  occurrence: Occurrence,
): Problem {
  return problemReply(catalogue, error, found, occurrence).problem
}

/** The same, with the headers that go out beside the body. */
export function problemReply(
  catalogue: Catalogue,
  error: LegacyError,
  found: MatchResult,
  occurrence: Occurrence,
): ProblemReply {
  const { facts, language } =
    found.outcome === 'match'
      ? catalogued(catalogue, error, found, occurrence)
      : uncatalogued(catalogue, error, occurrence)
  return {
    problem: writeProblem(catalogue.contract, facts, occurrence),
    headers: headersOf(error, language),
  }
}

function headersOf(error: LegacyError, language: string | null): ProblemHeaders {
  const headers = problemHeaders(error)
  return language === null ? headers : { ...headers, 'content-language': language }
}

/** The headers that a v1 error asks for. */
export function problemHeaders(error: Pick<LegacyError, 'retryAfter'>): ProblemHeaders {
  const retry = retryAfter(error)
  return retry === null ? {} : { 'retry-after': retry }
}

/** The problem that new code throws: `throw problem('loan_not_found', { id })`. */
export function problemFor(
  catalogue: Catalogue,
  code: string,
  holes: Holes,
  occurrence: Occurrence,
  fields: readonly ProblemField[] = [],
): Problem {
  const facts = thrownProblem(catalogue, code, holes, occurrence)
  const placed = fields.map(field => ({ ...field, scope: contractScope(field.scope, field.path) }))
  return writeProblem(catalogue.contract, { ...facts, fields: placed }, occurrence)
}

function catalogued(
  catalogue: Catalogue,
  error: LegacyError,
  { entry, sign, holes }: MatchResult & { outcome: 'match' },
  { languages }: Occurrence,
): Spoken {
  const title = chooseText(entry.title, languages, catalogue.languages) ?? { text: entry.code, language: null }
  const own = safeChoice(entryDetail(catalogue, entry, holes, languages), error.leaks)
  const detail = own ?? wordingDetail(error, entry, sign, holes, languages) ?? title
  const facts: ProblemFacts = {
    type: entry.type,
    title: title.text,
    status: entry.status,
    detail: detail.text,
    code: entry.code,
    traceId: error.traceId,
    hint: safeText(error.hint, error.leaks),
    fields: legacyFields(catalogue, error, false),
    extensions: extensionsOf(entry, sign, holes, error.leaks),
  }
  return { facts, language: detail.language }
}

// The v1 sentence as it came, unless the catalogue has it in a language that the caller would rather read.
function wordingDetail(
  error: LegacyError,
  entry: ProblemEntry,
  sign: Sign,
  holes: Holes,
  languages: readonly string[],
): ChosenText<string> | null {
  const filled = sign.message === null ? null : signDetail(entry, sign, holes, languages)
  if (filled !== null && filled.language !== sign.language) {
    const translated = safeChoice(filled, error.leaks)
    if (translated !== null) return translated
  }
  if (error.message === null) return null
  return { text: error.message, language: sign.language ?? error.language }
}

// Only what the entry names travels; a whole number stays one where the template says `int` and JSON can hold it.
function extensionsOf(
  entry: ProblemEntry,
  sign: Sign,
  holes: Readonly<Record<string, string>>,
  leaks: readonly Leak[],
): Readonly<Record<string, unknown>> {
  if (entry.extensions.length === 0) return {}
  const whole = new Set(
    holesOf(sign.message ?? { source: '', parts: [] }).flatMap(one => (one.type === 'int' ? one.name : [])),
  )
  const values = entry.extensions.flatMap(name => {
    const value = Object.hasOwn(holes, name) ? holes[name] : undefined
    if (value === undefined || !isSafe(value, leaks)) return []
    return [[name, whole.has(name) ? numberOf(value) : value] as const]
  })
  return Object.fromEntries(values)
}

function numberOf(text: string): number | string {
  const number = Number(text)
  return Number.isSafeInteger(number) && String(number) === text ? number : text
}
