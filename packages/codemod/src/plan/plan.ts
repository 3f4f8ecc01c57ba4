import type { Catalogue } from '@problemshift/catalogue'
import { type Answer, askedOf, decide, type Decision } from '../decide/decide.ts'
import type { NamedField } from '../decide/field-answer.ts'
import type { Reason } from '../decide/reasons.ts'
import { fieldDialects } from '../decide/wording-places.ts'
import { type Asked, type Belonging, belongingOf } from '../detect/api-scope.ts'
import type { MessageRead } from '../detect/message-read.ts'
import { plainValue } from '../detect/sort-flow.ts'
import type { Tracer } from '../detect/tracer.ts'
import { type Lost, type Reaching, toldSteps, type Value } from '../detect/values.ts'
import type { ApiScope } from '../migrate.ts'
import type { ts } from '../source/compiler.ts'
import type { Unit } from '../source/project.ts'
import { type JoinedTests, joinTests } from './join-tests.ts'
import { planAssertion } from './plan-assertion.ts'
import { planField } from './plan-field.ts'
import { printJoined, printTest } from './print-test.ts'
import { type ItemRead, readItem } from './read-item.ts'
import { isSayable, spelled, spelledOut, withGuard } from './branch-style.ts'
import { type CodeRead, kept, type Read } from './code-read.ts'
import { guardEdits, testedIn } from './guards.ts'
import { isShutByKept, opensForExtracted } from './kept-guards.ts'
import { readCode } from './read-code.ts'
import { mustStay } from './must-stay.ts'
import type { Site, Step } from './site.ts'
import { hasOwnDetails } from './detail-wording.ts'
import { saysTheSame } from './kept-beside.ts'
import { isShownWhole } from './shown-whole.ts'
import { siteIds } from './site-id.ts'
import { clash, type Splice, unique } from './splice.ts'
import { tableFault, tableGroups } from './table.ts'

/** What becomes of each site, and the splices of those that are rewritten. Plain data: nothing is written here. */
export interface Plan {
  readonly sites: readonly PlannedSite[]
}

export interface PlannedSite extends Site {
  readonly splices: readonly Splice[]
  readonly groups: readonly string[]
}

/** Plans every site: decides it, finds how the code is read there, and lets groups stand or fall together. */
export function makePlan(
  t: Tracer,
  reads: readonly MessageRead[],
  catalogue: Catalogue,
  api: ApiScope | null = null,
  movesMocks = true,
): Plan {
  const scope: PlanScope = {
    catalogue,
    movesMocks,
    belonging: asked => belongingOf(t, api, asked),
    tested: testedIn(t, reads),
  }
  const alone = new Map(reads.map(read => [read, safely(t, read, scope)]))
  for (const joined of joinTests(reads.filter(read => read.match.asserted === undefined))) {
    for (const [read, draft] of draftTogether(t, joined, alone, scope)) alone.set(read, draft)
  }
  const drafts = [...alone].map(([read, draft]) => {
    if (draft.outcome !== 'rewrite') return draft
    if (isShutByKept(read, alone, scope.tested)) return keepSite(draft, 'guarded-by-v1')
    return opensForExtracted(read, alone) ? keepSite(draft, 'group-kept') : draft
  })
  const ids = siteIds(drafts)
  const sites = drafts.map((draft, index) => ({ ...draft, id: ids[index] ?? '' }))
  const sayable = isSayable(t, catalogue)
    ? sites
    : sites.map(site => (site.outcome === 'rewrite' ? keepSite(site, 'no-code-member') : site))
  return { sites: keepTogether(keepApart(sayable)) }
}

type Draft = PlannedSite

// One site that we fail on must not cost the others.
function safely(t: Tracer, read: MessageRead, scope: PlanScope): Draft {
  try {
    return draftOf(t, read, scope)
  } catch {
    const { unit, match } = read
    const empty = { client: null, codes: [], fields: [], after: null, origin: [], matches: [], splices: [], groups: [] }
    const where = { id: '', file: unit.file, ...placeOfNode(unit, match.tested), form: match.form }
    return { ...where, ...empty, before: match.node.getText(), outcome: 'fail', reason: 'internal-fault' }
  }
}

