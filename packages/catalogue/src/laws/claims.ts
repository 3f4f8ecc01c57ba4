import type { DraftEntry, DraftSign } from '../definition/draft.ts'
import type { Sign } from '../entry.ts'
import { asksForAllOf, type Conditions, conditionsOf, shapeOf } from '../match/conditions.ts'
import { templatePattern } from '../message-template.ts'

/** A sign with what it asks for, compared just as `match` compares it. */
export interface Claim extends DraftSign {
  readonly asked: Conditions
  readonly shape: number
}

/** The signs of entries as claims. */
export function claimsOf(entries: readonly DraftEntry[]): readonly Claim[] {
  return entries.flatMap(entry => entry.signs.map(claimOf))
}

function claimOf({ sign, path }: DraftSign): Claim {
  const asked = conditionsOf(sign)
  return { sign, path, asked, shape: shapeOf(asked) }
}

/** The claims in groups by a name that is made of each. */
export function groupClaims(claims: readonly Claim[], nameOf: (claim: Claim) => string): readonly (readonly Claim[])[] {
  const groups = new Map<string, Claim[]>()
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

/** Whether two signs of different entries leave it open which of them is meant. */
export function areRivals(a: Claim, b: Claim): boolean {
  if (a.sign.entry === b.sign.entry || !areCompatible(a.asked, b.asked)) return false
  return !isNarrower(a.asked, b.asked) && !isNarrower(b.asked, a.asked)
}

/** Whether two claims are one: the same wording and the same conditions, but for the language. */
export function areSame(a: Claim, b: Claim): boolean {
  return wordingOf(a.sign) === wordingOf(b.sign) && NAMES.every(name => a.asked[name] === b.asked[name])
}
