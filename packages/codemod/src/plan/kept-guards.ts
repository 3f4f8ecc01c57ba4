import type { MessageRead } from '../detect/message-read.ts'
import type { ts } from '../source/compiler.ts'
import { atomsRound, holdsOneOf } from './guard-conditions.ts'
import type { PlannedSite } from './plan.ts'

/**
 * Whether a test that stays decides if this one is asked: `data.error === 'Unauthorized' && data.message === …`. In v2 it
 * finds no text, so it says no, or yes where it is negated.
 */
export function isShutByKept(
  read: MessageRead,
  drafts: ReadonlyMap<MessageRead, PlannedSite>,
  tested: ReadonlySet<ts.Node>,
): boolean {
  const kept = [...drafts].flatMap(([other, draft]) =>
    other.unit === read.unit && draft.outcome === 'keep' && other.sorted.wording.length > 0 ? [other] : [],
  )
  if (kept.length === 0) return false
  return atomsRound(read.match.node, tested).some(({ atom, mustBe }) => {
    const guard = mustBe === null ? undefined : kept.find(other => holdsOneOf(atom, new Set([other.match.tested])))
    return guard !== undefined && (answerWithoutText(guard) ?? false) !== mustBe
  })
}

function answerWithoutText({ match }: MessageRead): boolean | null {
  return match.question.kind === 'condition' ? match.question.negated : null
}
