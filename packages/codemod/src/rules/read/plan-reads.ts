import type { Catalogue } from '@problemshift/catalogue'
import type { Answer } from '../../decide/decide.ts'
import type { FormMatch } from '../../forms/form.ts'
import { guardEdits } from '../../plan/guards.ts'
import { printTest } from '../../plan/print-test.ts'
import { readCode } from '../../plan/read-code.ts'
import { type Splice, unique } from '../../plan/splice.ts'
import type { Reason } from '../../decide/reasons.ts'
import type { Asked, Belonging } from '../../detect/api-scope.ts'
import { conditionsRound } from '../../detect/narrow.ts'
import { inner, isAccess, keyOf } from '../../detect/syntax.ts'
import type { Tracer } from '../../detect/tracer.ts'
import { toldSteps, type Value } from '../../detect/values.ts'
import { type PlannedSite, placeOfNode, stepOf, textAfter } from '../../plan/plan.ts'
import { tableFault, tableGroups } from '../../plan/table.ts'
import type { Step } from '../../plan/site.ts'
import { ts } from '../../source/compiler.ts'
import type { BodyRead } from './find-reads.ts'
import type { WordingTests } from './known-failure.ts'
import { legacyCodes, type LegacyCodes } from './legacy-codes.ts'
import { isMovedAlready, joinReads } from './join-reads.ts'
import { isUsedAsList } from './list-use.ts'
import { type PrintedRead, printRead } from './print-read.ts'
import { groupOfOwner, unwrappedCode } from './unwrap.ts'
import { isUsedAsText } from './text-use.ts'
import { besidesText, v2Members } from './v2-place.ts'
import { apiOf, bodyOf, whyItStays } from './why-it-stays.ts'

export interface ReadScope {
  readonly catalogue: Catalogue
  readonly belonging: (asked: Asked) => Belonging
  /** Places whose text goes on being compared with a v1 wording, where v2 may say it in other words. */
  readonly asked: ReadonlySet<ts.Node>
  /** What is tested for a wording: it has a decision of its own. */
  readonly tested: ReadonlySet<ts.Node>
  /** Tests that have moved to the code. */
  readonly moved: WordingTests
}

/** What becomes of each read of a v1 body: it moves to the place where v2 says the same, or stays with a reason. */
export function planReads(t: Tracer, reads: readonly BodyRead[], scope: ReadScope): readonly PlannedSite[] {
  const nodes = {
    all: new Set<ts.Node>(reads.map(read => read.node)),
    moving: new Set<ts.Node>(reads.flatMap(read => (read.fact === 'other' ? [] : [read.node]))),
  }
  const planned = reads.flatMap(read => {
    t.restart()
    const site = safely(t, read, scope, nodes)
    return site === null ? [] : [{ read, ...site }]
  })
  return joinReads(planned.filter(one => !isUnwrapped(one, planned)))
}

// One read that we fail on must not cost the others.
function safely(t: Tracer, read: BodyRead, scope: ReadScope, nodes: ReadNodes): PlannedRead | null {
  try {
    return planRead(t, read, scope, nodes)
  } catch {
    return { site: { ...emptySite(read), outcome: 'fail', reason: 'internal-fault' }, says: null }
  }
}

function emptySite({ unit, node, sorted }: BodyRead) {
  return {
    id: '',
    file: unit.file,
    ...placeOfNode(unit, node),
    form: 'read',
    client: sorted.wording.map(({ value }) => bodyOf(value)?.client.name ?? null)[0] ?? null,
    codes: [],
    fields: [],
    before: node.getText(),
    after: null,
    origin: [],
    matches: [],
    splices: [],
    groups: [],
  }
}

// What is read below a name decides that the name held an object: then it is no read itself.
function isUnwrapped({ read, site }: Planned, all: readonly Planned[]): boolean {
  if (site.reason !== 'text-or-object') return false
  const start = read.node.getStart()
  const isBelow = (other: BodyRead) =>
    other.fact === 'other' && other.unit === read.unit && other.node.getStart() === start
  return all.some(
    other =>
      isBelow(other.read) ||
      other.site.splices.some(one => one.file === site.file && one.start <= start && start < one.end),
  )
}

type Planned = PlannedRead & { readonly read: BodyRead }