export interface PlanScope {
  readonly catalogue: Catalogue
  /** Whether answers that tests replay become v2, too. */
  readonly movesMocks: boolean
  /** Every expression that some site tests. */
  readonly tested: ReadonlySet<ts.Node>
  readonly belonging: (asked: Asked) => Belonging
}

const JOINABLE: readonly (Reason | null)[] = ['splits-a-code', 'depends-on-hole', 'no-entry']

/** Tests that no code can stand for alone, taken together with their neighbours in the chain. */
function draftTogether(
  t: Tracer,
  joined: JoinedTests,
  alone: ReadonlyMap<MessageRead, Draft>,
  scope: PlanScope,
): readonly (readonly [MessageRead, Draft])[] {
  const drafts = joined.reads.map(read => alone.get(read))
  const [first] = joined.reads
  const [draft] = drafts
  if (first === undefined || draft === undefined || !drafts.some(one => one?.outcome === 'keep')) return []
  if (drafts.some(one => one?.outcome === 'keep' && !JOINABLE.includes(one.reason))) return []
  const { test, negated } = joined
  const whole: MessageRead = {
    ...first,
    match: { ...first.match, question: { kind: 'condition', test, negated, failsOnNothing: true } },
  }
  const decision = decide(whole, scope.catalogue, { ...scope, path: null })
  if (decision.outcome === 'keep') return []
  const plain = ofThisApi(readCode(t, first.match.tested, joined.chain), joined.chain, scope)
  const codes = decision.answers[0]?.codes ?? []
  if (plain.outcome === 'kept' || codes.length === 0) return []
  const code = withGuard(t, first, plain)
  const guards = guardEdits(
    t,
    { ...whole, match: { ...whole.match, node: joined.chain } },
    scope.catalogue,
    scope.tested,
  )
  if (guards === null) return []
  const splice = printJoined(first.unit.file, joined, spelled(t, scope.catalogue, codes), code)
  const groups = [...code.groups, `${first.unit.file}:${splice.start}-${splice.end}`]
  return joined.reads.map((read, index) => {
    const one = alone.get(read) ?? draft
    const splices = index === 0 ? unique([...code.edits, ...guards, splice]) : []
    const before = first.unit.source.text.slice(splice.start, splice.end)
    const { matches } = decision
    return [
      read,
      { ...one, outcome: 'rewrite', reason: null, codes, before, after: splice.text, splices, groups, matches },
    ]
  })
}

function draftOf(t: Tracer, read: MessageRead, scope: PlanScope): Draft {
  const { unit, match } = read
  t.restart()
  const item = mayBeField(read, scope.catalogue) ? readItem(t, match, scope.catalogue) : null
  const beside = item?.outcome === 'read' ? item.path : null
  const decision = decide(read, scope.catalogue, { ...scope, path: beside })
  const place = placeOfNode(unit, match.tested)
  const base = {
    id: '',
    file: unit.file,
    ...place,
    form: match.form,
    client: clientOf(read),
    fields: [],
    before: match.node.getText(),
    after: null,
    origin: originOf(t, read, decision),
    matches: decision.matches,
  }
  const fields = decision.outcome === 'codes' ? (decision.answers[0]?.fields ?? null) : null
  const isText = read.sorted.wording.length > 0 && (match.asserted?.members.length ?? 0) === 0
  const code = isText && fields === null ? ofThisApi(readCode(t, match.tested, match.node), match.node, scope) : null
  // A test that stays does not hold back what it tests; only names of its own file are shared with it.
  const isBound = (group: string) => match.asserted === undefined || group.startsWith(`${unit.file}:`)
  const groups = [
    ...(code?.groups.filter(isBound) ?? []),
    ...(item?.outcome === 'read' ? item.groups : []),
    ...tableGroups(t, match),
  ]
  const keep = (reason: Reason): Draft => ({ ...base, outcome: 'keep', reason, codes: [], splices: [], groups })
  const stays = mustStay(t, unit, match.node)
  if (stays !== null) return keep(stays)
  const rewritten = rewrite(t, read, decision, { item, fields, code }, scope)
  if ('keeps' in rewritten) {
    const stays = keep(rewritten.keeps)
    return code?.outcome === 'read' ? { ...stays, groups: heldBy(read, decision, code, groups, scope) } : stays
  }
  return { ...base, groups, outcome: 'rewrite', reason: null, ...rewritten }
}

