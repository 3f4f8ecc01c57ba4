import type { Catalogue, FieldEntry, ProblemEntry, Sign } from '../entry.ts'
import type { MessageTemplate } from '../message-template.ts'
import type { TextTest } from '../text-test.ts'
import { Budget, LARGE_TURN } from './budget.ts'
import { Claims } from './claims.ts'
import { holeAutomaton } from './hole-automaton.ts'
import { admits, causeOf, type Decision, Question } from './question.ts'
import { type CandidateScope, claimsItsWording, entriesOf, isInScope, limitsOf } from './scope.ts'
import { Undecided, type UndecidedCause } from './undecided.ts'

/** What a test says of the wordings of a sign. */
export type Verdict = 'always' | 'never' | 'sometimes' | 'undecided'

export interface SignVerdict {
  /** The code of the sign's entry. */
  readonly code: string
  /** The id of the sign. */
  readonly sign: string
  readonly verdict: Verdict
  /** A message of the sign for which the test holds; `null` where there is none or none is known. */
  readonly holds: string | null
  /** A message of the sign for which the test does not hold. */
  readonly fails: string | null
  /** Why there is no verdict, where it is `undecided`. */
  readonly cause: UndecidedCause | null
}

type Entry = ProblemEntry | FieldEntry

/**
 * Decides for every sign in the scope whether the test holds for all of its messages, for none or for some. `always` and
 * `never` are proofs; `sometimes` shows a message for each side.
 */
export function candidates(catalogue: Catalogue, test: TextTest, scope: CandidateScope = {}): readonly SignVerdict[] {
  const entries = entriesOf(catalogue, scope)
  const question = new Question(test, countSigns(entries))
  return entries.flatMap(entry => entryVerdicts(catalogue, entry, question, scope))
}

/** How many signs share what a question may cost. */
export function countSigns(entries: readonly Entry[]): number {
  return entries.reduce((count, entry) => count + entry.signs.length, 0)
}

export function entryVerdicts(
  catalogue: Catalogue,
  entry: Entry,
  question: Question,
  scope: CandidateScope,
): readonly SignVerdict[] {
  const signs = entry.signs.filter(sign => isInScope(sign, scope))
  const worded = signs.filter(sign => sign.message !== null)
  if (worded.length > 0) return worded.flatMap(sign => wordedVerdict(sign, question, scope))
  if (signs.length === 0) return []
  const decision = question.askUnclaimed(claimsOf(catalogue, scope))
  return signs.map(sign => unwordedVerdict(sign, decision))
}

// A sign whose hole cannot hold the known value is not what the test meets.
function wordedVerdict(sign: Sign, question: Question, scope: CandidateScope): SignVerdict[] {
  if (sign.message === null) return []
  const limits = limitsOf(scope)
  try {
    if (!admits(sign.message, limits)) return []
  } catch (fault) {
    return [verdictOf(sign, { kind: 'undecided', cause: causeOf(fault) })]
  }
  return [verdictOf(sign, question.askTemplate(sign.message, limits))]
}

function unwordedVerdict(sign: Sign, decision: Decision): SignVerdict {
  const verdict = verdictOf(sign, decision)
  if (verdict.verdict !== 'sometimes') return verdict
  return { ...verdict, verdict: 'undecided', cause: { code: 'no-wording', entry: sign.entry } }
}

function verdictOf(sign: Sign, decision: Decision): SignVerdict {
  const of = { code: sign.entry, sign: sign.id }
  if (decision.kind === 'undecided') {
    return { ...of, verdict: 'undecided', holds: null, fails: null, cause: decision.cause }
  }
  const { holds, fails } = decision.sides
  // A pattern that matches nothing has no message for either side: nothing holds.
  const verdict = holds === null ? 'never' : fails === null ? 'always' : 'sometimes'
  return { ...of, verdict, holds, fails, cause: null }
}

const claimsByCatalogue = new WeakMap<Catalogue, Map<string, Claims>>()

/** The wordings that belong to an entry whatever else the error says; made once for a catalogue and a scope. */
function claimsOf(catalogue: Catalogue, scope: CandidateScope): Claims {
  const key = JSON.stringify([scope.of, scope.statuses, scope.languages, scope.dialects])
  const made = claimsByCatalogue.get(catalogue) ?? new Map<string, Claims>()
  claimsByCatalogue.set(catalogue, made)
  const known = made.get(key)
  if (known !== undefined) return known
  const signs = entriesOf(catalogue, scope).flatMap(entry => entry.signs)
  const templates = signs.filter(sign => claimsItsWording(sign, scope)).flatMap(sign => sign.message ?? [])
  const claims = new Claims(templates.filter(isReadable), Budget.of(LARGE_TURN))
  if (made.size < 16) made.set(key, claims)
  return claims
}

// Leaving out a claim that cannot be read makes more texts unclaimed: fewer proofs, but none that is wrong.
function isReadable(template: MessageTemplate): boolean {
  try {
    for (const part of template.parts) {
      if (part.kind === 'hole') holeAutomaton(part.pattern, [], Budget.of(LARGE_TURN))
    }
    return true
  } catch (fault) {
    if (fault instanceof Undecided) return false
    throw fault
  }
}
