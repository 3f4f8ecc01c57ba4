import type { Catalogue } from '@problemshift/catalogue'
import type { Reason } from '../../decide/reasons.ts'
import type { Asked, Belonging } from '../../detect/api-scope.ts'
import type { Tracer } from '../../detect/tracer.ts'
import { stepsOf, toldSteps } from '../../detect/values.ts'
import { atomsRound, holdsOneOf } from '../../plan/guard-conditions.ts'
import { guardEdits } from '../../plan/guards.ts'
import { keepSite, type PlannedSite, placeOfNode, stepOf, textAfter } from '../../plan/plan.ts'
import type { Step } from '../../plan/site.ts'
import { unique } from '../../plan/splice.ts'
import type { ts } from '../../source/compiler.ts'
import type { WordingTests } from '../read/known-failure.ts'
import { groupOfRead } from '../read/plan-reads.ts'
import { apiOf, bodyOf, whyItStays } from '../read/why-it-stays.ts'
import { codeGuards } from './code-guards.ts'
import { fieldPlaces } from './field-places.ts'
import type { Holder } from './find-holders.ts'
import type { Look, Use } from './held.ts'
import { type HolderUses, readHolder } from './read-holder.ts'
import { mayBeText } from './text-or-list.ts'

export interface FieldScope {
  readonly catalogue: Catalogue
  readonly belonging: (asked: Asked) => Belonging
  /** What a test of a wording decides about. */
  readonly tested: ReadonlySet<ts.Node>
  /** Tests that have moved to the code. */
  readonly moved: WordingTests
  /** Whether tests of an old code move as well. */
  readonly movesCodes: boolean
}

interface ReadHolder extends HolderUses {
  readonly holder: Holder
}

/** What becomes of each use of the field errors of v1: it reads `errors[]`, or stays with a reason. */
export function planFields(t: Tracer, holders: readonly Holder[], scope: FieldScope): readonly PlannedSite[] {
  const all = fieldPlaces(scope.catalogue)
  const read = holders.flatMap(holder => {
    t.restart()
    const { unit, places } = holder
    const look: Look = { t, unit, catalogue: scope.catalogue, all, places }
    const found = safely(look, holder)
    return mayBeText(holder, found.uses, look.catalogue) ? [] : [{ holder, ...found }]
  })
  // What is a site of its own is not a condition that another one would have to change.
  const own = read.flatMap(({ holder, uses }) => [holder.node, ...uses.map(({ node }) => node)])
  const decided = new Set<ts.Node>([...scope.tested, ...own])
  const planned = read.flatMap(one => planHolder(t, one, scope, decided))
  const carried = new Set(
    planned.flatMap(({ site, holder, isAsWas }) => (isAsWas && isMoved(site) ? [holder.node] : [])),
  )
  const stays = new Set(planned.flatMap(({ site, node }) => (isMoved(site) ? [] : [node])))
  return planned
    .filter(({ holder }) => !isCarried(holder, carried))
    .map(({ site, node }) => (isMoved(site) && isShut(node, stays, decided) ? keepSite(site, 'guarded-by-v1') : site))
}

function isMoved({ outcome }: PlannedSite): boolean {
  return outcome === 'rewrite'
}

// What comes from a place that hands on the map as it was needs no change of its own.
function isCarried({ node, sorted }: Holder, carried: ReadonlySet<ts.Node>): boolean {
  if (carried.has(node)) return false
  return sorted.wording.some(({ trail }) => stepsOf(trail).some(({ at }) => carried.has(at)))
}

// if (typeof data.details === 'object') …: what stays decides whether it is asked at all.
function isShut(node: ts.Node, stays: ReadonlySet<ts.Node>, decided: ReadonlySet<ts.Node>): boolean {
  return atomsRound(node, decided).some(({ atom }) => holdsOneOf(atom, stays))
}

// All uses of one holder, and all that goes by the keys of one map.
function groupsOf({ unit, node, places }: Holder, uses: readonly Use[]): readonly string[] {
  const own = `${unit.file}:fields:${node.getStart()}`
  const keys = `${unit.file}:keys:${places[0]?.path.join('.')}`
  return uses.some(({ isByKey }) => isByKey === true) ? [own, keys] : [own]
}

