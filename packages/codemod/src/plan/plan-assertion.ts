import type { Decision } from '../decide/decide.ts'
import type { Reason } from '../decide/reasons.ts'
import type { MessageRead } from '../detect/message-read.ts'
import { plainValue } from '../detect/sort-flow.ts'
import type { Tracer } from '../detect/tracer.ts'
import type { Asserted } from '../forms/form.ts'
import { assertedPlace, type AssertedPlace } from './asserted-place.ts'
import { detailPassesLike } from './detail-wording.ts'
import { mayMockAnswers } from './mocked-answers.ts'
import type { PlanScope } from './plan.ts'
import type { Splice } from './splice.ts'
import { writeCodes, writeDetail } from './write-assertion.ts'

/** What becomes of an assertion on a wording. */
export type AssertionPlan =
  | { readonly outcome: 'kept'; readonly reason: Reason }
  | {
      readonly outcome: 'written'
      readonly codes: readonly string[]
      readonly splices: readonly Splice[]
      /** Of the assertion itself. */
      readonly printed: readonly Splice[]
      readonly groups: readonly string[]
    }

/** An assertion asks for the code where codes say just the same, else for `detail` where that is just the text. */
export function planAssertion(
  t: Tracer,
  read: MessageRead,
  asserted: Asserted,
  decision: Decision,
  { catalogue, movesMocks }: Pick<PlanScope, 'catalogue' | 'movesMocks'>,
): AssertionPlan {
  const kept = (reason: Reason): AssertionPlan => ({ outcome: 'kept', reason })
  const asksDetail = decision.outcome === 'keep' && isTooFine(decision.reason)
  if (decision.outcome === 'keep' && !asksDetail) return kept(decision.reason)
  const { question } = read.match
  if (question.kind !== 'condition') return kept('compared-with-unknown')
  if (!isOwnServer(read) && mayMockAnswers(t, read.unit, catalogue, movesMocks)) return kept('mocked-answer')
  const place = assertedPlace(t, read.match, asserted)
  if (place.outcome === 'kept') return kept(place.reason)
  const { file } = read.unit
  if (decision.outcome === 'keep') {
    const printed = detailPassesLike(catalogue, question.test) ? writeDetail(file, asserted, place) : null
    if (printed === null) return kept(decision.reason)
    if (printed.every(splice => isThere(read, splice))) return kept('already-migrated')
    return written(place, [...new Set(decision.matches.map(match => match.code))], printed)
  }
  const codes = decision.answers[0]?.codes ?? []
  const printed = writeCodes(file, read.match.node, asserted, place, codes)
  return printed === null ? kept('flow-not-rewritable') : written(place, codes, printed)
}

function isThere({ unit }: MessageRead, { start, end, text }: Splice): boolean {
  return unit.source.text.slice(start, end) === text
}

function isTooFine(reason: Reason): boolean {
  return reason === 'splits-a-code' || reason === 'depends-on-hole'
}

// What supertest asks is the repository's own server: no mock stands between the two.
function isOwnServer({ sorted }: MessageRead): boolean {
  return sorted.wording.every(({ value }) => {
    const plain = plainValue(value)
    return 'client' in plain && plain.client?.name === 'supertest'
  })
}

function written(
  place: AssertedPlace & { outcome: 'found' },
  codes: readonly string[],
  printed: readonly Splice[],
): AssertionPlan {
  return {
    outcome: 'written',
    codes,
    printed,
    splices: [...place.edits, ...printed],
    groups: place.groups,
  }
}
