import { chooseText } from './choose-text.ts'
import { entryOf, genericOfCode } from '../code-index.ts'
import type { Catalogue, GenericProblem } from '../entry.ts'
import { legacyFields } from './legacy-fields.ts'
import type { LegacyError } from '../legacy-error.ts'
import type { Occurrence, ProblemFacts, Spoken } from './problem-body.ts'
import { isSafe, safeText } from './safe-text.ts'
import { typeUri } from './type-uri.ts'

/** What is said of an error that no entry matches: it stays a correct problem, with what is stable of v1. */
export function uncatalogued(catalogue: Catalogue, error: LegacyError, occurrence: Occurrence): Spoken {
  const status = error.status >= 400 && error.status <= 599 ? Math.trunc(error.status) : 500
  const generic = genericOf(catalogue, status)
  const sent = sentCode(error)
  const code = sent ?? validationCode(catalogue, error, status) ?? generic.code
  const title = uncataloguedTitle(catalogue, code, generic, occurrence.languages)
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

function validationCode({ contract }: Catalogue, { fields }: LegacyError, status: number): string | null {
  return status === 400 && fields.length > 0 ? (contract.validationCode ?? null) : null
}

// Longer, or with a line break in it: a sentence in the place of a code.
const SENT_CODE = /^[^\p{Cc}\p{Zl}\p{Zp}]{1,200}$/u

/** A stable code of v1 stays as it was sent. A number becomes a text: the member has one type. */
function sentCode({ code, leaks, status }: LegacyError): string | null {
  if (code === null) return null
  const text = String(code)
  // `0x80048d19` (Dynamics) and `Neo.ClientError.Statement` look like the program's own, but clients branch on them; a
  // class by itself is never read as a code.
  const telling = status < 500 ? leaks.filter(({ kind }) => kind !== 'internal' && kind !== 'class') : leaks
  return SENT_CODE.test(text) && isSafe(text, telling) ? text : null
}

function uncataloguedType(catalogue: Catalogue, error: LegacyError, code: string): string {
  if (catalogue.contract.type === 'fixed') return typeUri(catalogue.type, code)
  const entry = entryOf(catalogue, code)
  if (entry !== undefined) return entry.type
  return docsUri(error) ?? genericOfCode(catalogue, code)?.type ?? typeUri(catalogue.type, code)
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
  code: string,
  generic: GenericProblem,
  languages: readonly string[],
): string {
  const entry = entryOf(catalogue, code)
  if (entry !== undefined) return chooseText(entry.title, languages, catalogue.languages)?.text ?? generic.title
  if (code === generic.code) return generic.title
  return genericOfCode(catalogue, code)?.title ?? titleOfCode(code)
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

function genericOf(catalogue: Catalogue, status: number): GenericProblem {
  const generic = catalogue.generic[status - 400]
  if (generic?.status === status) return generic
  const found = catalogue.generic.find(one => one.status === status)
  const code = `http_${status}`
  return found ?? { status, code, type: typeUri(catalogue.type, code), title: `HTTP ${status}` }
}
