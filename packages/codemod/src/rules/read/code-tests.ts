import { type Catalogue, evaluate } from '@problemshift/catalogue'
import type { Answer } from '../../decide/decide.ts'
import type { Reason } from '../../decide/reasons.ts'
import { testedFlow } from '../../detect/asserted-flow.ts'
import { afterSuccess, readsIn, testsIn } from '../../detect/detect.ts'
import type { SortedFlow } from '../../detect/message-read.ts'
import { plainValue, sortFlow } from '../../detect/sort-flow.ts'
import { inner, isAccess, keyOf } from '../../detect/syntax.ts'
import type { Tracer } from '../../detect/tracer.ts'
import { stepsOf } from '../../detect/values.ts'
import { withinStack } from '../../detect/within-stack.ts'
import type { FormMatch, Question } from '../../forms/form.ts'
import { type PlannedSite, textAfter } from '../../plan/plan.ts'
import { printTest } from '../../plan/print-test.ts'
import { tableFault, tableGroups } from '../../plan/table.ts'
import { doesMore, textSource } from '../../plan/text-source.ts'
import { ts } from '../../source/compiler.ts'
import type { Unit } from '../../source/project.ts'
import { siteAt, wayOf } from '../rule-site.ts'
import type { BodyRead } from './find-reads.ts'
import { legacyCodes, movedCodes } from './legacy-codes.ts'
import { groupOfRead, type ReadScope } from './plan-reads.ts'
import { codeNames, readFact } from './v2-place.ts'
import { apiOf, bodyOf, whyItStays } from './why-it-stays.ts'

/** A test of an old code, and what it looks at. */
export interface CodeTest {
  readonly unit: Unit
  readonly match: FormMatch
  readonly source: ts.Node
  readonly sorted: SortedFlow
}

/**
 * Tests of an old code where it is no member of the body any more: a name holds it, a parameter, or an error of the client's
 * own. It is still the code that is asked for: only what it is compared with changes.
 */
export function findCodeTests(
  t: Tracer,
  files: readonly string[],
  reads: readonly BodyRead[],
  catalogue: Catalogue,
): readonly CodeTest[] {
  const moved = movedCodes(catalogue)
  const nodes = new Set<ts.Node>(reads.map(({ node }) => node))
  return files.flatMap(file => {
    const unit = t.project.open(file)
    const holdsOne = unit !== null && [...moved].some(code => unit.source.text.includes(code))
    return holdsOne ? testsFor(t, unit, moved, nodes, catalogue) : []
  })
}

/** What becomes of each of them. */
export function planCodeTests(
  t: Tracer,
  tests: readonly CodeTest[],
  reads: readonly BodyRead[],
  scope: ReadScope,
): readonly PlannedSite[] {
  const nodes = new Set<ts.Node>(reads.map(({ node }) => node))
  return tests.flatMap(test => {
    t.restart()
    const site = planTest(t, test, nodes, scope)
    return site === null ? [] : [site]
  })
}

function testsFor(
  t: Tracer,
  unit: Unit,
  moved: ReadonlySet<string>,
  reads: ReadonlySet<ts.Node>,
  catalogue: Catalogue,
): readonly CodeTest[] {
  const told = readsIn(t, unit)
  return testsIn(t, unit).flatMap(match => {
    const source = textSource(t, match.tested)
    if (told.has(match) || reads.has(source) || !asksFor(match.question, moved)) return []
    t.restart()
    const flow = afterSuccess(
      t,
      match.node,
      withinStack(match.tested, () => testedFlow(t, match)),
    )
    const sorted = sortFlow(flow)
    return isOfCodes(sorted, catalogue) || isLost(match, sorted, catalogue) ? [{ unit, match, source, sorted }] : []
  })
}

function asksFor(question: Question, moved: ReadonlySet<string>): boolean {
  if (question.kind === 'labels') return question.labels.some(({ text }) => moved.has(text))
  const { test } = question
  return test !== null && [...moved].some(code => evaluate(test, code))
}

function isOfCodes({ wording }: SortedFlow, catalogue: Catalogue): boolean {
  return wording.some(({ value }) => isCode(plainValue(value), catalogue))
}

function isCode(value: ReturnType<typeof plainValue>, catalogue: Catalogue): boolean {
  return value.kind === 'body' && !value.success && readFact(catalogue, value.path) === 'code'
}

