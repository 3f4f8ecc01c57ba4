import { inner, isAccess, keyOf, outer, operandsOf } from '../../detect/syntax.ts'
import type { Tracer } from '../../detect/tracer.ts'
import { ts } from '../../source/compiler.ts'
import { knownNumber } from './known-number.ts'
import { tableTests, writtenOut } from './status-tables.ts'

/** A place that asks for a status, and for which it holds. */
export interface StatusTest {
  readonly subject: ts.Expression
  readonly holds: (status: number) => boolean
  /** The statuses that are written out one by one. */
  readonly asks: readonly number[]
  readonly shape: StatusShape
  /** What the report shows, and where a new text is written. */
  readonly first: ts.Node
  readonly last: ts.Node
}

export type StatusShape =
  /** Comparisons that stand beside each other in a chain; `negated` where they say which statuses are not meant. */
  | { readonly kind: 'condition'; readonly chain: ts.BinaryExpression | null; readonly negated: boolean }
  /** The labels of a `switch` that lead to the same statements. */
  | { readonly kind: 'labels'; readonly all: readonly number[] }
  /** `null` where something else looks into the list, too. */
  | { readonly kind: 'list'; readonly list: ts.ArrayLiteralExpression | null }
  /** The keys of a table that lead to the same; `entry` is the last of them where the table is this place's own. */
  | { readonly kind: 'table'; readonly all: readonly number[]; readonly entry: ts.PropertyAssignment | null }
  /** `expect(response.status).toBe(404)` */
  | { readonly kind: 'assertion' }

interface Comparison {
  readonly subject: ts.Expression
  readonly holds: (status: number) => boolean
  readonly asks: readonly number[]
  readonly kind: 'is' | 'is-not' | 'range'
}

