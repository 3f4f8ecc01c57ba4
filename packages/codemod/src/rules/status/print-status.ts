import { needsParentheses } from '../../plan/precedence.ts'
import { quoteOf } from '../../plan/print-test.ts'
import type { Splice } from '../../plan/splice.ts'
import { ts } from '../../source/compiler.ts'
import type { StatusDecision } from './decide-status.ts'
import type { StatusTest } from './status-test.ts'

type Change = Extract<StatusDecision, { outcome: 'change' }>

/** The test as it asks in v2; `null` where its shape cannot say it. `code` reads the code of the problem. */
export function printStatus(file: string, test: StatusTest, change: Change, code: string | null): Splice | null {
  switch (test.shape.kind) {
    case 'condition':
      return printCondition(file, test, change, code)
    case 'labels':
      return isOnlyStatuses(change) ? printLabels(file, test, change.statuses) : null
    case 'list':
      return isOnlyStatuses(change) ? printList(file, test.shape.list, change.statuses) : null
    case 'table':
      return isOnlyStatuses(change) ? printEntry(file, test.shape.entry, change.statuses) : null
    case 'assertion':
      return printAssertion(file, test, change)
  }
}

function isOnlyStatuses({ codes, without }: Change): boolean {
  return codes.length === 0 && without.length === 0
}

function printCondition(file: string, test: StatusTest, change: Change, code: string | null): Splice | null {
  const { statuses, codes, without } = change
  if (code === null && codes.length + without.length > 0) return null
  const adds = statuses.length + codes.length > 0
  // What has to hold for more and for less at once is no addition to a chain.
  if (adds && without.length > 0) return null
  const { chain, negated } = test.shape.kind === 'condition' ? test.shape : { chain: null, negated: false }
  const { first, last } = test
  const text = first.getSourceFile().text.slice(first.getStart(), last.end)
  const quote = quoteOf(first)
  const or = adds !== negated
  const equal = or ? '===' : '!=='
  const parts = [
    ...statuses.map(status => `${test.subject.getText()} ${equal} ${status}`),
    ...[...codes, ...without].map(one => `${code} ${equal} ${quote}${one}${quote}`),
  ]
  const isRun = first !== last
  const runOperator = chain === null ? null : chain.operatorToken.kind
  const own = or ? ts.SyntaxKind.BarBarToken : ts.SyntaxKind.AmpersandAmpersandToken
  // `and` binds tighter than `or`, but a range is read as one where it has parentheses.
  const head = isRun && runOperator !== own ? `(${text})` : text
  const printed = [head, ...parts].join(or ? ' || ' : ' && ')
  const binding = or ? 'or' : 'and'
  const whole = chain !== null && chain.getStart() === first.getStart() && chain.end === last.end
  const wrapped =
    chain === null || whole ? needsParentheses(whole && chain !== null ? chain : first, binding) : runOperator !== own
  return { file, start: first.getStart(), end: last.end, text: wrapped ? `(${printed})` : printed }
}

// case 400: → case 400: case 422:
function printLabels(file: string, { last }: StatusTest, statuses: readonly number[]): Splice {
  return { file, start: last.getStart(), end: last.end, text: [last.getText(), ...statuses].join(': case ') }
}

function printList(file: string, list: ts.ArrayLiteralExpression | null, statuses: readonly number[]): Splice | null {
  const last = list?.elements.at(-1)
  if (last === undefined) return null
  return { file, start: last.getStart(), end: last.end, text: [last.getText(), ...statuses].join(', ') }
}

// 400: 'Check what you wrote' → 400: 'Check what you wrote', 422: 'Check what you wrote'
function printEntry(file: string, entry: ts.PropertyAssignment | null, statuses: readonly number[]): Splice | null {
  // What is made anew for each key is no longer the same.
  if (entry === null || !isWrittenTwice(entry.initializer)) return null
  const answer = entry.initializer.getText()
  const [ownLine] = /\r?\n[ \t]*$/.exec(entry.getSourceFile().text.slice(0, entry.getStart())) ?? [' ']
  const text = [entry.getText(), ...statuses.map(status => `${status}: ${answer}`)].join(`,${ownLine}`)
  return { file, start: entry.getStart(), end: entry.end, text }
}

function isWrittenTwice(node: ts.Expression): boolean {
  return ts.isStringLiteralLike(node) || ts.isNumericLiteral(node) || ts.isIdentifier(node) || isKeyword(node)
}

function isKeyword({ kind }: ts.Expression): boolean {
  return kind === ts.SyntaxKind.TrueKeyword || kind === ts.SyntaxKind.FalseKeyword || kind === ts.SyntaxKind.NullKeyword
}

// An assertion is about one error: it has to be the only status that such errors have.
function printAssertion(file: string, { last }: StatusTest, { moved, codes, without }: Change): Splice | null {
  const [to, more] = new Set(moved.map(one => one.to))
  if (to === undefined || more !== undefined || codes.length > 0 || without.length > 0) return null
  return { file, start: last.getStart(), end: last.end, text: String(to) }
}
