import type { Catalogue } from '../entry.ts'
import type { TextTest } from '../text-test.ts'
import { holesThatDecide } from './hole-values.ts'
import { Question } from './question.ts'
import { type CandidateScope, entriesOf } from './scope.ts'
import type { UndecidedCause } from './undecided.ts'
import { countSigns, entryVerdicts, type SignVerdict } from './verdicts.ts'

/** Why a test has no exact set of codes. */
export type KeptCodes =
  /** It tells apart two wordings of one code. */
  | {
      readonly outcome: 'kept'
      readonly reason: 'splits-a-code'
      readonly code: string
      readonly holds: SignVerdict
      readonly fails: SignVerdict
      readonly verdicts: readonly SignVerdict[]
    }
  /** It holds for some values of a hole; `holes` names those that the two messages show to matter. */
  | {
      readonly outcome: 'kept'
      readonly reason: 'depends-on-hole'
      readonly code: string
      readonly sign: string
      readonly holes: readonly string[]
      readonly holds: string
      readonly fails: string
      readonly verdicts: readonly SignVerdict[]
    }
  /** No sign can satisfy it. */
  | { readonly outcome: 'kept'; readonly reason: 'no-entry'; readonly verdicts: readonly SignVerdict[] }
  | {
      readonly outcome: 'kept'
      readonly reason: 'undecided'
      readonly code: string
      readonly sign: string
      readonly cause: UndecidedCause
      readonly verdicts: readonly SignVerdict[]
    }

export type CodeAnswer =
  | { readonly outcome: 'codes'; readonly codes: readonly string[]; readonly verdicts: readonly SignVerdict[] }
  | KeptCodes

/** The codes for which a test holds, if codes can say exactly what it says; else the reason why they cannot. */
export function codesFor(catalogue: Catalogue, test: TextTest, scope: CandidateScope = {}): CodeAnswer {
  const entries = entriesOf(catalogue, scope)
  const question = new Question(test, countSigns(entries))
  const byEntry = entries.map(entry => entryVerdicts(catalogue, entry, question, scope))
  const verdicts = byEntry.flat()
  const sometimes = verdicts.find(each => each.verdict === 'sometimes')
  if (sometimes !== undefined) return keptByHole(catalogue, question, scope, sometimes, verdicts)
  return splitsACode(byEntry, verdicts) ?? keptUndecided(verdicts) ?? exactCodes(byEntry, verdicts)
}

/** The answer where some sign depends on a hole. */
export function keptByHole(
  catalogue: Catalogue,
  question: Question,
  scope: CandidateScope,
  found: SignVerdict,
  verdicts: readonly SignVerdict[],
): KeptCodes {
  const { code, sign } = found
  const holds = found.holds ?? ''
  const fails = found.fails ?? ''
  const signs = entriesOf(catalogue, scope).flatMap(entry => entry.signs)
  const template = signs.find(each => each.id === sign)?.message ?? null
  const holes = template === null ? [] : holesThatDecide(question, template, holds, fails)
  return { outcome: 'kept', reason: 'depends-on-hole', code, sign, holes, holds, fails, verdicts }
}

/** The answer where some sign could not be decided; `null` where each was. */
export function keptUndecided(verdicts: readonly SignVerdict[]): KeptCodes | null {
  const found = verdicts.find(each => each.verdict === 'undecided')
  if (found === undefined || found.cause === null) return null
  const { code, sign, cause } = found
  return { outcome: 'kept', reason: 'undecided', code, sign, cause, verdicts }
}

function exactCodes(byEntry: readonly (readonly SignVerdict[])[], verdicts: readonly SignVerdict[]): CodeAnswer {
  const codes = byEntry.flatMap(([first]) => (first?.verdict === 'always' ? [first.code] : []))
  if (codes.length === 0) return { outcome: 'kept', reason: 'no-entry', verdicts }
  return { outcome: 'codes', codes, verdicts }
}

function splitsACode(byEntry: readonly (readonly SignVerdict[])[], verdicts: readonly SignVerdict[]): KeptCodes | null {
  for (const each of byEntry) {
    const holds = each.find(({ verdict }) => verdict === 'always')
    const fails = each.find(({ verdict }) => verdict === 'never')
    if (holds === undefined || fails === undefined) continue
    return { outcome: 'kept', reason: 'splits-a-code', code: holds.code, holds, fails, verdicts }
  }
  return null
}
