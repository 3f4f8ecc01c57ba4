import { ts } from '../../source/compiler.ts'
import { condition, methodCall, opaque } from '../condition.ts'
import { compare } from '../contains/contains.ts'
import type { Constants, Form, FormMatch } from '../form.ts'

/** `['Loan not found', …].includes(message)`, a set's `has`, and `TEXTS.some(text => message.includes(text))`. */
export const oneOf: Form = {
  name: 'one-of',
  find: (node, constants) => listed(node, constants) ?? indexed(node, constants) ?? someOf(node, constants),
}

function listed(node: ts.Node, constants: Constants): FormMatch | null {
  const found = methodCall(node, ['includes', 'has'])
  const [argument, more] = found?.call.arguments ?? []
  if (found === null || argument === undefined || more !== undefined) return null
  const texts = constants.texts(found.on)
  if (texts === null) return constants.text(argument) === null ? opaque('one-of', found.call, argument) : null
  if (texts.length === 0) return null
  return condition('one-of', found.call, argument, { kind: 'one-of', texts }, false)
}

function indexed(node: ts.Node, constants: Constants): FormMatch | null {
  if (!ts.isBinaryExpression(node)) return null
  const found = methodCall(node.left, ['indexOf'])
  const [argument] = found?.call.arguments ?? []
  if (found === null || argument === undefined) return null
  const texts = constants.texts(found.on)
  const sense = compare(node.operatorToken.kind, node.right.getText())
  if (texts === null || texts.length === 0 || sense === null || sense.starts) return null
  return condition('one-of', node, argument, { kind: 'one-of', texts }, sense.negated)
}

const TESTS = { includes: 'contains', startsWith: 'starts', endsWith: 'ends' } as const

function someOf(node: ts.Node, constants: Constants): FormMatch | null {
  const found = methodCall(node, ['some'])
  const [callback] = found?.call.arguments ?? []
  if (found === null || callback === undefined || !ts.isArrowFunction(callback)) return null
  const texts = constants.texts(found.on)
  const [parameter] = callback.parameters
  if (texts === null || texts.length === 0 || parameter === undefined || !ts.isIdentifier(parameter.name)) return null
  const name = parameter.name.text
  const call = methodCall(callback.body, Object.keys(TESTS))
  const [asked] = call?.call.arguments ?? []
  if (call === null || asked === undefined || !ts.isIdentifier(asked) || asked.text !== name) return null
  const kind = TESTS[call.name as keyof typeof TESTS]
  return condition('one-of', found.call, call.on, { kind: 'or', tests: texts.map(text => ({ kind, text })) }, false)
}