/** A site, and what its new text says: neighbours that say the same are one. */
export interface PlannedRead {
  readonly site: PlannedSite
  readonly says: string | null
}

/** Where reads are, and where those are that v2 has a place for. */
interface ReadNodes {
  readonly all: ReadonlySet<ts.Node>
  readonly moving: ReadonlySet<ts.Node>
}

function planRead(t: Tracer, read: BodyRead, scope: ReadScope, { all: reads, moving }: ReadNodes): PlannedRead | null {
  const { catalogue, belonging, asked } = scope
  const { node, fact, sorted } = read
  const base = { ...emptySite(read), origin: originOf(t, read) }
  const shared = sharedBy(t, read)
  const guards = guardEdits(
    t,
    { unit: read.unit, sorted, match: { node } },
    catalogue,
    new Set([...reads, ...scope.tested]),
  )
  const opened = (guards ?? []).map(({ file, start }) => `guard ${file}:${start}`)
  const groups = [...groupsOfRead(t, read, reads), ...opened, ...shared]
  const keep = (reason: Reason): PlannedRead => ({ site: { ...base, outcome: 'keep', reason, groups }, says: null })
  const members = v2Members(catalogue, fact)
  const old = oldCodes(read, catalogue)
  // It is read at its v2 place already.
  if (old.outcome === 'none' && members !== null && isThere(read, members)) return null
  const apis = new Set(sorted.wording.map(reaching => apiOf(reaching, belonging)))
  if (apis.has('other') && apis.size === 1) return null
  const stays = apis.has('unknown') || apis.has('other') ? 'api-unknown' : whyThisStays(t, read, scope)
  if (stays !== null) return keep(stays)
  if (members === null) return keep('no-v2-place')
  if (fact === 'message' && asked.has(node)) return keep('group-kept')
  // if (body.success === false) show(body.message): v2 has no such member, and would show nothing.
  if (guards === null) return keep('guarded-by-v1')
  if (old.outcome === 'kept') return keep(old.reason)
  if (old.outcome === 'codes' && read.match !== null) {
    const site = { ...base, outcome: 'rewrite', reason: null } as const
    const codes = planCodes(t, { ...site, groups }, read.match, old.answers, moving)
    return codes === null ? keep('flow-not-rewritable') : withGuards(codes, guards)
  }
  const printed = printRead(t, read, members, moving)
  if (printed.outcome === 'kept') return keep(printed.reason)
  const site = {
    ...base,
    outcome: 'rewrite',
    reason: null,
    groups: [...groupsOfRead(t, read, reads), ...opened],
  } as const
  return withGuards(asPrinted(site, printed), guards)
}

// Of a name for the wrapper all reads move, but for those that v2 has no place for.
function sharedBy(t: Tracer, { node, fact }: BodyRead): readonly string[] {
  const group = isAccess(node) && fact !== 'other' ? groupOfOwner(t, inner(node.expression)) : null
  return group === null ? [] : [group]
}

function asPrinted(
  site: PlannedSite,
  { splice, says, also }: Extract<PrintedRead, { outcome: 'printed' }>,
): PlannedRead {
  const moved = { ...site, after: splice.text, splices: [splice] }
  if (also === null) return { site: moved, says }
  const group = also.group === null ? [] : [also.group]
  return { site: { ...moved, splices: unique([splice, ...also.splices]), groups: [...site.groups, ...group] }, says }
}

function withGuards({ site, says }: PlannedRead, guards: readonly Splice[]): PlannedRead {
  return { site: { ...site, splices: unique([...site.splices, ...guards]) }, says }
}

// `if (body.error) alert(body.error.message)`: a guard that moves must not let through what has stayed behind it.
function groupsOfRead(t: Tracer, { unit, node }: BodyRead, reads: ReadonlySet<ts.Node>): readonly string[] {
  const guards = conditionsRound(node).flatMap(({ condition }) => readsWithin(condition, reads))
  return [node, ...guards.filter(guard => isOnTheWay(t, guard, node))].map(one => groupOfRead(unit.file, one))
}

/** What changes together with a read. */
export function groupOfRead(file: string, node: ts.Node): string {
  return `read ${file}:${node.getStart()}`
}

