import type { Sign } from '../entry.ts'
import { conditionsOf } from '../match/conditions.ts'
import { TemplateKeys, type SortedTemplates } from '../match/sorted-templates.ts'
import type { MessageTemplate } from '../message-template.ts'
import { collisions, type PlacedSign, rungOf } from './collide.ts'
import { endsAgree } from './ends.ts'
import { overlapOf } from './overlap-of.ts'
import { reversed } from './reversed.ts'
import { rivals } from './rivals.ts'

/** Two signs, the earlier one first, and a message that the wordings of both match; `null` where both have no wording. */
export interface OverlappingPair {
  readonly first: Sign
  readonly second: Sign
  readonly witness: string | null
}

export interface PairSearch {
  /** The search ends when it has found so many; 1,000 when left out. */
  readonly most?: number
}

/** Signs whose wordings are one language. */
interface Wording {
  readonly template: MessageTemplate
  readonly signs: PlacedSign[]
}

const MOST = 1000

/** The pairs of signs that one error can fit for two entries, so that `match` would call it ambiguous. */
export function overlappingPairs(signs: readonly Sign[], search: PairSearch = {}): readonly OverlappingPair[] {
  const { most = MOST } = search
  const placed = signs.map((sign, place): PlacedSign => ({ sign, asked: conditionsOf(sign), place }))
  const pairs: { first: PlacedSign; second: PlacedSign; witness: string | null }[] = []
  for (const [one, other, witness] of allPairs(placed)) {
    if (pairs.length >= most) break
    const [first, second] = one.place < other.place ? [one, other] : [other, one]
    pairs.push({ first, second, witness })
  }
  pairs.sort((x, y) => x.first.place - y.first.place || x.second.place - y.second.place)
  return pairs.map(({ first, second, witness }) => ({ first: first.sign, second: second.sign, witness }))
}

type Found = readonly [PlacedSign, PlacedSign, string | null]

function* allPairs(placed: readonly PlacedSign[]): Generator<Found> {
  for (const rung of ['code', 'rest']) {
    const signs = placed.filter(({ sign }) => rungOf(sign) === rung)
    for (const [a, b] of collisions(signs, signs)) yield [a, b, null]
  }
  const keys = new TemplateKeys()
  const byKey = groupByKey(placed, keys)
  for (const wording of byKey.values()) yield* pairsBetween(wording, wording)
  const met = new Set<string>()
  for (const [a, b] of differentWordings(byKey, keys)) {
    if (!endsAgree(a.template, b.template)) continue
    const name = pairName(a, b)
    if (met.has(name)) continue
    met.add(name)
    yield* pairsBetween(a, b)
  }
}

function* pairsBetween(a: Wording, b: Wording): Generator<Found> {
  let witness: string | null = null
  for (const [one, other] of collisions(a.signs, b.signs)) {
    witness ??= overlapOf(a.template, b.template)
    if (witness === null) return
    yield [one, other, witness]
  }
}

function groupByKey(placed: readonly PlacedSign[], keys: TemplateKeys): Map<string, Wording> {
  const byKey = new Map<string, Wording>()
  for (const one of placed) {
    if (one.sign.message === null) continue
    const key = keys.keyOf(one.sign.message)
    const known = byKey.get(key) ?? { template: one.sign.message, signs: [] }
    known.signs.push(one)
    byKey.set(key, known)
  }
  return byKey
}

function pairName(a: Wording, b: Wording): string {
  const places = [a.signs[0]?.place ?? 0, b.signs[0]?.place ?? 0]
  return places.sort((x, y) => x - y).join()
}

// From the left or from the right, whichever end tells more templates apart.
function* differentWordings(
  byKey: ReadonlyMap<string, Wording>,
  keys: TemplateKeys,
): Generator<readonly [Wording, Wording]> {
  const forward = [...byKey].map(([key, wording]) => ({ key, wording }))
  const backward = forward.map(({ key, wording }) => ({ key: backwards(key), wording }))
  const isForward = spreadOf(forward) >= spreadOf(backward)
  const chosen = (isForward ? forward : backward).sort((a, b) => (a.key < b.key ? -1 : 1))
  const templates: SortedTemplates = {
    keys: chosen.map(({ key }) => key),
    languages: isForward ? keys.languages : keys.languages.map(reversed),
  }
  for (const [a, b] of rivals(templates)) {
    const one = chosen[a]
    const other = chosen[b]
    if (one !== undefined && other !== undefined) yield [one.wording, other.wording]
  }
}

/** The key of the template read from right to left: an escape stays before what it escapes. */
function backwards(key: string): string {
  const symbols: string[] = []
  for (let at = 0; at < key.length; at++) {
    const isEscape = key.charCodeAt(at) === 0
    symbols.push(isEscape ? key.slice(at, at + 2) : key.charAt(at))
    if (isEscape) at++
  }
  return symbols.reverse().join('')
}

/** How many different texts stand before the first hole. */
function spreadOf(keyed: readonly { readonly key: string }[]): number {
  return new Set(keyed.map(({ key }) => key.split('\0', 1)[0])).size
}