/** Every place of a tree that compares something with numbers that may be statuses. */
export function statusTests(t: Tracer, tree: ts.SourceFile): readonly StatusTest[] {
  const found: StatusTest[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return
    if (ts.isBinaryExpression(node) && isChain(node)) {
      const { tests, rest } = inChain(t, node)
      found.push(...tests)
      for (const one of rest) visit(one)
      return
    }
    const compared = ts.isBinaryExpression(node) ? comparisonOf(t, node) : null
    if (compared !== null) found.push(alone(compared, node))
    else if (ts.isSwitchStatement(node)) found.push(...labelTests(t, node))
    else if (ts.isCallExpression(node)) found.push(...callTests(t, node))
    found.push(...tableTests(t, node))
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

function alone({ subject, holds, asks, kind }: Comparison, node: ts.Node): StatusTest {
  const shape = { kind: 'condition', chain: null, negated: kind === 'is-not' } as const
  return { subject, holds, asks, shape, first: node, last: node }
}

function comparisonOf(t: Tracer, node: ts.BinaryExpression): Comparison | null {
  const operator = ts.tokenToString(node.operatorToken.kind) ?? ''
  const test = HOLDS[operator]
  if (test === undefined) return null
  const right = knownNumber(t, node.right)
  const left = right === null ? knownNumber(t, node.left) : null
  const number = right ?? left
  if (number === null || number < 100 || number > 600) return null
  const [kind, holds] = test
  const asks = kind === 'range' ? [] : [number]
  if (right !== null) return { subject: node.left, holds: status => holds(status, number), asks, kind }
  return { subject: node.right, holds: status => holds(number, status), asks, kind }
}

type Holds = (left: number, right: number) => boolean

const HOLDS: Readonly<Record<string, readonly [Comparison['kind'], Holds]>> = {
  '===': ['is', (a, b) => a === b],
  '==': ['is', (a, b) => a === b],
  '!==': ['is-not', (a, b) => a !== b],
  '!=': ['is-not', (a, b) => a !== b],
  '<': ['range', (a, b) => a < b],
  '<=': ['range', (a, b) => a <= b],
  '>': ['range', (a, b) => a > b],
  '>=': ['range', (a, b) => a >= b],
}

function isChain({ operatorToken: { kind } }: ts.BinaryExpression): boolean {
  return kind === ts.SyntaxKind.BarBarToken || kind === ts.SyntaxKind.AmpersandAmpersandToken
}

interface InChain {
  readonly tests: readonly StatusTest[]
  readonly rest: readonly ts.Expression[]
}

// `a === 400 || a === 422` asks one question, and so do `a !== 400 && a !== 422` and `a >= 400 && a < 500`.
function inChain(t: Tracer, chain: ts.BinaryExpression): InChain {
  const or = chain.operatorToken.kind === ts.SyntaxKind.BarBarToken
  const tests: StatusTest[] = []
  const rest: ts.Expression[] = []
  let run: { readonly node: ts.Expression; readonly compared: Comparison }[] = []
  const finish = () => {
    const [first] = run
    const last = run.at(-1)
    if (first !== undefined && last !== undefined) {
      const parts = run.map(one => one.compared)
      const { subject, kind } = first.compared
      const holds = (status: number) =>
        or ? parts.some(part => part.holds(status)) : parts.every(part => part.holds(status))
      const shape = { kind: 'condition', chain, negated: kind === 'is-not' } as const
      const asks = parts.flatMap(part => part.asks)
      tests.push({ subject, holds, asks, shape, first: first.node, last: last.node })
    }
    run = []
  }
  for (const operand of operandsOf(chain, chain.operatorToken.kind)) {
    const compared = ts.isBinaryExpression(operand) ? comparisonOf(t, operand) : null
    if (compared === null) {
      finish()
      rest.push(operand)
      continue
    }
    const joins = run[0] !== undefined && goesWith(run[0].compared, compared, or)
    if (!joins) finish()
    run.push({ node: operand, compared })
  }
  finish()
  return { tests, rest }
}

function goesWith(one: Comparison, other: Comparison, or: boolean): boolean {
  if (spelling(one.subject) !== spelling(other.subject) || one.kind !== other.kind) return false
  return or ? one.kind === 'is' : one.kind !== 'is'
}

/** How a place is written, whatever stops at nothing in it. */
export function spelling(node: ts.Expression): string {
  return inner(node).getText().replaceAll('?.', '.')
}

function labelTests(t: Tracer, node: ts.SwitchStatement): readonly StatusTest[] {
  const tests: StatusTest[] = []
  const all = node.caseBlock.clauses.flatMap(clause => {
    const number = ts.isCaseClause(clause) ? knownNumber(t, clause.expression) : null
    return number === null || number < 100 || number > 600 ? [] : [number]
  })
  let labels: ts.CaseClause[] = []
  for (const clause of node.caseBlock.clauses) {
    if (ts.isCaseClause(clause)) labels.push(clause)
    if (clause.statements.length === 0 && clause !== node.caseBlock.clauses.at(-1)) continue
    const asks = labels.flatMap(label => knownNumber(t, label.expression) ?? [])
    const [first] = labels
    const last = labels.at(-1)
    // Beside `default` a label says nothing.
    if (first !== undefined && last !== undefined && ts.isCaseClause(clause) && asks.length === labels.length) {
      const shape = { kind: 'labels', all } as const
      const holds = (status: number) => asks.includes(status)
      tests.push({ subject: node.expression, holds, asks, shape, first: first.expression, last: last.expression })
    }
    labels = []
  }
  return tests.filter(test => test.asks.some(number => all.includes(number)))
}

function callTests(t: Tracer, node: ts.CallExpression): readonly StatusTest[] {
  const callee = inner(node.expression)
  const [argument, second] = node.arguments
  if (!isAccess(callee) || argument === undefined) return []
  const name = keyOf(callee) ?? ''
  if (name === 'includes' || name === 'has') return listTests(t, node, callee.expression, argument)
  const asserted = assertedStatus(name, callee, argument, second)
  const number = asserted === null ? null : knownNumber(t, asserted.number)
  if (asserted === null || number === null) return []
  const holds = (status: number) => status === number
  const { subject, number: last } = asserted
  return [{ subject, holds, asks: [number], shape: { kind: 'assertion' }, first: last, last }]
}

// [400, 404].includes(status), RETRIED.has(response.status)
function listTests(
  t: Tracer,
  node: ts.CallExpression,
  held: ts.Expression,
  subject: ts.Expression,
): readonly StatusTest[] {
  const written = writtenOut(t, held)
  if (written === null || !ts.isArrayLiteralExpression(written.literal)) return []
  const { elements } = written.literal
  const asks = elements.flatMap(element => knownNumber(t, element) ?? [])
  if (asks.length === 0 || asks.length < elements.length) return []
  const holds = (status: number) => asks.includes(status)
  const list = written.own ? written.literal : null
  return [{ subject, holds, asks, shape: { kind: 'list', list }, first: node, last: node }]
}

interface Asserted {
  readonly subject: ts.Expression
  readonly number: ts.Expression
}

const EXPECTED = /^(?:toBe|toEqual|toStrictEqual|equal|equals|eq|eql)$/
const ASSERTED = /^(?:equal|strictEqual|deepEqual|deepStrictEqual|is)$/

// expect(response.status).toBe(404), expect(…).to.equal(404), assert.equal(response.status, 404)
function assertedStatus(
  name: string,
  callee: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  argument: ts.Expression,
  second: ts.Expression | undefined,
): Asserted | null {
  if (EXPECTED.test(name)) {
    const subject = expectedOf(callee.expression)
    if (subject !== null) return { subject, number: argument }
  }
  if (!ASSERTED.test(name) || second === undefined) return null
  const holder = inner(callee.expression)
  return ts.isIdentifier(holder) && /^(?:assert|t)$/.test(holder.text) ? { subject: argument, number: second } : null
}

function expectedOf(node: ts.Expression): ts.Expression | null {
  let at = inner(node)
  while (isAccess(at)) {
    if (keyOf(at) === 'not') return null
    at = inner(at.expression)
  }
  if (!ts.isCallExpression(at) || !ts.isIdentifier(at.expression) || at.expression.text !== 'expect') return null
  return at.arguments[0] ?? null
}

/** The whole condition that a test stands in. */
export function conditionRound(node: ts.Node): ts.Node {
  let at: ts.Node = node
  for (;;) {
    const parent = ts.isExpression(at) ? outer(at).parent : at.parent
    const joins = ts.isBinaryExpression(parent) && isChain(parent)
    const turns = ts.isPrefixUnaryExpression(parent) && parent.operator === ts.SyntaxKind.ExclamationToken
    if (!joins && !turns) return at
    at = parent
  }
}
