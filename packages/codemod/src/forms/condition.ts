import { evaluate, type TextTest } from '@problemshift/catalogue'
import { ts } from '../source/compiler.ts'
import type { FormMatch } from './form.ts'

/**
 * What a test gives where there is no text: a boolean, `undefined` (the call behind `?.` is not made), or nothing
 * because it throws.
 */
export type OnNothing = boolean | 'undefined' | 'throws'

/** What is asked, as a form sees it at one node. */
export interface Asked {
  readonly form: string
  readonly node: ts.Expression
  readonly tested: ts.Expression
  readonly test: TextTest
  readonly negated?: boolean
  readonly onNothing: OnNothing
  /** The node is a boolean, not merely asked for truth. */
  readonly isBoolean?: boolean
}

/** A yes-or-no question; what only turns it round or makes it a boolean belongs to it. */
export function condition({
  form,
  node,
  tested,
  test,
  negated = false,
  onNothing,
  isBoolean = true,
}: Asked): FormMatch {
  let at: ts.Expression = node
  let no = negated
  let nothing = onNothing
  let isPlain = isBoolean
  for (;;) {
    const step = stepUp(at, nothing, isPlain)
    if (step === null) break
    at = step.at
    if (step.turns) no = !no
    nothing = step.onNothing
    isPlain = true
  }
  const settled = nothing === 'undefined' ? (tellsUndefined(at) ? null : false) : nothing
  const isText = !holdsForNothing(test)
  const failsOnNothing = isText && (settled === 'throws' || settled === no)
  return { form, node: at, tested, question: { kind: 'condition', test, negated: no, failsOnNothing } }
}

// Where an absent value is turned into text, it becomes one of these.
function holdsForNothing(test: TextTest): boolean {
  try {
    return evaluate(test, 'undefined') || evaluate(test, 'null')
  } catch {
    // A regular expression that the engine refuses: the solver will say so.
    return false
  }
}

interface StepUp {
  readonly at: ts.Expression
  readonly turns: boolean
  readonly onNothing: OnNothing
}

/** The next expression up that says only the same or the opposite: `!…`, `… === true`, `… ?? false`, `Boolean(…)`. */
function stepUp(at: ts.Expression, nothing: OnNothing, isBoolean: boolean): StepUp | null {
  const from = outside(at)
  const { parent } = from
  if (ts.isPrefixUnaryExpression(parent) && parent.operator === ts.SyntaxKind.ExclamationToken) {
    return { at: parent, turns: true, onNothing: truth(nothing, value => !value) }
  }
  if (isBooleanCall(parent) && parent.arguments[0] === from) {
    return { at: parent, turns: false, onNothing: truth(nothing, value => value) }
  }
  if (!isBoolean || !ts.isBinaryExpression(parent) || parent.left !== from) return null
  const right = booleanOf(parent.right)
  if (right === null) return null
  switch (parent.operatorToken.kind) {
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
    case ts.SyntaxKind.EqualsEqualsToken:
      return { at: parent, turns: !right, onNothing: compared(nothing, value => value === right) }
    case ts.SyntaxKind.ExclamationEqualsEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsToken:
      return { at: parent, turns: right, onNothing: compared(nothing, value => value !== right) }
    case ts.SyntaxKind.QuestionQuestionToken:
      return { at: parent, turns: false, onNothing: nothing === 'undefined' ? right : nothing }
    case ts.SyntaxKind.BarBarToken:
      return right ? null : { at: parent, turns: false, onNothing: truth(nothing, value => value) }
  }
  return null
}

function truth(nothing: OnNothing, say: (value: boolean) => boolean): OnNothing {
  return nothing === 'throws' ? nothing : say(nothing === true)
}

function compared(nothing: OnNothing, say: (value: boolean | undefined) => boolean): OnNothing {
  return nothing === 'throws' ? nothing : say(nothing === 'undefined' ? undefined : nothing)
}

function booleanOf(node: ts.Expression): boolean | null {
  if (node.kind === ts.SyntaxKind.TrueKeyword) return true
  return node.kind === ts.SyntaxKind.FalseKeyword ? false : null
}

function isBooleanCall(node: ts.Node): node is ts.CallExpression {
  return ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'Boolean'
}

