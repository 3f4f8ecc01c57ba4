import { type ChosenText, chooseText } from './choose-text.ts'
import type { Catalogue, GenericProblem, ProblemEntry, Sign } from './entry.ts'
import { fieldCode, fieldMessage } from './field-codes.ts'
import { inputPath } from './field-path.ts'
import type { Leak, LegacyError, LegacyField, LegacyScope, PathSegment } from './legacy-error.ts'
import { type MatchResult, matchField } from './match.ts'
import { holesOf } from './message-template.ts'
import type { Problem, Scope } from './problem.ts'
import { type FieldFacts, type Occurrence, type ProblemFacts, writeProblem } from './problem-body.ts'
import { retryAfter } from './retry-after.ts'
import { typeUri } from './type-uri.ts'
import { anyWording, entryDetail, type Holes, signDetail } from './wording-detail.ts'

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

/** New code asked for a problem that the catalogue does not have. */
export class UnknownProblemError extends Error {
  override readonly name = 'UnknownProblemError'
  readonly code = 'problem-unknown'
  readonly asked: string

  constructor(asked: string) {
    super(`The catalogue has no problem with the code ${JSON.stringify(asked)}.`)
    this.asked = asked
  }
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
    headers: { ...problemHeaders(error), ...(language === null ? {} : { 'content-language': language }) },
  }
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
  const entry = catalogue.problems.find(one => one.code === code)
  const generic = catalogue.generic.find(one => one.code === code)
  const facts = entry === undefined ? genericFacts(generic, code) : thrownFacts(catalogue, entry, holes, occurrence)
  const placed = fields.map(field => ({ ...field, scope: contractScope(field.scope, field.path) }))
  return writeProblem(catalogue.contract, { ...facts, fields: placed }, occurrence)
}

interface Spoken {
  readonly facts: ProblemFacts
  readonly language: string | null
}

function catalogued(
  catalogue: Catalogue,
  error: LegacyError,
  { entry, sign, holes }: MatchResult & { outcome: 'match' },
  { languages }: Occurrence,
): Spoken {
  const title = chooseText(entry.title, languages, catalogue.languages) ?? { text: entry.code, language: null }
  const own = keepSafe(entryDetail(catalogue, entry, holes, languages), error.leaks)
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
    const translated = keepSafe(filled, error.leaks)
    if (translated !== null) return translated
  }
  if (error.message === null) return null
  return { text: error.message, language: sign.language ?? error.language }
}

function uncatalogued(catalogue: Catalogue, error: LegacyError, occurrence: Occurrence): Spoken {
  const status = error.status >= 400 && error.status <= 599 ? Math.trunc(error.status) : 500
  const generic = genericOf(catalogue, status)
  const sent = sentCode(error)
  const code = sent ?? generic.code
  const title = uncataloguedTitle(catalogue, sent, generic, occurrence.languages)
  const redacted = status >= 500
  const facts: ProblemFacts = {
    type: uncataloguedType(catalogue, error, code),
    title,
    status,
    detail: redacted ? redactedDetail(catalogue, error, occurrence) : (error.message ?? title),
    code,
    traceId: error.traceId,
    hint: redacted ? null : safeText(error.hint, error.leaks),
    fields: legacyFields(catalogue, error, redacted),
    extensions: {},
  }
  return { facts, language: redacted || error.message === null ? null : error.language }
}

// Longer, or with a line break in it: a sentence in the place of a code.
const SENT_CODE = /^[^\p{Cc}\p{Zl}\p{Zp}]{1,200}$/u

/** A stable code of v1 stays as it was sent. A number becomes a text: the member has one type. */
function sentCode({ code, leaks }: LegacyError): string | null {
  if (code === null) return null
  const text = String(code)
  return SENT_CODE.test(text) && isSafe(text, leaks) ? text : null
}

function uncataloguedType(catalogue: Catalogue, error: LegacyError, code: string): string {
  if (catalogue.contract.type === 'fixed') return typeUri(catalogue.type, code)
  const entry = catalogue.problems.find(one => one.code === code)
  if (entry !== undefined) return entry.type
  return docsUri(error) ?? catalogue.generic.find(one => one.code === code)?.type ?? typeUri(catalogue.type, code)
}

function docsUri({ docUrl, leaks }: LegacyError): string | null {
  if (docUrl === null || docUrl.length > 2048 || !isSafe(docUrl, leaks) || !URL.canParse(docUrl)) return null
  const url = new URL(docUrl)
  const web = url.protocol === 'https:' || url.protocol === 'http:'
  if (!web || url.username !== '' || url.password !== '') return null
  return URI.test(docUrl) ? docUrl : url.href
}

