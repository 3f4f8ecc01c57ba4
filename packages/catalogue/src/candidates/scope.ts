import type { Catalogue, FieldEntry, ProblemEntry, Sign } from '../entry.ts'
import type { HoleLimits } from './sign-automaton.ts'

/** Which signs a test can meet, and what is known beside the message. */
export interface CandidateScope {
  /** Whose wordings: those of the problems (when left out) or those of the entries of `errors[]`. */
  readonly of?: 'problems' | 'fields'
  /** Only errors of these statuses reach the test; a sign that names no status stays. */
  readonly statuses?: readonly number[]
  /** Only wordings of these languages (BCP 47) reach the test; a sign that names no language stays. */
  readonly languages?: readonly string[]
  /** Only errors of these dialects reach the test; a sign that names no dialect stays. */
  readonly dialects?: readonly string[]
  /** Holes whose values are known: what `field === 'email' && …` says about `path`. */
  readonly holes?: Readonly<Record<string, string>>
}

export function entriesOf(catalogue: Catalogue, scope: CandidateScope): readonly (ProblemEntry | FieldEntry)[] {
  return scope.of === 'fields' ? catalogue.fields : catalogue.problems
}

/** Whether an error with this sign can reach the test. */
export function isInScope(sign: Sign, { statuses, languages, dialects }: CandidateScope): boolean {
  const { status, language, dialect } = sign
  if (status !== null && statuses !== undefined && !statuses.includes(status)) return false
  if (dialect !== null && dialects !== undefined && !dialects.includes(dialect)) return false
  return language === null || languages === undefined || languages.some(each => baseTag(each) === baseTag(language))
}

/**
 * Whether every error in the scope that has the sign's wording is recognised by it, or by a sign that is narrower: then
 * an entry without wordings cannot have that wording, because a wording is stronger than a code.
 */
export function claimsItsWording(sign: Sign, { statuses, languages, dialects }: CandidateScope): boolean {
  const { status, language, dialect } = sign
  if (sign.message === null || sign.legacyCode !== null || sign.route !== null) return false
  return (
    (status === null || isOnly(statuses, each => each === status)) &&
    (dialect === null || isOnly(dialects, each => each === dialect)) &&
    (language === null || isOnly(languages, each => baseTag(each) === baseTag(language)))
  )
}

export function limitsOf(scope: CandidateScope): HoleLimits {
  const known = Object.entries(scope.holes ?? {})
  return Object.fromEntries(known.map(([name, value]) => [name, { kind: 'is', value }]))
}

function isOnly<T>(values: readonly T[] | undefined, isMeant: (value: T) => boolean): boolean {
  return values !== undefined && values.length > 0 && values.every(isMeant)
}

// `match` takes tags of one base language for the same: a body in `pt` may well be `pt-BR`.
function baseTag(language: string): string {
  return language.toLowerCase().split(/[-_]/, 1)[0] ?? ''
}