// `… ?? fallback` and a comparison tell `undefined` from `false`; anybody else takes both for no.
function tellsUndefined(at: ts.Expression): boolean {
  const from = outside(at)
  const { parent } = from
  if (!ts.isBinaryExpression(parent)) return false
  const { kind } = parent.operatorToken
  return kind === ts.SyntaxKind.QuestionQuestionToken ? parent.left === from : comparison(kind) !== null
}

/** What a comparison operator says: equal, or not. */
export function comparison(kind: ts.SyntaxKind): 'equal' | 'unequal' | null {
  switch (kind) {
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
    case ts.SyntaxKind.EqualsEqualsToken:
      return 'equal'
    case ts.SyntaxKind.ExclamationEqualsEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsToken:
      return 'unequal'
  }
  return null
}

/** What a call of a method on the text gives where there is no text. */
export function nothingOfCall(call: ts.CallExpression): OnNothing {
  return (call.flags & ts.NodeFlags.OptionalChain) === 0 ? 'throws' : 'undefined'
}

/** The expression without parentheses, casts and `!`. */
export function bare(node: ts.Expression): ts.Expression {
  let at = node
  while (
    ts.isParenthesizedExpression(at) ||
    ts.isAsExpression(at) ||
    ts.isNonNullExpression(at) ||
    ts.isSatisfiesExpression(at)
  )
    at = at.expression
  return at
}

/** The parentheses round an expression. */
export function outside(node: ts.Expression): ts.Expression {
  let at = node
  while (ts.isParenthesizedExpression(at.parent)) at = at.parent
  return at
}

const HOLDS_TEXT = /(?:message|msg|detail|reason|text|error)$/i

/** Whether an expression is called as a text is: the only hint there is where the other side is not known. */
export function speaksOfText(tested: ts.Expression): boolean {
  return HOLDS_TEXT.test(tested.getText())
}

/**
 * A comparison with something that is not known here: a site only if what is compared proves to be wording, or if what is
 * known of the other side is like one.
 */
export function comparedWithUnknown(
  form: string,
  node: ts.Node,
  tested: ts.Expression,
  pieces: readonly string[] | null = null,
): FormMatch | null {
  const known = (pieces ?? []).filter(piece => piece.trim() !== '')
  if (known.length === 0 && !speaksOfText(tested)) return null
  const test: TextTest | null =
    known.length === 0 ? null : { kind: 'or', tests: known.map(text => ({ kind: 'contains', text })) }
  return { form, node, tested, question: { kind: 'kept', reason: 'compared-with-unknown', test } }
}

/** Whether only the truth of an expression matters where it stands. */
export function isAskedForTruth(node: ts.Expression): boolean {
  const parent = node.parent
  if (ts.isParenthesizedExpression(parent)) return isAskedForTruth(parent)
  if (ts.isPrefixUnaryExpression(parent)) return parent.operator === ts.SyntaxKind.ExclamationToken
  if (ts.isIfStatement(parent) || ts.isWhileStatement(parent) || ts.isDoStatement(parent)) {
    return parent.expression === node
  }
  if (ts.isForStatement(parent) || ts.isConditionalExpression(parent)) return parent.condition === node
  if (ts.isCallExpression(parent)) return isBooleanCall(parent) && parent.arguments[0] === node
  if (!ts.isBinaryExpression(parent)) return false
  const { kind } = parent.operatorToken
  const isAnd = kind === ts.SyntaxKind.AmpersandAmpersandToken
  if (!isAnd && kind !== ts.SyntaxKind.BarBarToken) return false
  // `test && <X/>` shows what is on the right; what is on the left is only asked.
  return isAskedForTruth(parent) || (isAnd && parent.left === node && isForgotten(parent))
}

// Nobody can tell one kind of nothing from another there.
function isForgotten(node: ts.Node): boolean {
  const { parent } = node
  if (ts.isParenthesizedExpression(parent)) return isForgotten(parent)
  return ts.isJsxExpression(parent) || ts.isExpressionStatement(parent)
}

/** A call of a method by this name, with what it is called on. */
export function methodCall(
  node: ts.Node,
  names: readonly string[],
): { readonly call: ts.CallExpression; readonly on: ts.Expression; readonly name: string } | null {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return null
  const name = node.expression.name.text
  return names.includes(name) ? { call: node, on: node.expression.expression, name } : null
}
