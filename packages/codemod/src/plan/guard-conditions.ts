import { conditionsRound } from '../detect/narrow.ts'
import { inner } from '../detect/syntax.ts'
import { ts } from '../source/compiler.ts'

/** One condition without logical operators that stands round a test. */
export interface Atom {
  readonly atom: ts.Expression
  /** What it has to be for the test to be asked and to count; `null` where that depends on others. */
  readonly mustBe: boolean | null
  /** It belongs to another test, which has a decision of its own. */
  readonly ofOther: boolean
}

export type Single = Omit<Atom, 'ofOther'>

/** The single conditions that decide whether a test is asked, and those that stand beside it. */
export function atomsRound(node: ts.Node, tested: ReadonlySet<ts.Node>): readonly Atom[] {
  const round = conditionsRound(node).flatMap(({ condition, holds }) => {
    const ofOther = !holds && holdsOneOf(condition, tested)
    return atomsOf(condition, holds).map(one => ({ ...one, ofOther }))
  })
  return [...round, ...behind(node).map(one => ({ ...one, ofOther: false }))]
}

/** Whether one of these nodes is in an expression. */
export function holdsOneOf(node: ts.Node, wanted: ReadonlySet<ts.Node>): boolean {
  return wanted.has(node) || (ts.forEachChild(node, child => holdsOneOf(child, wanted) || undefined) ?? false)
}

/** A condition without its logical operators. */
export function atomsOf(condition: ts.Expression, holds: boolean | null): readonly Single[] {
  const node = inner(condition)
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
    return atomsOf(node.operand, holds === null ? null : !holds)
  }
  if (!ts.isBinaryExpression(node)) return [{ atom: node, mustBe: holds }]
  const { kind } = node.operatorToken
  const isAnd = kind === ts.SyntaxKind.AmpersandAmpersandToken
  if (!isAnd && kind !== ts.SyntaxKind.BarBarToken) return [{ atom: node, mustBe: holds }]
  const each = holds === isAnd ? holds : null
  return [...atomsOf(node.left, each), ...atomsOf(node.right, each)]
}

// test && …: what comes behind is asked when the test holds.
function behind(node: ts.Node): readonly Single[] {
  const found: Single[] = []
  for (let at = node; ; at = at.parent) {
    const { parent } = at
    if (ts.isBinaryExpression(parent) && parent.left === at) {
      const { kind } = parent.operatorToken
      if (kind === ts.SyntaxKind.AmpersandAmpersandToken) found.push(...atomsOf(parent.right, true))
      else if (kind === ts.SyntaxKind.BarBarToken) found.push(...atomsOf(parent.right, null))
      else return found
    } else if (!ts.isParenthesizedExpression(parent) && !ts.isBinaryExpression(parent) && !isNot(parent)) return found
  }
}

function isNot(node: ts.Node): boolean {
  return ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken
}
