import { placeOf } from '../clients/clients.ts'
import { conditionsRound } from '../detect/narrow.ts'
import { alwaysLeaves, inner, isAccess, isFunctionNode, outer, returnsOf } from '../detect/syntax.ts'
import type { Tracer } from '../detect/tracer.ts'
import type { FunctionNode } from '../detect/values.ts'
import { ts } from '../source/compiler.ts'
import { atomsOf, type Single } from './guard-conditions.ts'
import { hasWording } from './text-source.ts'

/**
 * Whether a helper gives the wording wherever there is one: `error.response ? error.response.data.message : 'No answer'`
 * does, `status >= 500 ? 'Server error' : …` does not. Only then does the code say what its text said.
 */
export function givesEveryWording(t: Tracer, fn: FunctionNode): boolean {
  const given = returnsOf(fn).filter(expression => hasWording(t.evaluate(expression, null)))
  return (
    given.length > 0 && given.every(expression => isReachedPlainly(expression, fn) && isAlwaysGiven(t, expression, fn))
  )
}

function isAlwaysGiven(t: Tracer, expression: ts.Expression, fn: FunctionNode): boolean {
  const reads = wordingReadsIn(t, expression)
  return reads.every(read =>
    conditionsRound(read)
      .filter(({ condition }) => condition.pos >= fn.pos && condition.end <= fn.end)
      .flatMap(({ condition, holds }) => atomsOf(condition, holds))
      .every(atom => asksForPresence(t, atom, read)),
  )
}

/** The outermost reads in an expression that may give the wording. */
export function wordingReadsIn(t: Tracer, expression: ts.Expression): readonly ts.Expression[] {
  const found: ts.Expression[] = []
  const visit = (node: ts.Node): void => {
    if (isFunctionNode(node)) return
    if ((isAccess(node) || ts.isIdentifier(node)) && hasWording(t.evaluate(node, null))) found.push(node)
    else ts.forEachChild(node, visit)
  }
  visit(expression)
  return found
}

function asksForPresence(t: Tracer, { atom, mustBe }: Single, read: ts.Expression): boolean {
  const node = inner(atom)
  if (isAccess(node) || ts.isIdentifier(node)) return mustBe !== false && isOnWayTo(node, read)
  if (ts.isCallExpression(node)) return mustBe === true && isGuardOfClient(t, node)
  if (!ts.isBinaryExpression(node) || mustBe === null) return false
  const { kind } = node.operatorToken
  if (kind === ts.SyntaxKind.InstanceOfKeyword) return mustBe && isOnWayTo(node.left, read)
  if (kind === ts.SyntaxKind.InKeyword) return mustBe && isOnWayTo(node.right, read)
  const isText = ts.isTypeOfExpression(inner(node.left)) && /^['"`]string['"`]$/.test(node.right.getText())
  if (!isText || kind !== ts.SyntaxKind.EqualsEqualsEqualsToken) return false
  const asked = inner(node.left)
  return mustBe && ts.isTypeOfExpression(asked) && isOnWayTo(asked.expression, read)
}

/** A guard of a client's own: `axios.isAxiosError(error)`. */
export function isGuardOfClient(t: Tracer, call: ts.CallExpression): boolean {
  const callees = t.evaluate(call.expression, null)
  return (
    callees.length > 0 && callees.every(({ value }) => value.kind === 'place' && placeOf(value).guards !== undefined)
  )
}

// `error.response` and `error.response.data` lie on the way to `error.response.data.message`.
function isOnWayTo(node: ts.Expression, read: ts.Expression): boolean {
  const [part, whole] = [plainText(node), plainText(read)]
  return whole === part || whole.startsWith(`${part}.`) || whole.startsWith(`${part}[`)
}

function plainText(node: ts.Expression): string {
  return inner(node).getText().replace(/\s+|!/g, '').replaceAll('?.', '.')
}

// No `switch`, no loop, and nothing before it that may leave but what is known of by its condition.
function isReachedPlainly(expression: ts.Expression, fn: FunctionNode): boolean {
  for (let at: ts.Node = outer(expression); at !== fn && at.parent !== undefined; at = at.parent) {
    const { parent } = at
    if (ts.isCaseOrDefaultClause(parent) || ts.isIterationStatement(parent, false)) return false
    if (ts.isCatchClause(parent)) return false
    if (ts.isBlock(parent) && parent.statements.some(one => one.end <= at.pos && mayLeaveUnknown(one))) return false
  }
  return true
}

function mayLeaveUnknown(statement: ts.Statement): boolean {
  const isKnown = ts.isIfStatement(statement) && !statement.elseStatement && alwaysLeaves(statement.thenStatement)
  return !isKnown && leaves(statement)
}

function leaves(node: ts.Node): boolean {
  if (isFunctionNode(node)) return false
  if (ts.isReturnStatement(node) || ts.isThrowStatement(node)) return true
  return ts.forEachChild(node, child => leaves(child) || undefined) ?? false
}
