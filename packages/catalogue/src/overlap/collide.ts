import type { Sign } from '../entry.ts'
import { asksForAllOf, type Conditions, conditionsOf, keyOf, LOOKED_UP, shapeOf, speaks } from '../match/conditions.ts'

/** A sign with what it asks for besides its wording, and its place among all. */
export interface PlacedSign {
  readonly sign: Sign
  readonly asked: Conditions
  readonly place: number
}

/**
 * Whether two signs claim one error for two entries as far as code, status, route, dialect and language go: all they ask
 * for can be so at once, and neither goes before the other.
 */
export function collide(a: Sign, b: Sign): boolean {
  return a.entry !== b.entry && rungOf(a) === rungOf(b) && areRivals(conditionsOf(a), conditionsOf(b))
}

/** The rung of the ladder on which a sign is asked: wordings before codes, codes before the rest. */
export function rungOf(sign: Sign): 'wording' | 'code' | 'rest' {
  if (sign.message !== null) return 'wording'
  return sign.legacyCode !== null ? 'code' : 'rest'
}

/** The pairs of one sign of `as` and one of `bs` that collide; where both are one list, each pair once. */
export function* collisions(
  as: readonly PlacedSign[],
  bs: readonly PlacedSign[],
): Generator<readonly [PlacedSign, PlacedSign]> {
  const shapesOfB = byShape(bs)
  for (const [shapeA, signsA] of byShape(as)) {
    for (const [shapeB, signsB] of shapesOfB) {
      if (isMoreThan(shapeA, shapeB) || isMoreThan(shapeB, shapeA)) continue
      for (const [a, b] of agreeing(signsA, signsB, shapeA & shapeB)) {
        const isTwice = as === bs && a.place >= b.place
        if (!isTwice && a.sign.entry !== b.sign.entry && areRivals(a.asked, b.asked)) yield [a, b]
      }
    }
  }
}

// Only signs that agree in what both ask for can collide: thousands of routes of one wording are no pairs.
function* agreeing(
  as: readonly PlacedSign[],
  bs: readonly PlacedSign[],
  shared: number,
): Generator<readonly [PlacedSign, PlacedSign]> {
  const alike = grouped(bs, ({ asked }) => keyOf(asked, shared) ?? '')
  for (const a of as) for (const b of alike.get(keyOf(a.asked, shared) ?? '') ?? []) yield [a, b]
}

function areRivals(a: Conditions, b: Conditions): boolean {
  const together = LOOKED_UP.every(name => a[name] === null || b[name] === null || a[name] === b[name])
  return together && speaks(a, b) && asksForAllOf(a, b) === asksForAllOf(b, a)
}

// A shape is a set of names as bits; the language has a bit beyond those that are looked up.
function isMoreThan(a: number, b: number): boolean {
  return a !== b && (a | b) === a
}

function byShape(signs: readonly PlacedSign[]): Map<number, PlacedSign[]> {
  const language = 1 << LOOKED_UP.length
  return grouped(signs, ({ asked }) => shapeOf(asked) | (asked.language === null ? 0 : language))
}

function grouped<Key>(signs: readonly PlacedSign[], keyFor: (sign: PlacedSign) => Key): Map<Key, PlacedSign[]> {
  const groups = new Map<Key, PlacedSign[]>()
  for (const sign of signs) {
    const key = keyFor(sign)
    const known = groups.get(key)
    if (known === undefined) groups.set(key, [sign])
    else known.push(sign)
  }
  return groups
}