interface Planned {
  readonly site: PlannedSite
  readonly node: ts.Node
  readonly holder: Holder
  readonly isAsWas: boolean
}

// One holder that we fail on must not cost the others.
function safely(look: Look, holder: Holder): HolderUses {
  try {
    return readHolder(look, holder)
  } catch {
    return { uses: [{ outcome: 'kept', node: holder.node, reason: 'internal-fault' }], shared: [] }
  }
}

function planHolder(
  t: Tracer,
  { holder, uses, shared }: ReadHolder,
  { catalogue, belonging, moved: tests, movesCodes }: FieldScope,
  decided: ReadonlySet<ts.Node>,
): readonly Planned[] {
  const apis = new Set(holder.sorted.wording.map(reaching => apiOf(reaching, belonging)))
  if (apis.has('other')) return []
  const stays = apis.has('unknown') ? 'api-unknown' : (whyItStays(t, holder, tests) ?? whyNotHere(holder))
  const groups = groupsOf(holder, uses)
  // What says the same in v2 is no site, unless something has to change for it.
  const changing = uses.filter(({ outcome }) => outcome !== 'same' || shared.length > 0)
  const planUse = (use: Use): PlannedSite => {
    const base = { ...emptySite(t, holder, use.node), groups }
    const keep = (reason: Reason): PlannedSite => ({ ...base, outcome: 'keep', reason })
    if (stays !== null) return keep(stays)
    if (use.outcome === 'kept') return keep(use.reason)
    if (use.outcome === 'escapes') return keep('flow-not-rewritable')
    const codes = movesCodes ? codeGuards(t, holder.unit, use.node, catalogue, decided) : []
    const guards = guardsOf(t, holder, use, catalogue, new Set([...decided, ...codes]))
    if (guards === null) return keep('guarded-by-v1')
    const splices = unique([...(use.outcome === 'moved' ? use.splices : []), ...shared, ...guards])
    const withCodes = [...groups, ...codes.map(code => groupOfRead(holder.unit.file, code))]
    return { ...base, outcome: 'rewrite', after: textAfter(use.node, splices), splices, groups: withCodes }
  }
  return changing.map(use => {
    const isAsWas = use.outcome === 'moved' && use.isAsWas === true
    return { site: planUse(use), node: use.node, holder, isAsWas }
  })
}

function whyNotHere({ sorted }: Holder): Reason | null {
  const others = [...sorted.literals, ...sorted.transport, ...sorted.made, ...sorted.platform, ...sorted.silent]
  const isOther = others.some(({ value }) => value.kind !== 'absent' && value.kind !== 'plain')
  return isOther ? 'flow-not-rewritable' : null
}

function guardsOf(
  t: Tracer,
  { unit, sorted }: Holder,
  { node }: Use,
  catalogue: Catalogue,
  decided: ReadonlySet<ts.Node>,
) {
  return guardEdits(t, { unit, sorted, match: { node } }, catalogue, decided)
}

function emptySite(t: Tracer, holder: Holder, node: ts.Node): PlannedSite {
  const { unit, sorted } = holder
  return {
    id: '',
    file: unit.file,
    ...placeOfNode(unit, node),
    form: 'validation',
    client: sorted.wording.map(({ value }) => bodyOf(value)?.client.name ?? null)[0] ?? null,
    outcome: 'rewrite',
    reason: null,
    codes: [],
    fields: [],
    before: node.getText(),
    after: null,
    origin: originOf(t, holder),
    matches: [],
    splices: [],
    groups: [],
  }
}

function originOf(t: Tracer, { node, sorted }: Holder): readonly Step[] {
  const [lost] = sorted.unknown
  const steps = toldSteps((lost ?? sorted.wording[0])?.trail ?? null).map(({ at, step }) => stepOf(t, at, step))
  if (lost !== undefined) steps.push(stepOf(t, lost.at, lost.cause))
  return steps.length === 0 ? [stepOf(t, node, 'read')] : steps.reverse()
}
