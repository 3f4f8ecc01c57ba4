import type { MessageRead } from '../detect/message-read.ts'
import { conditionsRound } from '../detect/narrow.ts'
import { plainValue } from '../detect/sort-flow.ts'
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

/**
 * Whether what stands behind this test takes a piece out of the same text: `if (m.includes('limit')) wait(m.match(/\d+/)[0])`.
 * A code opens that way in v2, and then there is no text to take it from.
 */
export function opensForExtracted(read: MessageRead, drafts: ReadonlyMap<MessageRead, PlannedSite>): boolean {
  const requests = requestsOf(read)
  return [...drafts].some(
    ([other, draft]) =>
      draft.reason === 'value-extracted' &&
      other !== read &&
      other.unit === read.unit &&
      requestsOf(other).some(request => requests.includes(request)) &&
      conditionsRound(other.match.node).some(({ condition }) => holdsOneOf(condition, new Set([read.match.tested]))),
  )
}

function requestsOf({ sorted }: MessageRead): readonly (ts.Node | null)[] {
  return sorted.wording.map(({ value }) => {
    const plain = plainValue(value)
    return 'request' in plain && plain.request !== null ? plain.request.call : null
  })
}
