import type { Catalogue } from '../entry.ts'
import type { MessageTemplate } from '../message-template.ts'
import type { TextTest } from '../text-test.ts'
import { type KeptCodes, keptByHole, keptUndecided } from './codes-for.ts'
import { findPins, type Pins } from './pins.ts'
import { Question } from './question.ts'
import { type CandidateScope, entriesOf, limitsOf } from './scope.ts'
import { countSigns, entryVerdicts, type SignVerdict } from './verdicts.ts'

/** A code, and the values that its holes must have: `required` where `path` is `email`. No pins: any values. */
export interface FieldCode {
  readonly code: string
  readonly pins: Pins
}

export type FieldCodeAnswer =
  | { readonly outcome: 'codes'; readonly codes: readonly FieldCode[]; readonly verdicts: readonly SignVerdict[] }
  | KeptCodes

/** A sign, and for which values of its holes the test holds; `null` where no list of values says it. */
interface PinnedVerdict {
  readonly verdict: SignVerdict
  readonly pins: readonly Pins[] | null
}

/**
 * The codes of `errors[]` for which a test holds, each with the hole values that it needs:
 * `message === 'email is required'` is the code `required` with `path` pinned to `email`.
 */
export function fieldCodesFor(catalogue: Catalogue, test: TextTest, scope: CandidateScope = {}): FieldCodeAnswer {
  const fields = { ...scope, of: scope.of ?? 'fields' }
  const entries = entriesOf(catalogue, fields)
  const question = new Question(test, countSigns(entries))
  const byEntry = entries.map(entry => {
    const templates = new Map(entry.signs.map(sign => [sign.id, sign.message]))
    const verdicts = entryVerdicts(catalogue, entry, question, fields)
    return verdicts.map(verdict => pinVerdict(question, verdict, templates.get(verdict.sign) ?? null, fields))
  })
  const verdicts = byEntry.flat().map(each => each.verdict)
  const open = byEntry.flat().find(({ verdict, pins }) => verdict.verdict === 'sometimes' && pins === null)
  if (open !== undefined) return keptByHole(catalogue, question, fields, open.verdict, verdicts)
  return splitsACode(byEntry, verdicts) ?? keptUndecided(verdicts) ?? exactCodes(byEntry, verdicts)
}

function pinVerdict(
  question: Question,
  verdict: SignVerdict,
  template: MessageTemplate | null,
  scope: CandidateScope,
): PinnedVerdict {
  if (verdict.verdict === 'always') return { verdict, pins: [{}] }
  if (verdict.verdict === 'never') return { verdict, pins: [] }
  if (verdict.verdict === 'undecided' || template === null) return { verdict, pins: null }
  return { verdict, pins: findPins(question, template, limitsOf(scope), verdict.holds ?? '') }
}

function exactCodes(byEntry: readonly (readonly PinnedVerdict[])[], verdicts: readonly SignVerdict[]): FieldCodeAnswer {
  const codes = byEntry.flatMap(([first]) =>
    (first?.pins ?? []).map(pins => ({ code: first?.verdict.code ?? '', pins })),
  )
  if (codes.length === 0) return { outcome: 'kept', reason: 'no-entry', verdicts }
  return { outcome: 'codes', codes, verdicts }
}

// Two wordings of a code must need the same values, or the code with those values says less than the test did.
function splitsACode(
  byEntry: readonly (readonly PinnedVerdict[])[],
  verdicts: readonly SignVerdict[],
): KeptCodes | null {
  for (const each of byEntry) {
    const decided = each.filter(({ pins }) => pins !== null)
    const [first] = decided
    const other = decided.find(({ pins }) => pinsKey(pins) !== pinsKey(first?.pins ?? null))
    if (first === undefined || other === undefined) continue
    const [holds, fails] = (first.pins?.length ?? 0) > 0 ? [first, other] : [other, first]
    const { code } = holds.verdict
    return { outcome: 'kept', reason: 'splits-a-code', code, holds: holds.verdict, fails: fails.verdict, verdicts }
  }
  return null
}

function pinsKey(pins: readonly Pins[] | null): string {
  const keys = (pins ?? []).map(each => JSON.stringify(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1))))
  return keys.sort().join()
}
