import type { DraftEntry } from '../definition/draft.ts'
import type { Path } from '../definition/finding.ts'
import type { Sign } from '../entry.ts'
import { asksForAllOf, type Conditions, conditionsOf } from '../match/conditions.ts'
import { templatePattern } from '../message-template.ts'

/** A sign with what it asks for, compared just as `match` compares it. */
export interface Claim {
  readonly sign: Sign
  readonly asked: Conditions
}

/** A claim and where it was written. */
export interface PlacedClaim extends Claim {
  readonly path: Path
}

/** A sign as a claim. */
export function claimOf(sign: Sign): Claim {
  return { sign, asked: conditionsOf(sign) }
}

/** The signs of entries as claims. */
export function claimsOf(entries: readonly DraftEntry[]): readonly PlacedClaim[] {
  return entries.flatMap(entry => entry.signs.map(({ sign, path }) => ({ ...claimOf(sign), path })))
}

/** The claims in groups by a name that is made of each. */
export function groupClaims(
  claims: readonly PlacedClaim[],
  nameOf: (claim: Claim) => string,
): readonly (readonly PlacedClaim[])[] {
  const groups = new Map<string, PlacedClaim[]>()
  for (const claim of claims) {
    const name = nameOf(claim)
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [claim])
    else group.push(claim)
  }
  return [...groups.values()]
}

/** One name for all messages that a sign recognises; signs without a wording are told apart by their code. */
export function wordingOf({ message, legacyCode }: Sign): string {
  return message === null ? `code ${legacyCode ?? ''}` : `text ${templatePattern(message)}`
}

const NAMES = ['code', 'status', 'path', 'method', 'dialect'] as const

/** Whether one response can meet both. A language decides nothing, since most responses do not tell theirs. */
export function areCompatible(a: Conditions, b: Conditions): boolean {
  return NAMES.every(name => a[name] === null || b[name] === null || a[name] === b[name])
}

/** Whether `a` goes before `b` wherever both fit. */
export function isNarrower(a: Conditions, b: Conditions): boolean {
  return asksForAllOf(a, b) && !asksForAllOf(b, a)
}

/** Whether two claims are one: the same wording and the same conditions, but for the language. */
export function areSame(a: Claim, b: Claim): boolean {
  return wordingOf(a.sign) === wordingOf(b.sign) && NAMES.every(name => a.asked[name] === b.asked[name])
}
