import {
  type CandidateScope,
  type Catalogue,
  candidates,
  codesFor,
  evaluate,
  type SignVerdict,
  type TextStep,
  type TextTest,
} from '@problemshift/catalogue'
import type { Asked, Belonging } from '../detect/api-scope.ts'
import type { MessageRead } from '../detect/message-read.ts'
import { plainValue } from '../detect/sort-flow.ts'
import { inner, isAccess, keyOf } from '../detect/syntax.ts'
import type { Lost, Reaching, Value } from '../detect/values.ts'
import type { Label } from '../forms/form.ts'
import { passesMade, passesTransport } from './client-texts.ts'
import { answerForFields, type FieldAnswer, type NamedField } from './field-answer.ts'
import { asksOAuth } from './oauth-error.ts'
import type { Reason } from './reasons.ts'
import { asksStatusPhrase } from './status-phrase.ts'
import { fieldDialects, placeOfWording } from './wording-places.ts'

/** What a site comes to before anybody looks at how it could be rewritten. */
export type Decision =
  | { readonly outcome: 'codes'; readonly answers: readonly Answer[]; readonly matches: readonly Match[] }
  | {
      readonly outcome: 'keep'
      readonly reason: Reason
      readonly matches: readonly Match[]
      /** The first step that could not be followed. */
      readonly step: Lost | null
    }

/** The codes that say what one part of the test said; a yes-or-no test has one part. */
export interface Answer {
  readonly labels: readonly Label[]
  readonly codes: readonly string[]
  /** Instead of codes: the entries of `errors[]`, where the text is the wording of a field. */
  readonly fields: readonly NamedField[] | null
}

export interface Match {
  readonly code: string
  readonly sign: string
  readonly verdict: SignVerdict['verdict']
  readonly witness: string | null
}

/** What the decision needs beside the catalogue. */
export interface DecideScope {
  readonly belonging: (asked: Asked) => Belonging
  /** The field that the client asks for beside the wording: `one.field === 'email' && …`. */
  readonly path: string | null
}

/** Decides a read by the law of exactness: all values known, no sign undecided, and codes that say just the same. */
export function decide(read: MessageRead, catalogue: Catalogue, scope: DecideScope): Decision {
  const parts = partsOf(read)
  const matches = matchesOf(read, catalogue, parts)
  const keep = (reason: Reason, step: Lost | null = null): Decision => ({
    outcome: 'keep',
    reason,
    matches,
    step,
  })
  const { sorted } = read
  const [lost] = sorted.unknown
  if (lost !== undefined) return keep(reasonOfLost(read, catalogue, parts), { cause: lost.cause, at: lost.at })
  if (sorted.wording.length === 0) {
    const made = parts.map(part => lostInMade(read, part.test)).find(one => one !== null && one.step !== null)
    return made ? keep(made.reason, made.step) : keep(reasonWithoutWording(read))
  }
  const apis = sorted.wording.map(askedOf).map(asked => asked && scope.belonging(asked))
  if (apis.includes('other')) return keep('other-api')
  if (apis.includes('unknown')) return keep('api-unknown')
  if (sorted.success.length > 0) return keep('success-body')
  const { question } = read.match
  if (question.kind === 'kept') return keep(question.reason)
  if (sorted.wording.some(({ value }) => isLost(value))) return keep('client-breaks')

  const answers: Answer[] = []
  for (const part of parts) {
    const passing = passesBeside(read, part.test)
    if (passing !== null) return keep(passing.reason, passing.step)
    if (question.kind === 'condition' && !question.failsOnNothing) return keep('holds-without-text')
    const answer = codesOfPart(read, catalogue, part.test, scope.path)
    if (answer.outcome === 'keep') return keep(answer.reason)
    if (answer.fields !== null && part.labels.length > 0) return keep('field-wording')
    answers.push({ labels: part.labels, codes: answer.codes, fields: answer.fields })
  }
  return { outcome: 'codes', answers, matches }
}

interface Part {
  readonly test: TextTest
  readonly labels: readonly Label[]
}