type Rewritten =
  | (Pick<Draft, 'codes' | 'after' | 'splices'> & Partial<Pick<Draft, 'fields' | 'groups'>>)
  | { readonly keeps: Reason }

interface AtHand {
  readonly item: ItemRead | null
  readonly fields: readonly NamedField[] | null
  readonly code: CodeRead | null
}

function rewrite(t: Tracer, read: MessageRead, decision: Decision, at: AtHand, scope: PlanScope): Rewritten {
  const { catalogue, tested } = scope
  const { match } = read
  if (match.asserted !== undefined) {
    const planned = planAssertion(t, read, match.asserted, spelledOut(t, catalogue, decision), scope)
    if (planned.outcome === 'kept') return { keeps: planned.reason }
    const { splices, printed, groups } = planned
    const codes = decision.outcome === 'keep' ? planned.codes : codesOf(decision.answers)
    const round = guardEdits(t, read, catalogue, tested)
    if (round === null) return { keeps: 'guarded-by-v1' }
    return { codes, after: textAfter(match.node, printed), splices: unique([...splices, ...round]), groups }
  }
  if (decision.outcome === 'keep') return { keeps: decision.reason }
  const { item, fields, code } = at
  if (fields !== null && item !== null) {
    const planned = planField(t, read, fields, item, catalogue, tested)
    if (planned.outcome === 'kept') return { keeps: planned.reason }
    const codes = decision.answers[0]?.codes ?? []
    return { codes, fields: planned.paths, after: planned.test.text, splices: unique([...planned.edits, planned.test]) }
  }
  if (code === null) return { keeps: 'not-an-api-error' }
  if (code.outcome === 'kept') return { keeps: code.reason }
  return rewriteToCodes(t, read, decision.answers, code, scope)
}

function rewriteToCodes(
  t: Tracer,
  read: MessageRead,
  answers: readonly Answer[],
  code: Read,
  scope: PlanScope,
): Rewritten {
  const { unit, match } = read
  const table = tableFault(t, match)
  if (table !== null) return { keeps: table }
  if (isShownWhole(t, read, scope.tested)) return { keeps: 'shown-elsewhere' }
  const guards = guardEdits(t, read, scope.catalogue, scope.tested)
  if (guards === null) return { keeps: 'guarded-by-v1' }
  const asks = withGuard(t, read, code)
  const texts = answers.map(answer => ({ ...answer, codes: spelled(t, scope.catalogue, answer.codes) }))
  const printed = printTest(unit.file, match, texts, asks)
  if (printed === null) return { keeps: 'flow-not-rewritable' }
  return {
    codes: codesOf(answers),
    after: textAfter(match.node, printed),
    splices: unique([...asks.edits, ...guards, ...printed]),
    groups: [...code.groups, ...tableGroups(t, match)],
  }
}

function codesOf(answers: readonly Answer[]): readonly string[] {
  return [...new Set(answers.flatMap(answer => answer.codes))]
}

// Only what lies in a list of field errors can be read from one of its entries.
function mayBeField({ sorted }: MessageRead, catalogue: Catalogue): boolean {
  return sorted.wording.some(({ value }) => {
    const plain = plainValue(value)
    return plain.kind === 'body' && fieldDialects(catalogue, plain.path).length > 0
  })
}

/** What a node becomes. */
export function textAfter(node: ts.Node, printed: readonly Splice[]): string {
  const start = node.getStart()
  let text = node.getText()
  for (const splice of [...printed].sort((a, b) => b.start - a.start)) {
    if (splice.start < start || splice.end > node.end) continue
    text = text.slice(0, splice.start - start) + splice.text + text.slice(splice.end - start)
  }
  return text
}

function clientOf(read: MessageRead): string | null {
  const [first] = [...read.sorted.wording, ...read.sorted.success, ...read.sorted.transport]
  const value = first === undefined ? null : plainValue(first.value)
  return value !== null && 'client' in value ? (value.client?.name ?? null) : null
}

