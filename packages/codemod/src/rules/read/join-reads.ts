import { isAccess, keyOf, isFallback, operandsOf } from '../../detect/syntax.ts'
import type { PlannedSite } from '../../plan/plan.ts'
import { needsParentheses } from '../../plan/precedence.ts'
import { ts } from '../../source/compiler.ts'
import type { BodyRead } from './find-reads.ts'
import type { PlannedRead } from './plan-reads.ts'

type Planned = PlannedRead & { readonly read: BodyRead }

/**
 * `data.message || data.error` asked one body in two places, because nobody knew which it would be. In v2 both say the
 * same: they become one read, written where the first stood.
 */
export function joinReads(planned: readonly Planned[]): readonly PlannedSite[] {
  const byNode = new Map<ts.Node, Planned>(planned.map(one => [one.read.node, one]))
  const joined = new Map<ts.Node, PlannedSite>()
  for (const { read } of planned) {
    if (joined.has(read.node)) continue
    const run = runFrom(read.node, byNode)
    if (run.length > 1) for (const [node, site] of oneSite(run)) joined.set(node, site)
  }
  return planned.map(({ read, site }) => joined.get(read.node) ?? site)
}

/** The neighbours to the right that say the same, the read itself first. */
function runFrom(node: ts.Node, byNode: ReadonlyMap<ts.Node, Planned>): readonly Planned[] {
  const first = byNode.get(node)
  const chain = chainOf(node)
  if (first?.says == null || chain === null) return []
  const operands = operandsOf(chain, chain.operatorToken.kind)
  const run: Planned[] = []
  for (const operand of operands.slice(operands.findIndex(operand => byNode.get(operand) === first))) {
    const next = byNode.get(operand)
    if (next === undefined || plain(next.says) !== plain(first.says)) break
    run.push(next)
  }
  return run
}

// The longest spelling stops early wherever one of them would have.
function oneSite(run: readonly Planned[]): readonly (readonly [ts.Node, PlannedSite])[] {
  const [first] = run
  const last = run.at(-1)
  const says = run.map(one => one.says ?? '').sort((a, b) => b.length - a.length)[0] ?? ''
  if (first === undefined || last === undefined) return []
  const { file, text } = { file: first.read.unit.file, text: first.read.unit.source.text }
  const start = first.read.node.getStart()
  const end = last.read.node.end
  const chain = chainOf(first.read.node)
  const whole = chain !== null && chain.getStart() === start && chain.end === end
  const wrapped = chain !== null && (whole ? needsParentheses(chain, 'nullish') : isOr(chain)) ? `(${says})` : says
  const group = `${file}:${start}-${end}`
  const before = text.slice(start, end)
  return run.map(({ read, site }, index) => [
    read.node,
    {
      ...site,
      before,
      after: wrapped,
      splices: index === 0 ? [{ file, start, end, text: wrapped }] : [],
      groups: [...site.groups, group],
    },
  ])
}

function plain(says: string | null): string | undefined {
  return says?.replaceAll('?.', '.')
}

function isOr(chain: ts.BinaryExpression): boolean {
  return chain.operatorToken.kind === ts.SyntaxKind.BarBarToken
}

/**
 * Whether the read is only the last resort behind its v2 place: `data.detail ?? data.title ?? data.message`; or stands
 * anywhere beside that.
 */
export function isMovedAlready(
  node: ts.Node,
  members: readonly string[],
  where: 'behind' | 'beside' = 'behind',
): boolean {
  const chain = chainOf(node)
  if (chain === null || !isAccess(node)) return false
  const owner = plain(node.expression.getText())
  return operandsOf(chain, chain.operatorToken.kind).some(
    operand =>
      (where === 'beside' || operand.pos < node.pos) &&
      isAccess(operand) &&
      members.some(member => keyOf(operand) === member) &&
      plain(operand.expression.getText()) === owner,
  )
}

/** The highest chain of one fallback operator that a node is an operand of. */
function chainOf(node: ts.Node): ts.BinaryExpression | null {
  let top: ts.BinaryExpression | null = null
  for (let at = node.parent; ts.isBinaryExpression(at) && isFallback(at); at = at.parent) {
    if (top !== null && at.operatorToken.kind !== top.operatorToken.kind) break
    top = at
  }
  return top
}
