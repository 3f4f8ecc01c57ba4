import type { Catalogue, ProblemEntry, Sign } from '../../src/entry.ts'
import type { MatchQuery } from '../../src/match.ts'
import { holesOf, templatePattern } from '../../src/message-template.ts'

type NaiveResult =
  | { readonly outcome: 'match'; readonly entry: ProblemEntry; readonly sign: Sign }
  | { readonly outcome: 'ambiguous'; readonly signs: readonly Sign[] }
  | { readonly outcome: 'unmatched' }

/** What `match` says, found the long way: one regular expression after another, and every pair of signs compared. */
export function naiveMatch(catalogue: Catalogue, query: MatchQuery): NaiveResult {
  const claims = catalogue.problems.flatMap(entry => entry.signs.map(sign => ({ entry, sign })))
  const met = claims.filter(({ sign }) => isMet(sign, query))
  const worded = (text: string, trimmed: boolean) => met.filter(({ sign }) => says(sign, text, trimmed))
  const asSent = query.wording === null ? [] : worded(query.wording, false)
  const trimmed = query.wording === null ? [] : worded(query.wording.trim(), true)
  const coded = met.filter(({ sign }) => sign.message === null && sign.legacyCode !== null)
  const rest = met.filter(({ sign }) => sign.message === null && sign.legacyCode === null)
  const found = [asSent, trimmed, coded, rest].find(({ length }) => length > 0) ?? []
  const left = found.filter(a => !found.some(b => asksMore(b.sign, a.sign)))
  return decide(left)
}

function decide(left: readonly { entry: ProblemEntry; sign: Sign }[]): NaiveResult {
  const [first] = left
  if (first === undefined) return { outcome: 'unmatched' }
  if (left.some(({ entry }) => entry !== first.entry)) {
    return { outcome: 'ambiguous', signs: left.map(({ sign }) => sign) }
  }
  return { outcome: 'match', ...first }
}

function isMet(sign: Sign, query: MatchQuery): boolean {
  if (sign.legacyCode !== null && String(sign.legacyCode) !== String(query.code ?? '\0')) return false
  if (sign.status !== null && sign.status !== query.status) return false
  if (sign.dialect !== null && sign.dialect !== query.dialect) return false
  if (sign.language !== null && query.language !== null && sign.language !== query.language) return false
  if (sign.route === null) return true
  return sign.route.path === query.route && (sign.route.method === null || sign.route.method === query.method)
}

function says(sign: Sign, text: string, trimmed: boolean): boolean {
  if (sign.message === null) return false
  if (new RegExp(templatePattern(sign.message)).test(text)) return true
  if (!trimmed) return false
  // White space belongs to the first and last text, never to a hole.
  const pattern = templatePattern(sign.message).slice(1, -1)
  const first = sign.message.parts[0]?.kind === 'text' ? pattern.trimStart() : pattern
  const last = sign.message.parts.at(-1)?.kind === 'text' ? first.trimEnd() : first
  return new RegExp(`^${last}$`).test(text)
}

function asksMore(a: Sign, b: Sign): boolean {
  return asksAll(a, b) && !asksAll(b, a)
}

function asksAll(a: Sign, b: Sign): boolean {
  const isSo = (asked: (sign: Sign) => boolean) => !asked(b) || asked(a)
  return (
    isSo(sign => sign.legacyCode !== null) &&
    isSo(sign => sign.status !== null) &&
    isSo(sign => sign.dialect !== null) &&
    isSo(sign => sign.language !== null) &&
    isSo(sign => sign.route !== null) &&
    isSo(sign => typeof sign.route?.method === 'string') &&
    isSo(sign => sign.message !== null && holesOf(sign.message).length === 0)
  )
}
