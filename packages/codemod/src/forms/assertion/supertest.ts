import { inner } from '../../detect/syntax.ts'
import { ts } from '../../source/compiler.ts'
import type { Constants, FormMatch } from '../form.ts'
import { asserted } from './asserted.ts'
import { expectedObject } from './expected-object.ts'

/** supertest's own `.expect(404, { message: '…' })`, which compares the whole body. */
export function supertestAssertion(node: ts.Node, constants: Constants): FormMatch | null {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return null
  const { name, expression } = node.expression
  const last = node.arguments.at(-1)
  const on = inner(expression)
  if (name.text !== 'expect' || last === undefined || node.arguments.length > 2) return null
  if (!ts.isCallExpression(on) && !ts.isIdentifier(on)) return null
  const expected = expectedObject(last, constants, 'whole')
  if (expected === null) return null
  const body = { name: 'body', node: null, whole: false, alone: true }
  return asserted(node, on, expected.test, false, {
    whose: 'resolution',
    members: [body, ...expected.members],
    one: [],
    several: null,
    expected: expected.leaf,
  })
}