/** Line and column of the start of an expression, both from 1. */
export function placeOfNode(unit: Unit, node: ts.Node): { readonly line: number; readonly column: number } {
  const { line, character } = unit.tree.getLineAndCharacterOfPosition(node.getStart())
  return { line: line + 1, column: character + 1 }
}

// What a test that stays must not see changed.
function heldBy(
  { match }: MessageRead,
  decision: Decision,
  { beside, byHelper }: Read,
  groups: readonly string[],
  { catalogue }: PlanScope,
): readonly string[] {
  const goesOn = saysTheSame(match, decision, catalogue)
  if (!goesOn && hasOwnDetails(catalogue)) return [...groups, ...(byHelper?.groups ?? [])]
  return goesOn && beside === true ? [] : groups
}

// What changes for a helper changes for all who call it.
function ofThisApi(code: CodeRead, at: ts.Node, { belonging }: PlanScope): CodeRead {
  if (code.outcome === 'kept' || code.reads === undefined) return code
  const isOurs = code.reads.every(reaching => {
    const asked = askedOf(reaching)
    return asked === null || belonging(asked) === 'ours'
  })
  return isOurs ? code : kept('shown-elsewhere', at, code.groups)
}

// From the source to the test; for a value that was lost, the way from where it was lost.
function originOf(t: Tracer, read: MessageRead, decision: Decision): readonly Step[] {
  const lost = decision.outcome === 'keep' ? decision.step : null
  const reaching = lost === null ? read.sorted.wording[0] : lostWith(read, lost)
  const steps = toldSteps(reaching?.trail ?? null).map(({ at, step }) => stepOf(t, at, step))
  if (lost !== null) steps.push(stepOf(t, lost.at, lost.cause))
  return steps.reverse()
}

function lostWith({ sorted }: MessageRead, lost: Lost): Reaching | undefined {
  const [unknown] = sorted.unknown
  return unknown ?? sorted.made.find(({ value }) => isMadeWith(plainValue(value), lost))
}

function isMadeWith(value: Value, lost: Lost): boolean {
  return value.kind === 'made' && value.lost?.at === lost.at
}

export function stepOf(t: Tracer, at: ts.Node, step: string): Step {
  const unit = t.project.unitOf(at)
  return { file: unit.file, line: placeOfNode(unit, at).line, step }
}

// Two sites that want the same bytes to become different ones cannot both be right.
export function keepApart(sites: readonly PlannedSite[]): readonly PlannedSite[] {
  const bad = new Set<string>()
  const byFile = new Map<string, { id: string; splice: Splice }[]>()
  for (const site of sites) {
    for (const splice of site.splices) {
      const others = byFile.get(splice.file) ?? []
      for (const other of others) {
        if (!clash(splice, other.splice)) continue
        bad.add(site.id)
        bad.add(other.id)
      }
      others.push({ id: site.id, splice })
      byFile.set(splice.file, others)
    }
  }
  return sites.map(site => (bad.has(site.id) ? keepSite(site, 'flow-not-rewritable') : site))
}

/** Both change or neither: a site falls with any other that shares a group. */
export function keepTogether(sites: readonly PlannedSite[]): readonly PlannedSite[] {
  let now = sites
  for (;;) {
    const fallen = new Set(now.filter(site => site.outcome !== 'rewrite').flatMap(site => site.groups))
    const falls = (site: PlannedSite) => site.outcome === 'rewrite' && site.groups.some(group => fallen.has(group))
    if (!now.some(falls)) return now
    now = now.map(site => (falls(site) ? keepSite(site, 'group-kept') : site))
  }
}

/** A site that was to be rewritten, and stays; its groups fall with it. */
export function keepSite(site: PlannedSite, reason: Reason): PlannedSite {
  return { ...site, outcome: 'keep', reason, codes: [], after: null, splices: [] }
}

/** Leaves the sites of other forms out altogether; what they share with those that are wanted stays as it is. */
export function keepOnly(plan: Plan, forms: readonly string[]): Plan {
  if (forms.length === 0 || forms.includes('branch')) return plan
  const kept = plan.sites.map(site => (forms.includes(site.form) ? site : keepSite(site, 'group-kept')))
  return { sites: keepTogether(kept).filter(site => forms.includes(site.form)) }
}
