import type { TextTest } from '@problemshift/catalogue'
import { regexPieces } from '../../find/literals.ts'
import { ts } from '../../source/compiler.ts'
import {
  bare,
  comparedWithUnknown,
  comparison,
  condition,
  isAskedForTruth,
  methodCall,
  type OnNothing,
  outside,
} from '../condition.ts'
import type { Constants, Form, FormMatch, RegexText } from '../form.ts'
import { positionTest, testOfPosition } from '../position.ts'

/** `/not found/i.test(message)`, `message.match(…)`, `….exec(message)`, `message.search(…) !== -1`. */
export const regex: Form = {
  name: 'regex',
  find: (node, constants) => tested(node, constants) ?? searched(node, constants),
}

function tested(node: ts.Node, constants: Constants): FormMatch | null {
  const found = methodCall(node, ['test', 'exec', 'match', 'matchAll'])
  const [argument] = found?.call.arguments ?? []
  if (found === null || argument === undefined) return null
  const onText = found.name.startsWith('match')
  const expression = onText ? argument : found.on
  const pattern = patternOf(expression, onText, constants)
  const { call } = found
  const text = onText ? found.on : argument
  if (pattern === null) return builtOfUnknown(call, text, expression, constants)
  const test = testOf(pattern)
  const kept = (reason: 'value-extracted' | 'regex-with-state'): FormMatch => ({
    form: 'regex',
    node: call,
    tested: text,
    question: { kind: 'kept', reason, test },
  })
  if (hasState(pattern, expression, onText)) return kept('regex-with-state')
  if (found.name === 'matchAll') return kept('value-extracted')
  const ask = (at: ts.Expression, negated: boolean, onNothing: OnNothing, isBoolean: boolean) =>
    condition({ form: 'regex', node: at, tested: text, test, negated, onNothing, isBoolean })
  if (found.name === 'test') return ask(call, false, false, true)
  // `exec(undefined)` reads the word «undefined»; `message?.match(…)` gives undefined.
  const stops = onText && (call.flags & ts.NodeFlags.OptionalChain) !== 0
  const nothing = onText && !stops ? 'throws' : stops ? 'undefined' : null
  const compared = comparedWithNull(call, nothing)
  if (compared !== null) return ask(compared.node, compared.negated, compared.onNothing, true)
  if (isAskedForTruth(call) || isHeldForTruth(call, constants)) return ask(call, false, nothing ?? false, false)
  return kept('value-extracted')
}

function searched(node: ts.Node, constants: Constants): FormMatch | null {
  const found = methodCall(node, ['search'])
  const [argument] = found?.call.arguments ?? []
  if (found === null || argument === undefined) return null
  const pattern = patternOf(argument, true, constants)
  if (pattern === null) return builtOfUnknown(found.call, found.on, argument, constants)
  const test = testOf(pattern)
  const asked = positionTest(found.call)
  const anchors = asked !== null && asked.asks !== 'found'
  if (asked === null || pattern.flags.includes('y') || (anchors && pattern.flags.includes('m'))) {
    const question = { kind: 'kept', reason: 'value-extracted', test } as const
    return { form: 'regex', node: found.call, tested: found.on, question }
  }
  const atStart: TextTest = { kind: 'regex', source: `^(?:${pattern.source})`, flags: flagsOf(pattern) }
  const { node: at, negated, onNothing } = asked
  const asks = testOfPosition(asked.asks, test, atStart)
  return condition({ form: 'regex', node: at, tested: found.on, test: asks, negated, onNothing })
}

// new RegExp(`${kind} (not found|is gone)`): what is known of it shows whether it is about a wording. Of one that comes
// from a list nothing is known: there the text has to prove to be one.
function builtOfUnknown(
  call: ts.CallExpression,
  text: ts.Expression,
  pattern: ts.Expression,
  constants: Constants,
): FormMatch | null {
  const pieces = constants.pieces(pattern)
  return comparedWithUnknown('regex', call, text, pieces === null ? null : pieces.flatMap(regexPieces))
}

// `message.match('text')` makes a regular expression of the text.
function patternOf(node: ts.Expression, ofText: boolean, constants: Constants): RegexText | null {
  const pattern = constants.regex(node)
  if (pattern !== null || !ofText) return pattern
  const source = constants.text(node)
  return source === null ? null : { source, flags: '' }
}

function testOf(pattern: RegexText): TextTest {
  return { kind: 'regex', source: pattern.source, flags: flagsOf(pattern) }
}

// Where it matched is nothing to a test: neither all places nor their ends.
function flagsOf({ flags }: RegexText): string {
  return flags.replace(/[gd]/g, '')
}

// With `g` or `y`, `test` and `exec` remember where they were: the second answer is not the first one's. One that is
// made on the spot is new each time.
function hasState({ flags }: RegexText, node: ts.Expression, onText: boolean): boolean {
  if (flags.includes('y')) return true
  const at = bare(node)
  const isNew = ts.isRegularExpressionLiteral(at) || ts.isNewExpression(at) || ts.isCallExpression(at)
  return flags.includes('g') && !onText && !isNew
}

interface Compared {
  readonly node: ts.Expression
  readonly negated: boolean
  readonly onNothing: OnNothing
}

function comparedWithNull(call: ts.CallExpression, nothing: 'throws' | 'undefined' | null): Compared | null {
  const from = outside(call)
  const { parent } = from
  if (!ts.isBinaryExpression(parent)) return null
  const other = parent.left === from ? parent.right : parent.left
  const says = comparison(parent.operatorToken.kind)
  if (says === null || bare(other).kind !== ts.SyntaxKind.NullKeyword) return null
  const negated = says === 'equal'
  const strict =
    parent.operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken ||
    parent.operatorToken.kind === ts.SyntaxKind.ExclamationEqualsEqualsToken
  // `undefined !== null`, but `undefined == null`.
  const undefinedPasses = strict ? !negated : negated
  const onNothing = nothing === 'undefined' ? undefinedPasses : (nothing ?? negated)
  return { node: parent, negated, onNothing }
}

// const found = message.match(…): of which only the truth is asked from then on.
function isHeldForTruth(call: ts.CallExpression, constants: Constants): boolean {
  const { parent } = outside(call)
  if (!ts.isVariableDeclaration(parent) || !ts.isIdentifier(parent.name) || parent.type !== undefined) return false
  const uses = constants.uses(parent.name)
  return uses !== null && uses.length > 0 && uses.every(isAskedForTruth)
}
