import type { Catalogue, TextTest } from '@problemshift/catalogue'
import type { Decision } from '../decide/decide.ts'
import type { Reason } from '../decide/reasons.ts'
import type { FormMatch, Question } from '../forms/form.ts'
import { detailPassesLike, passesNoDetail } from './detail-wording.ts'

// What else reaches the test stays what it was.
const UNTOUCHED: readonly Reason[] = ['splits-a-code', 'depends-on-hole', 'origin-unknown']

/**
 * Whether a test that stays says of the text that v2 shows in the same place what it said of the wording. Then what others
 * change about the place is nothing to it.
 */
export function saysTheSame({ question }: FormMatch, decision: Decision, catalogue: Catalogue): boolean {
  if (decision.outcome !== 'keep') return false
  const { reason, matches } = decision
  // Only a text of the client or of the network passes it, and that is still there.
  if (reason === 'client-text-passes' || reason === 'transport-text') return matches.length === 0
  const tests = testsOf(question)
  if (reason === 'no-entry') return matches.length === 0 && tests.every(test => passesNoDetail(catalogue, test))
  return UNTOUCHED.includes(reason) && tests.length > 0 && tests.every(test => detailPassesLike(catalogue, test))
}

function testsOf(question: Question): readonly TextTest[] {
  switch (question.kind) {
    case 'condition':
      return [question.test]
    case 'labels':
      return question.labels.map(({ text }) => ({ kind: 'equals', text }))
    case 'kept':
      return []
  }
}