function readsWithin(node: ts.Node, reads: ReadonlySet<ts.Node>): readonly ts.Node[] {
  const found = reads.has(node) ? [node] : []
  ts.forEachChild(node, child => void found.push(...readsWithin(child, reads)))
  return found
}

// The same read, or one of what it lies in.
function isOnTheWay(t: Tracer, one: ts.Node, other: ts.Node): boolean {
  const [path = '', otherPath = ''] = [one, other].map(node =>
    node
      .getText()
      .replaceAll(/\?\.(?=\[)|\s+/g, '')
      .replaceAll('?.', '.'),
  )
  const [root, otherRoot] = [one, other].map(rootOf)
  const leads = otherPath === path || otherPath.startsWith(`${path}.`) || otherPath.startsWith(`${path}[`)
  if (!leads || root === undefined || otherRoot === undefined) return false
  if (!ts.isIdentifier(root) || !ts.isIdentifier(otherRoot)) return false
  return t.project.declarationOf(root) === t.project.declarationOf(otherRoot)
}

function rootOf(node: ts.Node): ts.Node {
  return isAccess(node) ? rootOf(inner(node.expression)) : node
}

function oldCodes({ fact, match }: BodyRead, catalogue: Catalogue): LegacyCodes {
  return fact === 'code' && match !== null ? legacyCodes(catalogue, match.question) : NO_CODES
}

// What speaks against moving the read: of any body, and of a member that is a text here and something else there.
function whyThisStays(t: Tracer, read: BodyRead, { catalogue, moved }: ReadScope): Reason | null {
  const stays = whyItStays(t, read, moved)
  if (stays !== null) return stays
  const { node, sorted } = read
  if (!read.isOfOneKind) return 'flow-not-rewritable'
  const others = new Set(sorted.wording.map(({ value }) => besidesText(catalogue, bodyOf(value)?.path ?? [])))
  if (others.has('object') && !isUsedAsText(t, node)) return 'text-or-object'
  return others.has('list') && !isUsedAsText(t, node) && isUsedAsList(t, node) ? 'text-or-object' : null
}

const NO_CODES: LegacyCodes = { outcome: 'none' }

// error.response.data.code === 'LOAN_404' → … === 'loan_not_found'
function planCodes(
  t: Tracer,
  base: PlannedSite,
  match: FormMatch,
  answers: readonly Answer[],
  reads: ReadonlySet<ts.Node>,
): PlannedRead | null {
  if (match.form === 'lookup' && tableFault(t, match) !== null) return null
  const code = unwrappedCode(t, match.tested, reads) ?? readCode(t, match.tested, match.node)
  if (code.outcome === 'kept' || (code.reads ?? []).length > 0) return null
  const printed = printTest(base.file, match, answers, code)
  if (printed === null) return null
  const codes = [...new Set(answers.flatMap(answer => answer.codes))]
  const splices = unique([...code.edits, ...printed])
  const after = textAfter(match.node, printed)
  const groups = [...code.groups, ...tableGroups(t, match)]
  return { site: { ...base, codes, before: match.node.getText(), after, splices, groups }, says: null }
}

function isThere({ node, sorted }: BodyRead, members: readonly string[]): boolean {
  const isSpelledSo = sorted.wording.length === 0 && isAccess(node) && members.some(member => member === keyOf(node))
  const isProved = sorted.wording.length > 0 && sorted.wording.every(({ value }) => isAt(value, members))
  return isSpelledSo || isProved || isMovedAlready(node, members)
}

function isAt(value: Value, members: readonly string[]): boolean {
  const path = bodyOf(value)?.path ?? []
  return path.length === 1 && members.some(member => member === path[0])
}

function originOf(t: Tracer, { node, sorted }: BodyRead): readonly Step[] {
  const [lost] = sorted.unknown
  const reaching = lost ?? sorted.wording[0]
  const steps = toldSteps(reaching?.trail ?? null).map(({ at, step }) => stepOf(t, at, step))
  if (lost !== undefined) steps.push(stepOf(t, lost.at, lost.cause))
  const own = { file: t.project.unitOf(node).file, line: placeOfNode(t.project.unitOf(node), node).line, step: 'read' }
  return steps.length === 0 ? [own] : steps.reverse()
}