// RFC 3986: the characters of a URI; with others in it the normalised form is taken.
const URI = /^https?:\/\/(?:[A-Za-z0-9._~:/?#@!$&'()*+,;=[\]-]|%[0-9A-Fa-f]{2})+$/

// A title is constant per type, so where the type is made from the code the title is, too, whatever the status was.
function uncataloguedTitle(
  catalogue: Catalogue,
  sent: string | null,
  generic: GenericProblem,
  languages: readonly string[],
): string {
  if (sent === null || sent === generic.code) return generic.title
  const entry = catalogue.problems.find(one => one.code === sent)
  if (entry !== undefined) return chooseText(entry.title, languages, catalogue.languages)?.text ?? sent
  return catalogue.generic.find(one => one.code === sent)?.title ?? titleOfCode(sent)
}

/** `vault_not_found` as people write it: `Vault not found`. */
function titleOfCode(code: string): string {
  const words = code
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()
  if (!/\p{L}{2}/u.test(words)) return `Error ${code}`
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function redactedDetail({ contract }: Catalogue, error: LegacyError, occurrence: Occurrence): string {
  const sentence = 'The server could not handle the request.'
  if ((error.traceId ?? occurrence.traceId) === null) return sentence
  return `${sentence} Quote the ${contract.trace} of this response when you contact support.`
}

function thrownFacts(catalogue: Catalogue, entry: ProblemEntry, holes: Holes, { languages }: Occurrence): ProblemFacts {
  const title = chooseText(entry.title, languages, catalogue.languages)?.text ?? entry.code
  const detail = entryDetail(catalogue, entry, holes, languages) ?? anyWording(entry, holes, languages)
  const { type, status, code } = entry
  const named = entry.extensions.filter(name => Object.hasOwn(holes, name))
  const extensions = Object.fromEntries(named.map(name => [name, holes[name]]))
  return { ...NOTHING_ELSE, type, title, status, detail: detail?.text ?? title, code, extensions }
}

function genericFacts(generic: GenericProblem | undefined, asked: string): ProblemFacts {
  if (generic === undefined) throw new UnknownProblemError(asked)
  const { type, title, status, code } = generic
  return { ...NOTHING_ELSE, type, title, status, detail: title, code }
}

const NOTHING_ELSE = { traceId: null, hint: null, fields: [], extensions: {} } as const

function genericOf(catalogue: Catalogue, status: number): GenericProblem {
  const generic = catalogue.generic[status - 400]
  if (generic?.status === status) return generic
  const found = catalogue.generic.find(one => one.status === status)
  const code = `http_${status}`
  return found ?? { status, code, type: typeUri(catalogue.type, code), title: `HTTP ${status}` }
}

function legacyFields(catalogue: Catalogue, error: LegacyError, redacted: boolean): readonly FieldFacts[] {
  const silent = redacted || error.fields.length * error.leaks.length > MOST_COMPARISONS
  return error.fields.map(field => legacyField(catalogue, error, field, silent))
}

// Beyond this every field message is replaced: a body with that many of both is nothing that a person reads.
const MOST_COMPARISONS = 1_000_000

function legacyField(catalogue: Catalogue, error: LegacyError, field: LegacyField, redacted: boolean): FieldFacts {
  const { dialect, leaks } = error
  const known = matchField(catalogue, { wording: field.message, code: field.code, dialect })
  const code = known.outcome === 'match' ? known.entry.code : fieldCode(field.code, field.message, dialect)
  const message = (redacted ? null : safeText(field.message, leaks)) ?? fieldMessage(code)
  const path = inputPath(field.path)
  return { scope: contractScope(field.scope, path), path, code, message }
}

function contractScope(scope: LegacyScope | null, path: readonly PathSegment[]): Scope {
  if (scope === 'cookie') return 'header'
  return scope ?? (path.length === 0 ? 'global' : 'body')
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

function keepSafe(chosen: ChosenText<string> | null, leaks: readonly Leak[]): ChosenText<string> | null {
  return chosen !== null && isSafe(chosen.text, leaks) ? chosen : null
}

function safeText(text: string | null, leaks: readonly Leak[]): string | null {
  return text !== null && isSafe(text, leaks) ? text : null
}

// Two characters are too few to give anything away, and stand in any sentence; the caller knows its own input.
function isSafe(text: string, leaks: readonly Leak[]): boolean {
  return leaks.every(leak => leak.kind === 'input' || leak.text.length < 3 || !text.includes(leak.text))
}
