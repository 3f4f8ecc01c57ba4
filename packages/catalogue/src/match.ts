import type { Catalogue, FieldEntry, ProblemEntry, Sign } from './entry.ts'
import { type Fit, SignIndex } from './match/sign-index.ts'

/** What is known of a v1 error when its entry is looked for. */
export interface MatchQuery {
  readonly wording: string | null
  readonly code: string | number | null
  readonly status: number
  readonly dialect: string | null
  /** BCP 47; `null` fits the signs of every language. */
  readonly language: string | null
  readonly method: string | null
  /** The route as it was registered, `/loans/:id`. */
  readonly route: string | null
}

/** What is known of a field error when its code is looked for. */
export type FieldQuery = Pick<MatchQuery, 'wording' | 'code' | 'dialect'>

/** The entry that an error fits; `ambiguous` where several entries claim it and none is narrower than the others. */
export type MatchResult<Entry = ProblemEntry> =
  | {
      readonly outcome: 'match'
      readonly entry: Entry
      readonly sign: Sign
      readonly holes: Readonly<Record<string, string>>
    }
  | { readonly outcome: 'ambiguous'; readonly signs: readonly Sign[] }
  | { readonly outcome: 'unmatched' }

const problemIndexes = new WeakMap<Catalogue, SignIndex<ProblemEntry>>()
const fieldIndexes = new WeakMap<Catalogue, SignIndex<FieldEntry>>()

/**
 * The adapter's question: which problem is this v1 error? A sign with a wording goes before one with a code only, and
 * that before one with neither; then one that asks for more goes before one that asks for less. Linear in the wording, nearly independent of the catalogue's size.
 */
export function match(catalogue: Catalogue, query: MatchQuery): MatchResult {
  return decide(problemIndexOf(catalogue).find(query.wording, query))
}

/** The same question about one entry of a v1 error's field list. */
export function matchField(catalogue: Catalogue, query: FieldQuery): MatchResult<FieldEntry> {
  return decide(fieldIndexOf(catalogue).find(query.wording, query))
}

/** Makes the indexes now, so that the first error does not wait for them. */
export function prepareMatch(catalogue: Catalogue): void {
  problemIndexOf(catalogue)
  fieldIndexOf(catalogue)
}

function problemIndexOf(catalogue: Catalogue): SignIndex<ProblemEntry> {
  const known = problemIndexes.get(catalogue)
  if (known !== undefined) return known
  const made = new SignIndex(catalogue.problems)
  problemIndexes.set(catalogue, made)
  return made
}

function fieldIndexOf(catalogue: Catalogue): SignIndex<FieldEntry> {
  const known = fieldIndexes.get(catalogue)
  if (known !== undefined) return known
  const made = new SignIndex(catalogue.fields)
  fieldIndexes.set(catalogue, made)
  return made
}

function decide<Entry>(fits: readonly Fit<Entry>[]): MatchResult<Entry> {
  const [first, ...others] = fits
  if (first === undefined) return { outcome: 'unmatched' }
  if (others.some(fit => fit.claim.entry !== first.claim.entry)) {
    const inOrder = fits.map(fit => fit.claim).sort((a, b) => a.place - b.place)
    return { outcome: 'ambiguous', signs: inOrder.map(claim => claim.sign) }
  }
  const chosen = others.reduce((best, fit) => (fit.claim.place < best.claim.place ? fit : best), first)
  return { outcome: 'match', entry: chosen.claim.entry, sign: chosen.claim.sign, holes: chosen.holes }
}