// failure.code === 'LOAN_404': it is spelled as a read of a code, and no plain word is asked for.
function isLost({ tested, question }: FormMatch, { wording, unknown }: SortedFlow, catalogue: Catalogue): boolean {
  if (wording.length > 0 || unknown.length === 0) return false
  const node = inner(tested)
  const name = isAccess(node) ? keyOf(node) : ts.isIdentifier(node) ? node.text : null
  if (name === null || !codeNames(catalogue).has(name)) return false
  if (question.kind === 'labels') return question.labels.some(({ text }) => isNoWord(text))
  const { test } = question
  return test?.kind === 'equals' && isNoWord(test.text)
}

function isNoWord(code: string): boolean {
  return /[\d_.:/-]|[a-z][A-Z]/.test(code)
}

function planTest(
  t: Tracer,
  { unit, match, source, sorted }: CodeTest,
  reads: ReadonlySet<ts.Node>,
  scope: ReadScope,
): PlannedSite | null {
  const { catalogue, belonging, moved } = scope
  const apis = new Set(sorted.wording.map(reaching => apiOf(reaching, belonging)))
  if (apis.has('other') && apis.size === 1) return null
  const [first] = sorted.wording
  const client = first === undefined ? null : (bodyOf(first.value)?.client.name ?? null)
  const way = sorted.wording.flatMap(({ trail }) => stepsOf(trail).map(({ at }) => at))
  const groups = [
    groupOfRead(unit.file, source),
    ...way.filter(at => reads.has(at)).map(at => groupOfRead(t.project.unitOf(at).file, at)),
    ...tableGroups(t, match),
  ]
  const base = { ...siteAt(unit, match.node, 'read', client), origin: wayOf(t, first ?? sorted.unknown[0]), groups }
  const keep = (reason: Reason): PlannedSite => ({ ...base, reason })
  const old = legacyCodes(catalogue, match.question)
  if (old.outcome === 'none') return null
  if (apis.has('unknown') || apis.has('other')) return keep('api-unknown')
  const stays = whyItStays(t, { unit, node: match.tested, sorted }, moved)
  if (stays !== null) return keep(stays)
  if (old.outcome === 'kept') return keep(old.reason)
  const isPlain = sorted.wording.every(({ value }) => value.kind !== 'stepped' && isCode(plainValue(value), catalogue))
  if (!isPlain || match.asserted !== undefined) return keep('flow-not-rewritable')
  const others = passesBeside(sorted, match.question, old.answers)
  if (others !== null) return keep(others)
  const fault = tableFault(t, match)
  if (fault !== null) return keep(fault)
  const splices = printed(unit, match, old.answers)
  if (splices === null) return keep('flow-not-rewritable')
  if (splices.length === 0) return null
  const codes = [...new Set(old.answers.flatMap(answer => answer.codes))]
  return { ...base, outcome: 'rewrite', codes, after: textAfter(match.node, splices), splices }
}

// new LoanError('Nobody answers', 'LOAN_404'): an error that the client made up goes on having the code that it gave it.
function passesBeside(sorted: SortedFlow, question: Question, answers: readonly Answer[]): Reason | null {
  if (sorted.made.length > 0 || sorted.platform.length > 0) return 'client-text-passes'
  const texts: readonly (string | null)[] = [...sorted.literals, ...sorted.transport].flatMap(
    ({ value }): readonly (string | null)[] => {
      if (value.kind === 'transport') return value.texts
      return value.kind === 'text' ? [value.text] : [null]
    },
  )
  const codes = answers.flatMap(answer => answer.codes)
  const changes = (text: string | null): boolean => {
    if (text === null) return true
    if (question.kind !== 'condition') return codes.includes(text) || answers.some(one => hasLabel(one, text))
    return evaluate(question.test, text) !== codes.includes(text)
  }
  return texts.some(changes) ? 'client-text-passes' : null
}

function hasLabel({ labels }: Answer, text: string): boolean {
  return labels.some(label => label.text === text)
}

function printed({ file, source }: Unit, match: FormMatch, answers: readonly Answer[]) {
  const code = match.tested.getText()
  const once = doesMore(match.tested)
  const splices = printTest(file, match, answers, {
    outcome: 'read',
    code,
    once,
    roots: [],
    edits: [],
    shown: null,
    groups: [],
  })
  return splices?.filter(({ start, end, text }) => source.text.slice(start, end) !== text) ?? null
}