/** The questions that a site asks, each on its own: one for a condition, one for each group of labels. */
function partsOf(read: MessageRead): readonly Part[] {
  const { question } = read.match
  if (question.kind !== 'labels') return question.test === null ? [] : [{ test: question.test, labels: [] }]
  return groupLabels(question.labels).map(labels => ({
    labels,
    test: { kind: 'one-of', texts: labels.map(label => label.text) },
  }))
}

// error.response.data.error === 'invalid_grant': whoever sent it, a token endpoint says it so.
function isSpelledOAuth({ match }: MessageRead, parts: readonly Part[]): boolean {
  const tested = inner(match.tested)
  return isAccess(tested) && keyOf(tested) === 'error' && parts.some(({ test }) => asksOAuth(['error'], test))
}

// `case A: case B: …` is one question; so are two keys of a table with the same value.
function groupLabels(labels: readonly Label[]): readonly (readonly Label[])[] {
  const groups: Label[][] = []
  for (const label of labels) {
    const open = groups.find(group => group.some(one => sharesAnswer(one, label)))
    if (open === undefined) groups.push([label])
    else open.push(label)
  }
  return groups
}

function sharesAnswer(before: Label, after: Label): boolean {
  return before.answer !== null && before.answer === after.answer
}

// Of a piece of a wording nobody can say what the whole was; where it came from is known.
function reasonOfLost(read: MessageRead, catalogue: Catalogue, parts: readonly Part[]): Reason {
  const { sorted } = read
  if (isSpelledOAuth(read, parts)) return 'oauth-error'
  const pieces = sorted.unknown.map(({ of }) => of)
  const isOfWording = (of: Value | null) => of !== null && of.kind !== 'text' && placeOfWording(catalogue, of) !== null
  const isKnown = pieces.every(of => of?.kind === 'text' || isOfWording(of)) && pieces.some(isOfWording)
  if (!isKnown) return 'origin-unknown'
  return sorted.unknown.some(({ cause }) => cause === 'gathered-texts') ? 'flow-not-rewritable' : 'value-extracted'
}

function reasonWithoutWording(read: MessageRead): Reason {
  const { sorted } = read
  if (sorted.success.length > 0) return 'success-body'
  return sorted.transport.length > 0 && sorted.literals.length === 0 ? 'transport-text' : 'not-an-api-error'
}

type CodesOfPart =
  | { readonly outcome: 'codes'; readonly codes: readonly string[]; readonly fields: readonly NamedField[] | null }
  | { readonly outcome: 'keep'; readonly reason: Reason }

// Every text that can arrive is asked on its own: the steps and the dialect may differ. All must agree.
function codesOfPart(read: MessageRead, catalogue: Catalogue, test: TextTest, field: string | null): CodesOfPart {
  const answers: CodesOfPart[] = []
  for (const { value } of read.sorted.wording) {
    if (asksOAuth(pathOf(value), test)) return { outcome: 'keep', reason: 'oauth-error' }
    const answer = codesOfValue(catalogue, value, test, field)
    if (answer.outcome === 'keep' && answer.reason !== 'no-entry') return answer
    answers.push(answer)
  }
  const [first = { outcome: 'codes', codes: [], fields: null }, ...others] = answers
  const isSame = (other: CodesOfPart) => JSON.stringify(other) === JSON.stringify(first)
  return others.every(isSame) ? first : { outcome: 'keep', reason: 'places-disagree' }
}

// One place may hold either: the wording of the error, or that of the first of its fields.
function codesOfValue(catalogue: Catalogue, value: Value, test: TextTest, field: string | null): CodesOfPart {
  const path = pathOf(value)
  const place = placeOfWording(catalogue, plainValue(value))
  if (place === null) return { outcome: 'keep', reason: 'not-the-wording' }
  const asked = withSteps(value, test)
  const dialects = fieldDialects(catalogue, path)
  const fields = dialects.length > 0 ? answerForFields(catalogue, asked, dialects, field) : null
  if (place.of === 'fields' && fields !== null) return fromFields(fields)
  const answer = codesFor(catalogue, asked, { dialects: place.dialects })
  const mayBeField = fields !== null && (fields.outcome === 'fields' || fields.reason !== 'no-entry')
  if (answer.outcome === 'codes') {
    if (asksStatusPhrase(catalogue, path, asked, answer.codes)) return { outcome: 'keep', reason: 'status-phrase' }
    return mayBeField ? { outcome: 'keep', reason: 'field-wording' } : { ...answer, fields: null }
  }
  return mayBeField && answer.reason === 'no-entry' ? fromFields(fields) : { outcome: 'keep', reason: answer.reason }
}

