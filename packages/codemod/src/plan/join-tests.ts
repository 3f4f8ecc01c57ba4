import type { TextTest } from '@problemshift/catalogue'
import type { MessageRead } from '../detect/message-read.ts'
import { inner, operandsOf } from '../detect/syntax.ts'
import { ts } from '../source/compiler.ts'

/** Neighbours in a chain of `&&` or `||` that ask the same text: together they may say what each alone cannot. */
export interface JoinedTests {
  readonly reads: readonly MessageRead[]
  /** The operands, first to last. */
  readonly operands: readonly ts.Expression[]
  readonly chain: ts.BinaryExpression
  readonly test: TextTest
  readonly negated: boolean
}

/** Finds every run of neighbours among the tests of the files. */
export function joinTests(reads: readonly MessageRead[]): readonly JoinedTests[] {
  const byNode = new Map<ts.Node, MessageRead>()
  for (const read of reads) if (read.match.question.kind === 'condition') byNode.set(read.match.node, read)
  const chains = new Set<ts.BinaryExpression>()
  for (const node of byNode.keys()) {
    const chain = topChain(node)
    if (chain !== null) chains.add(chain)
  }
  return [...chains].flatMap(chain => runsOf(chain, byNode))
}

/** The highest chain of logical operators that a test stands in. */
function topChain(node: ts.Node): ts.BinaryExpression | null {
  let top: ts.BinaryExpression | null = null
  for (let at = node.parent; ; at = at.parent) {
    if (ts.isBinaryExpression(at) && isLogical(at)) top = at
    else if (!ts.isParenthesizedExpression(at) && !isNot(at)) return top
  }
}

function isLogical(node: ts.BinaryExpression): boolean {
  const { kind } = node.operatorToken
  return kind === ts.SyntaxKind.AmpersandAmpersandToken || kind === ts.SyntaxKind.BarBarToken
}

function isNot(node: ts.Node): node is ts.PrefixUnaryExpression {
  return ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken
}

function runsOf(chain: ts.BinaryExpression, byNode: ReadonlyMap<ts.Node, MessageRead>): readonly JoinedTests[] {
  const found: JoinedTests[] = []
  let run: { node: ts.Expression; asked: Asked }[] = []
  const close = () => {
    if (run.length > 1) found.push(joined(chain, run))
    run = []
  }
  for (const operand of operandsOf(chain, chain.operatorToken.kind)) {
    const asked = askedBy(operand, byNode)
    const [first] = run
    if (asked === null || (first !== undefined && first.asked.tested !== asked.tested)) close()
    if (asked !== null) run.push({ node: operand, asked })
    else {
      // Nothing in common here; a chain inside of it may have something.
      const inside = inner(operand)
      if (ts.isBinaryExpression(inside) && isLogical(inside)) found.push(...runsOf(inside, byNode))
    }
  }
  close()
  return found
}

function joined(chain: ts.BinaryExpression, run: readonly { node: ts.Expression; asked: Asked }[]): JoinedTests {
  const kind = chain.operatorToken.kind === ts.SyntaxKind.BarBarToken ? 'or' : 'and'
  const test: TextTest = { kind, tests: run.map(one => one.asked.test) }
  // Where there is no text, each question is answered with no: the new test must come out the same way.
  const negated = holdsWithoutText(test)
  return {
    chain,
    operands: run.map(one => one.node),
    reads: run.flatMap(one => one.asked.reads),
    test: negated ? { kind: 'not', test } : test,
    negated,
  }
}

interface Asked {
  readonly test: TextTest
  /** The tested expression as it is written. */
  readonly tested: string
  readonly reads: readonly MessageRead[]
}

function askedBy(node: ts.Expression, byNode: ReadonlyMap<ts.Node, MessageRead>): Asked | null {
  const read = byNode.get(node)
  if (read?.match.question.kind === 'condition') {
    const { test, negated } = read.match.question
    return { test: negated ? { kind: 'not', test } : test, tested: textOf(read.match.tested), reads: [read] }
  }
  if (ts.isParenthesizedExpression(node)) return askedBy(node.expression, byNode)
  if (isNot(node)) {
    const asked = askedBy(node.operand, byNode)
    return asked === null ? null : { ...asked, test: { kind: 'not', test: asked.test } }
  }
  if (!ts.isBinaryExpression(node) || !isLogical(node)) return null
  const parts = operandsOf(node, node.operatorToken.kind).map(operand => askedBy(operand, byNode))
  const known = parts.filter(part => part !== null)
  const [first] = known
  if (first === undefined || known.length < parts.length) return null
  if (known.some(part => part.tested !== first.tested)) return null
  const kind = node.operatorToken.kind === ts.SyntaxKind.BarBarToken ? 'or' : 'and'
  return {
    test: { kind, tests: known.map(part => part.test) },
    tested: first.tested,
    reads: known.flatMap(part => part.reads),
  }
}

// `error.message?.` and `error.message.` read the same text.
function textOf(node: ts.Expression): string {
  return inner(node).getText().replace(/\s+/g, '').replaceAll('?.', '.')
}

function holdsWithoutText(test: TextTest): boolean {
  switch (test.kind) {
    case 'not':
      return !holdsWithoutText(test.test)
    case 'and':
      return test.tests.every(holdsWithoutText)
    case 'or':
      return test.tests.some(holdsWithoutText)
    default:
      return false
  }
}
