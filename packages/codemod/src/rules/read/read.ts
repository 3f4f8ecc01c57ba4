import type { Catalogue } from '@problemshift/catalogue'
import type { Asked } from '../../detect/api-scope.ts'
import type { MessageRead } from '../../detect/message-read.ts'
import type { Tracer } from '../../detect/tracer.ts'
import { type Request, stepsOf } from '../../detect/values.ts'
import type { ApiScope } from '../../migrate.ts'
import { testedIn } from '../../plan/guards.ts'
import { keepApart, keepTogether, type Plan, type PlannedSite, placeOfNode } from '../../plan/plan.ts'
import { hasOwnDetails } from '../../plan/detail-wording.ts'
import { siteIds } from '../../plan/site-id.ts'
import type { ts } from '../../source/compiler.ts'
import { type BodyRead, findReads } from './find-reads.ts'
import type { WordingTests } from './known-failure.ts'
import type { Stopwatch } from '../../stopwatch.ts'
import type { NearFiles } from '../near-requests.ts'
import { findCodeTests, planCodeTests } from './code-tests.ts'
import { planReads } from './plan-reads.ts'
import { findPieces, type Piece } from './pieces.ts'
import { whoseAnswer } from './whose-answer.ts'
import { wholeBodies } from './whole-bodies.ts'

interface ReadOptions {
  readonly catalogue: Catalogue
  readonly api: ApiScope | null
  /** Files whose sites are wanted. */
  readonly wanted: ReadonlySet<string>
  readonly near: NearFiles
  readonly watch: Stopwatch
}

/** What the rule has to know of the branches: their sites, and what reached each test. */
interface Branches {
  readonly plan: Plan
  readonly reads: readonly MessageRead[]
}

/** The rule `read`: what shows a v1 error, or logs its trace id, reads the same from v2. */
export async function withReads(
  t: Tracer,
  { plan, reads: tests }: Branches,
  { catalogue, api, wanted, near, watch }: ReadOptions,
): Promise<Plan> {
  // Where a test reads a body, what is read beside it is looked at, however it is called.
  const besides = tests.map(({ unit }) => unit.file).filter(file => near.files.has(file))
  const files = [...new Set([...(near.byRule.get('read') ?? []), ...besides])].filter(file => wanted.has(file)).sort()
  const belonging = (asked: Asked) => whoseAnswer(t, catalogue, api, asked)
  const pieces = findPieces(t, files, { catalogue, belonging }).filter(piece => !isTold(piece, plan.sites))
  const asked = stillAsked(plan, tests, pieces, hasOwnDetails(catalogue))
  const found: BodyRead[] = []
  for (const [index, file] of files.entries()) {
    await watch.at('read', index, files.length)
    found.push(...findReads(t, [file], catalogue))
  }
  const own = found.filter(read => !isWithinFields(read, plan.sites))
  const codes = findCodeTests(t, files, own, catalogue)
  const tested = new Set([...testedIn(t, tests), ...codes.map(({ source }) => source)])
  const scope = { catalogue, belonging, asked, tested, moved: movedTests(plan, tests) }
  const reads = [...planReads(t, own, scope), ...planCodeTests(t, codes, own, scope)]
  const whole = wholeBodies(t, files, { belonging })
  const left = [...reads.filter(read => !isCovered(read, plan.sites)), ...pieces.map(({ site }) => site), ...whole]
  const ids = siteIds(left)
  const named = left.map((site, index) => ({ ...site, id: ids[index] ?? '' }))
  return { sites: keepTogether(keepApart([...plan.sites, ...named])) }
}

// What is read out of the match of a regular expression is one site and not two.
function isTold({ site }: Piece, sites: readonly PlannedSite[]): boolean {
  return sites.some(
    ({ file, line, before }) => file === site.file && line === site.line && before.includes(site.before),
  )
}

/** Where the texts come from that something still asks for their wording: they must not become other texts. */
function stillAsked(
  plan: Plan,
  tests: readonly MessageRead[],
  pieces: readonly Piece[],
  all: boolean,
): ReadonlySet<ts.Node> {
  // A token endpoint goes on sending v1: what a test of its codes reads has to stay where it is.
  const stays = plan.sites.filter(({ outcome, reason }) => outcome !== 'rewrite' && (all || reason === 'oauth-error'))
  const kept = new Set(stays.map(placeOfSite))
  const nodes = tests
    .filter(({ unit, match }) => kept.has(placeOfSite({ file: unit.file, ...placeOfNode(unit, match.tested) })))
    .flatMap(({ flow }) => flow.flatMap(({ trail }) => stepsOf(trail).map(({ at }) => at)))
  return new Set(all ? [...nodes, ...pieces.flatMap(({ way }) => way)] : nodes)
}

/** Tests that have moved: equal to a wording, or holding one; then the answer was that error. */
export function movedTests(plan: Plan, tests: readonly MessageRead[]): WordingTests {
  const moved = new Set(plan.sites.filter(({ outcome }) => outcome === 'rewrite').map(placeOfSite))
  const found = new Map<ts.Node, readonly Request[]>()
  for (const { unit, match, sorted } of tests) {
    if (!moved.has(placeOfSite({ file: unit.file, ...placeOfNode(unit, match.tested) }))) continue
    const requests = sorted.wording.flatMap(({ value }) => (value.kind === 'body' ? [value.request] : []))
    if (requests.length === sorted.wording.length) found.set(match.node, requests)
  }
  return found
}

function placeOfSite({ file, line, column }: { file: string; line: number; column: number }): string {
  return `${file}:${line}:${column}`
}

// Where a list of sentences is read, or the text that stands in its place, that is one site and not two.
function isWithinFields({ unit, node }: BodyRead, sites: readonly PlannedSite[]): boolean {
  const place = placeOfSite({ file: unit.file, ...placeOfNode(unit, node) })
  return sites.some(
    site =>
      site.form === 'validation' &&
      (site.splices.some(one => one.file === unit.file && one.start <= node.getStart() && node.end <= one.end) ||
        (place === placeOfSite(site) && site.before.startsWith(node.getText()))),
  )
}

// A branch that reads its text from here has changed this place already.
function isCovered(read: PlannedSite, branches: readonly PlannedSite[]): boolean {
  return branches.some(branch =>
    branch.splices.some(one =>
      read.splices.some(own => own.file === one.file && own.start < one.end && one.start < own.end),
    ),
  )
}