function fromFields(answer: FieldAnswer): CodesOfPart {
  if (answer.outcome === 'keep') return answer
  const codes = [...new Set(answer.fields.map(({ code }) => code))]
  return { outcome: 'codes', codes, fields: answer.fields }
}

interface Passing {
  readonly reason: Reason
  readonly step: Lost | null
}

/** Whether something else that arrives passes the test: then no code can stand for it. */
function passesBeside(read: MessageRead, test: TextTest): Passing | null {
  const { literals, transport, platform } = read.sorted
  const lost = lostInMade(read, test)
  if (lost !== null) return lost
  for (const { value } of literals) {
    const text = plainValue(value)
    if (text.kind === 'text' && evaluate(withSteps(value, test), text.text)) return because('client-text-passes')
  }
  for (const { value } of transport) {
    const made = plainValue(value)
    if (made.kind === 'transport' && passesTransport(made.texts, withSteps(value, test)))
      return because('transport-text')
  }
  return platform.length > 0 && !isWholeText(test) ? because('platform-text') : null
}

function because(reason: Reason): Passing {
  return { reason, step: null }
}

// What the client put together passes for what it wrote round it, or for what it put in: then that is the lost step.
function lostInMade(read: MessageRead, test: TextTest): Passing | null {
  for (const { value } of read.sorted.made) {
    const made = plainValue(value)
    if (made.kind !== 'made') continue
    const passes = passesMade(made, withSteps(value, test))
    if (passes === 'never') continue
    return made.lost === null || passes === 'always'
      ? because('client-text-passes')
      : { reason: 'origin-unknown', step: made.lost }
  }
  return null
}

// What a platform says may quote a wording, but it is never a wording as a whole.
function isWholeText(test: TextTest): boolean {
  return test.kind === 'equals' || test.kind === 'one-of'
}

function withSteps(value: Value, test: TextTest): TextTest {
  if (value.kind !== 'stepped') return test
  const steps: readonly TextStep[] = value.steps
  return { kind: 'after', steps, test }
}

function pathOf(value: Value) {
  const plain = plainValue(value)
  return plain.kind === 'body' ? plain.path : null
}

/** The request that a text came with; `null` for a text of the client's own. */
export function askedOf({ value, trail }: Reaching): Asked | null {
  const plain = plainValue(value)
  return 'request' in plain && 'client' in plain ? { request: plain.request, client: plain.client, trail } : null
}

function isLost(value: Value): boolean {
  const plain = plainValue(value)
  return plain.kind === 'body' && plain.lost === true
}

/** What each sign of the catalogue says to the whole test, for the report: entries that it never meets are left out. */
function matchesOf(read: MessageRead, catalogue: Catalogue, parts: readonly Part[]): readonly Match[] {
  const wordings: readonly Reaching[] = read.sorted.wording
  const [first] = wordings
  const place = first === undefined ? null : placeOfWording(catalogue, plainValue(first.value))
  const scope: CandidateScope = place === null ? {} : { of: place.of, dialects: place.dialects }
  return parts.flatMap(part => {
    const test = first === undefined ? part.test : withSteps(first.value, part.test)
    const verdicts = candidates(catalogue, test, scope)
    const met = new Set(verdicts.filter(({ verdict }) => verdict !== 'never').map(({ code }) => code))
    return verdicts
      .filter(({ code }) => met.has(code))
      .map(({ code, sign, verdict, holds, fails }) => {
        const known = verdict === 'undecided' ? 'sometimes' : verdict
        return { code, sign, verdict: known, witness: holds ?? fails }
      })
  })
}
