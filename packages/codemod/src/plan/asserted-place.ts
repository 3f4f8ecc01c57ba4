import type { Reason } from '../decide/reasons.ts'
import { memberFlow, subjectFlow } from '../detect/asserted-flow.ts'
import { inner, isAccess } from '../detect/syntax.ts'
import type { Tracer } from '../detect/tracer.ts'
import type { Asserted, ExpectedMember, FormMatch } from '../forms/form.ts'
import { bodyUnder } from './body-under.ts'
import { readCode, readerOf } from './read-code.ts'
import { produceAll } from './read-thrown.ts'
import type { Splice } from './splice.ts'
import { isBody } from './text-source.ts'

/** Where the code lies in what an assertion looks at. */
export type AssertedPlace =
  | { readonly outcome: 'kept'; readonly reason: Reason }
  | {
      readonly outcome: 'found'
      /** How the code is read, where the assertion is given the text itself. */
      readonly read: string | null
      /** How `detail` is read there; `null` where the text came a longer way. */
      readonly detail: string | null
      /** What the code is called there. */
      readonly member: string
      /** The member of the body that leads to the text; the code stands in its place. */
      readonly depth: number
      /** What has to change beside the assertion. */
      readonly edits: readonly Splice[]
      readonly groups: readonly string[]
    }

/** Finds the body, or the error of the client's own, in what an assertion is given. */
export function assertedPlace(t: Tracer, match: FormMatch, asserted: Asserted): AssertedPlace {
  const { members, whose } = asserted
  if (members.length === 0) return whose === 'value' ? textPlace(t, match) : kept('flow-not-rewritable')
  const subject = subjectFlow(t, match.tested, whose)
  for (const depth of members.keys()) {
    const names = members.slice(0, depth).map(member => member.name)
    if (!isBody(memberFlow(t, subject, names, match.tested))) continue
    return asksForMore(members.slice(depth)) ? kept('whole-body') : found(t.codeMember, depth, [], [])
  }
  if (subject.some(({ value }) => value.kind === 'instance')) return errorPlace(t, match, asserted)
  return holderPlace(t, match, asserted)
}

function kept(reason: Reason): AssertedPlace {
  return { outcome: 'kept', reason }
}

function found(member: string, depth: number, edits: readonly Splice[], groups: readonly string[]): AssertedPlace {
  return { outcome: 'found', read: null, detail: null, member, depth, edits, groups }
}

function asksForMore(members: readonly ExpectedMember[]): boolean {
  return members.some(member => member.whole || !member.alone)
}

function textPlace(t: Tracer, match: FormMatch): AssertedPlace {
  const read = readCode(t, match.tested, match.node)
  if (read.outcome === 'kept') return kept(read.reason)
  // Whose texts a helper gives to all its callers is not asked here.
  if (read.reads !== undefined && read.reads.length > 0) return kept('shown-elsewhere')
  const { code, edits, groups } = read
  const plain = edits.length === 0 && code.endsWith(`.${t.codeMember}`)
  const detail = plain ? `${code.slice(0, -t.codeMember.length)}detail` : null
  return { outcome: 'found', read: code, detail, member: t.codeMember, depth: 0, edits, groups }
}

// The error that the client throws carries the text as its message, and will carry the code beside it.
function errorPlace(t: Tracer, match: FormMatch, { members, whose }: Asserted): AssertedPlace {
  const [message, ...more] = members
  if (message?.name !== 'message' || more.length > 0) return kept('flow-not-rewritable')
  if (message.whole) return kept('whole-body')
  if (message.node !== null && hasCode(message)) return kept('name-taken')
  const produced = produceAll(readerOf(t), subjectFlow(t, match.tested, whose), match.tested)
  return produced.outcome === 'kept' ? kept(produced.reason) : found('code', 0, produced.edits, produced.groups)
}

function hasCode({ node }: ExpectedMember): boolean {
  const names = node?.parent.properties.map(property => property.name?.getText().replace(/['"]/g, ''))
  return names?.includes('code') === true
}

// expect(body.error).toMatchObject({ message: '…' }): the code is a member of the body itself.
function holderPlace(t: Tracer, match: FormMatch, { members, whose }: Asserted): AssertedPlace {
  const node = inner(match.tested)
  const body = whose === 'value' && isAccess(node) ? bodyUnder(t, node) : null
  if (body === null) return kept('flow-not-rewritable')
  if (asksForMore(members)) return kept('whole-body')
  const { file } = t.project.unitOf(node)
  const { tested } = match
  return found(t.codeMember, 0, [{ file, start: tested.getStart(), end: tested.end, text: body.holder.getText() }], [])
}
