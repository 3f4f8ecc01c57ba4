import type { TextTest } from '@problemshift/catalogue'
import { ts } from '../../source/compiler.ts'
import { condition, isAskedForTruth, methodCall } from '../condition.ts'
import { compare } from '../contains/contains.ts'
import type { Constants, Form, FormMatch, RegexText } from '../form.ts'

/** `/not found/i.test(message)`, `message.match(…)`, `….exec(message)`, `message.search(…) !== -1`. */
export const regex: Form = {
  name: 'regex',
  find: (node, constants) => tested(node, constants) ?? searched(node, constants),
}

function tested(node: ts.Node, constants: Constants): FormMatch | null {
  const found = methodCall(node, ['test', 'exec', 'match'])
  const [argument] = found?.call.arguments ?? []
  if (found === null || argument === undefined) return null
  const onText = found.name === 'match'
  const pattern = constants.regex(onText ? argument : found.on)
  if (pattern === null || !isStateless(pattern, found.name)) return null
  const test = testOf(pattern)
  const text = onText ? found.on : argument
  if (found.name === 'test') return condition('regex', found.call, text, test, false)
  const compared = comparedWithNull(found.call)
  if (compared !== null) return condition('regex', compared.node, text, test, compared.negated)
  if (isAskedForTruth(found.call)) return condition('regex', found.call, text, test, false)
  return { form: 'regex', node: found.call, tested: text, question: { kind: 'extracts', test } }
}

function searched(node: ts.Node, constants: Constants): FormMatch | null {
  if (!ts.isBinaryExpression(node)) return null
  const found = methodCall(node.left, ['search'])
  const [argument] = found?.call.arguments ?? []
  if (found === null || argument === undefined) return null
  const pattern = constants.regex(argument)
  const sense = compare(node.operatorToken.kind, node.right.getText())
  if (pattern === null || sense === null || sense.starts) return null
  return condition('regex', node, found.on, testOf(pattern), sense.negated)
}

function testOf(pattern: RegexText): TextTest {
  return { kind: 'regex', source: pattern.source, flags: pattern.flags.replace('g', '') }
}

// With `g` or `y`, `test` and `exec` remember where they were: the second answer is not the first one's.
function isStateless(pattern: RegexText, name: string): boolean {
  return name === 'match' ? !pattern.flags.includes('y') : !/[gy]/.test(pattern.flags)
}

function comparedWithNull(call: ts.CallExpression): { node: ts.Expression; negated: boolean } | null {
  const parent = call.parent
  if (!ts.isBinaryExpression(parent) || parent.left !== call) return null
  if (parent.right.kind !== ts.SyntaxKind.NullKeyword) return null
  switch (parent.operatorToken.kind) {
    case ts.SyntaxKind.ExclamationEqualsEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsToken:
      return { node: parent, negated: false }
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
    case ts.SyntaxKind.EqualsEqualsToken:
      return { node: parent, negated: true }
  }
  return null
}
