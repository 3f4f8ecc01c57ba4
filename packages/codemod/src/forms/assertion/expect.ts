import type { TextTest } from '@problemshift/catalogue'
import { inner } from '../../detect/syntax.ts'
import { ts } from '../../source/compiler.ts'
import { comparedWithUnknown } from '../condition.ts'
import type { Constants, FormMatch, Whose } from '../form.ts'
import { asserted, edit } from './asserted.ts'
import { expectedObject } from './expected-object.ts'
import { expectedText, pattern, piece } from './expected-text.ts'

const PACKAGES = ['vitest', '@jest/globals', 'expect', 'bun:test', '@playwright/test', '@jest/expect', 'earl']
const CHAINED = ['not', 'resolves', 'rejects']

interface Expectation {
  readonly call: ts.CallExpression
  readonly matcher: ts.Identifier
  readonly subject: ts.Expression
  readonly negated: boolean
  readonly whose: Whose
}

/** `expect(…).toBe('…')` as jest, vitest, bun and Playwright write it. */
export function expectAssertion(node: ts.Node, constants: Constants): FormMatch | null {
  const found = expectationOf(node, constants)
  if (found === null) return null
  const { call, matcher } = found
  const [first, second] = call.arguments
  if (first === undefined) return null
  switch (matcher.text) {
    case 'toBe':
    case 'toEqual':
    case 'toStrictEqual':
      return (
        textIs(found, first, constants) ??
        objectIs(found, first, constants, 'whole') ??
        errorIs(found, first, constants)
      )
    case 'toMatchObject':
      return objectIs(found, first, constants, 'partial')
    case 'toContain':
    case 'toContainEqual':
      return onText(found, first, piece(first, constants))
    case 'toMatch':
      return onText(found, first, pattern(first, constants) ?? piece(first, constants))
    case 'toHaveProperty':
      return second === undefined ? null : hasProperty(found, first, second, constants)
    case 'toThrow':
    case 'toThrowError':
      return throws(found, first, constants)
  }
  return null
}

function expectationOf(node: ts.Node, constants: Constants): Expectation | null {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return null
  const matcher = node.expression.name
  if (!ts.isIdentifier(matcher) || !matcher.text.startsWith('to')) return null
  let at: ts.Expression = node.expression.expression
  const words: string[] = []
  while (ts.isPropertyAccessExpression(at) && CHAINED.includes(at.name.text)) {
    words.push(at.name.text)
    at = at.expression
  }
  if (!ts.isCallExpression(at)) return null
  const [subject] = at.arguments
  if (subject === undefined || !isExpect(at.expression, constants)) return null
  const whose = words.includes('rejects') ? 'rejection' : words.includes('resolves') ? 'resolution' : 'value'
  return { call: node, matcher, subject, negated: words.includes('not'), whose }
}

function isExpect(callee: ts.Expression, constants: Constants): boolean {
  const soft = ts.isPropertyAccessExpression(callee) && callee.name.text === 'soft' ? callee.expression : callee
  const external = ts.isIdentifier(inner(soft)) ? constants.external(soft) : null
  if (external === null) return false
  if (external.module === null) return external.path.join() === 'expect'
  return PACKAGES.includes(external.module) && ['expect', 'default', ''].includes(external.path.join())
}

// expect(body.message).toBe('…') → expect(body.code).toBe('…')
function textIs(found: Expectation, first: ts.Expression, constants: Constants): FormMatch | null {
  const test = expectedText(first, constants)
  return test === null ? opaqueText(found, first) : onText(found, first, test)
}

function opaqueText({ call, subject, whose }: Expectation, first: ts.Expression): FormMatch | null {
  const mayBeText = ts.isIdentifier(first) || ts.isPropertyAccessExpression(first)
  return whose === 'value' && mayBeText && first.getText() !== 'undefined'
    ? comparedWithUnknown('assertion', call, subject)
    : null
}

function onText(found: Expectation, expected: ts.Expression, test: TextTest | null): FormMatch | null {
  if (test === null) return null
  const { call, matcher, subject, negated, whose } = found
  const kept = matcher.text === 'toEqual' || matcher.text === 'toStrictEqual' ? matcher.text : 'toBe'
  return asserted(call, subject, test, negated, {
    whose,
    members: [],
    one: [edit(subject, subject, '$read'), edit(matcher, call, `${kept}($code)`)],
    several: [edit(subject, subject, '[$codes]'), edit(matcher, call, 'toContain($read)')],
    expected,
  })
}

function objectIs(
  found: Expectation,
  first: ts.Expression,
  constants: Constants,
  comparison: 'whole' | 'partial',
): FormMatch | null {
  const expected = expectedObject(first, constants, comparison)
  if (expected === null) return null
  const { call, subject, negated, whose } = found
  return asserted(call, subject, expected.test, negated, {
    whose,
    members: expected.members,
    one: [],
    several: null,
    expected: expected.leaf,
  })
}

// expect(error).toEqual(new Error('…')): name and cause are compared, too.
function errorIs(found: Expectation, first: ts.Expression, constants: Constants): FormMatch | null {
  const made = inner(first)
  const [text] = ts.isNewExpression(made) ? (made.arguments ?? []) : []
  const test = text === undefined ? null : expectedText(text, constants)
  if (test === null) return null
  const { call, subject, negated, whose } = found
  const members = [{ name: 'message', node: null, whole: true, alone: true }]
  return asserted(call, subject, test, negated, { whose, members, one: null, several: null, expected: first })
}

// expect(body).toHaveProperty('message', '…'), also with 'error.message' and ['error', 'message']
function hasProperty(
  found: Expectation,
  name: ts.Expression,
  value: ts.Expression,
  constants: Constants,
): FormMatch | null {
  const test = expectedText(value, constants)
  const list = ts.isArrayLiteralExpression(name) ? name.elements.map(one => constants.text(one)) : null
  const path = list ?? constants.text(name)?.split('.') ?? []
  if (test === null || path.length === 0 || path.includes(null)) return null
  const { call, subject, negated, whose } = found
  const members = path.map(one => ({ name: one ?? '', node: null, whole: false, alone: true }))
  return asserted(call, subject, test, negated, {
    whose,
    members,
    one: [edit(name, value, '$path, $code')],
    several: null,
    expected: value,
  })
}

// expect(borrow()).rejects.toThrow('…') → expect(borrow()).rejects.toMatchObject({ code: '…' })
function throws(found: Expectation, first: ts.Expression, constants: Constants): FormMatch | null {
  const made = inner(first)
  const isError = ts.isNewExpression(made) && made.arguments?.[0] !== undefined
  const test = isError
    ? expectedText(made.arguments?.[0] ?? first, constants)
    : (pattern(first, constants) ?? piece(first, constants))
  if (test === null) return null
  const { call, matcher, subject, negated } = found
  const whose = found.whose === 'value' ? 'thrown' : found.whose
  const written =
    whose === 'thrown' ? `${matcher.text}(expect.objectContaining({ code: $code }))` : 'toMatchObject({ code: $code })'
  return asserted(call, subject, test, negated, {
    whose,
    members: [{ name: 'message', node: null, whole: false, alone: true }],
    one: [edit(matcher, call, written)],
    several: null,
    expected: first,
  })
}
