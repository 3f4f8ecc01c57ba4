import type { Catalogue } from './entry.ts'
import type { LegacyError } from './legacy-error.ts'
import { type MatchQuery, type MatchResult, match } from './match.ts'

/** What is known of a v1 response beside its body. */
export interface SentResponse {
  /** That of the status line. */
  readonly status: number
  readonly method: string | null
  readonly route: string | null
}

/** Finds the entry of an error that was read: by the status that v1 sent, then by the one that its body names. */
export function matchError(catalogue: Catalogue, error: LegacyError, sent: SentResponse): MatchResult {
  const { wording, code, dialect, language } = error
  const { status, method, route } = sent
  const query = { wording, code, dialect, language, status, method, route }
  const found = matchWord(catalogue, query, error) ?? match(catalogue, query)
  if (sent.status < 400) return saysSuccess(found, sent.status) ? found : { outcome: 'unmatched' }
  if (found.outcome !== 'unmatched' || error.status === sent.status) return found
  const ofBody = { ...query, status: error.status }
  return matchWord(catalogue, ofBody, error) ?? match(catalogue, ofBody)
}

/** A single word is read as a code, and a phrase of HTTP as nothing: what the catalogue has it for is stronger. */
function matchWord(catalogue: Catalogue, query: MatchQuery, { word }: LegacyError): MatchResult | null {
  if (word === undefined || !wordsOf(catalogue).has(word)) return null
  const said = match(catalogue, { ...query, wording: word })
  if (said.outcome === 'match' && said.sign.message?.source === word) return said
  if (query.code !== null) return null
  const coded = match(catalogue, { ...query, code: word })
  return coded.outcome === 'match' && coded.sign.legacyCode === word ? coded : null
}

const known = new WeakMap<Catalogue, ReadonlySet<string>>()

/** The wordings and the codes of a catalogue: nearly all words are none of them, and need no search. */
function wordsOf(catalogue: Catalogue): ReadonlySet<string> {
  const remembered = known.get(catalogue)
  if (remembered !== undefined) return remembered
  const signs = catalogue.problems.flatMap(({ signs }) => signs)
  const words = new Set(
    signs.flatMap(({ message, legacyCode }) => [message?.source ?? [], legacyCode ?? []].flat()).map(String),
  )
  known.set(catalogue, words)
  return words
}

// "200" is turned into an error only by a sign that says so; what the body looks like is no reason by itself.
function saysSuccess(found: MatchResult, status: number): boolean {
  return found.outcome === 'match' && found.sign.status === status
}
