import type { FaultCode, FaultFacts } from '../fault.ts'

/** The fields that go with each code. */
export type FactsByCode = { readonly [Code in FaultCode]: Extract<FaultFacts, { readonly code: Code }> }

/** What can be said of one fault from its fields. */
export interface FaultWords {
  /** Left out: what the kind means. */
  readonly came?: string
  readonly expected?: string
  /** What to do, where it can be said more exactly than for the kind. */
  readonly next?: string | undefined
}

/** One kind of fault: what it means, what to do about it, and how its fields are said. */
interface FaultKind<Code extends FaultCode> {
  readonly means: string
  readonly next: string
  readonly words: (facts: FactsByCode[Code]) => FaultWords
}

/** A kind for each of some codes. */
export type FaultKinds<Code extends FaultCode> = { readonly [Each in Code]: FaultKind<Each> }

/** For kinds that have no fields. */
export const noWords = (): FaultWords => ({})

export function quote(text: string): string {
  return JSON.stringify(text.length > 120 ? `${text.slice(0, 120)}…` : text)
}

export function oneOf(names: readonly string[]): string {
  return names.length === 1 ? (names[0] ?? '') : `one of ${names.join(', ')}`
}

export function suggest(nearest: string | null): string | undefined {
  return nearest === null ? undefined : `Write ${quote(nearest)}.`
}
