import type { Sign } from '../entry.ts'
import { holesOf } from '../message-template.ts'
import {
  answersOf,
  areMet,
  type Circumstances,
  type Conditions,
  conditionsOf,
  keyOf,
  shapeOf,
  speaks,
} from './conditions.ts'

/** A sign with its entry, its place in the catalogue and what it asks for. */
export interface Claim<Entry> {
  readonly sign: Sign
  readonly entry: Entry
  readonly place: number
  readonly asked: Conditions
  /** It asks for nothing but its wording. */
  readonly isFree: boolean
  /** The names of its holes, in order. */
  readonly holes: readonly string[]
}

/** Makes the claim of a sign. */
export function claimOf<Entry>(sign: Sign, entry: Entry, place: number): Claim<Entry> {
  const asked = conditionsOf(sign)
  const isFree = shapeOf(asked) === 0 && asked.language === null
  const holes = sign.message === null ? [] : holesOf(sign.message).map(hole => hole.name)
  return { sign, entry, place, asked, isFree, holes }
}

// A few signs are looked at one by one; more are found by their values.
const FEW = 8

/** Signs that one wording (or none) has in common, told apart by code, status, route, dialect and language. */
export class SignGroup<Entry> {
  readonly #claims: Claim<Entry>[] = []
  #areFree = true
  /** The only one, where it asks for nothing: most groups are so, and it is reached without a list. */
  only: Claim<Entry> | null = null
  #byShape: Map<number, Map<string, Claim<Entry>[]>> | null = null

  add(claim: Claim<Entry>): void {
    this.#claims.push(claim)
    this.#areFree &&= claim.isFree
    this.only = this.#areFree && this.#claims.length === 1 ? claim : null
    this.#byShape = null
  }

  /** The signs that ask for nothing that is not so. */
  select(found: Circumstances): readonly Claim<Entry>[] {
    if (this.#areFree) return this.#claims
    const answers = answersOf(found)
    if (this.#claims.length <= FEW) return this.#claims.filter(claim => areMet(claim.asked, answers))
    this.#byShape ??= indexed(this.#claims)
    const selected: Claim<Entry>[] = []
    for (const [shape, byKey] of this.#byShape) {
      const key = keyOf(answers, shape)
      const claims = key === null ? undefined : byKey.get(key)
      for (const claim of claims ?? []) if (speaks(claim.asked, answers)) selected.push(claim)
    }
    return selected
  }
}

function indexed<Entry>(claims: readonly Claim<Entry>[]): Map<number, Map<string, Claim<Entry>[]>> {
  const byShape = new Map<number, Map<string, Claim<Entry>[]>>()
  for (const claim of claims) {
    const shape = shapeOf(claim.asked)
    const byKey = byShape.get(shape) ?? new Map<string, Claim<Entry>[]>()
    byShape.set(shape, byKey)
    const key = keyOf(claim.asked, shape) ?? ''
    const same = byKey.get(key)
    if (same === undefined) byKey.set(key, [claim])
    else same.push(claim)
  }
  return byShape
}
