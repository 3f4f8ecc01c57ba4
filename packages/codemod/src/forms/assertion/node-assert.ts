import type { TextTest } from '@problemshift/catalogue'
import { inner, isAccess } from '../../detect/syntax.ts'
import { ts } from '../../source/compiler.ts'
import { comparedWithUnknown } from '../condition.ts'
import type { AssertedEdit, Constants, FormMatch } from '../form.ts'
import { asserted, edit } from './asserted.ts'
import { expectedObject } from './expected-object.ts'
import { expectedText, pattern, piece } from './expected-text.ts'

const EQUAL = ['equal', 'strictEqual', 'deepEqual', 'deepStrictEqual']
const NOT_EQUAL = ['notEqual', 'notStrictEqual', 'notDeepEqual', 'notDeepStrictEqual']
const PIECES = ['include', 'includes']
const NAMES = new Set([
  ...EQUAL,
  ...NOT_EQUAL,
  ...PIECES,
  'match',
  'doesNotMatch',
  'notInclude',
  'partialDeepStrictEqual',
  'propertyVal',
  'nestedPropertyVal',
  'rejects',
  'throws',
])

interface AssertCall {
  readonly call: ts.CallExpression
  /** The method's name; `null` where it was imported under a name of its own. */
  readonly method: ts.Node | null
  readonly name: string
}

/** `assert.equal(…)` of Node and of chai, and functions of node:assert that were imported by name. */
export function nodeAssertion(node: ts.Node, constants: Constants): FormMatch | null {
  const found = assertOf(node, constants)
  const [first, second, third] = found?.call.arguments ?? []
  if (found === null || first === undefined || second === undefined) return null
  const { name } = found
  if (EQUAL.includes(name)) return equal(found, first, second, false, constants)
  if (NOT_EQUAL.includes(name)) return equal(found, first, second, true, constants)
  if (name === 'match') return onText(found, first, second, pattern(second, constants), false)
  if (name === 'doesNotMatch') return onText(found, first, second, pattern(second, constants), true)
  if (PIECES.includes(name)) return onText(found, first, second, piece(second, constants), false)
  if (name === 'notInclude') return onText(found, first, second, piece(second, constants), true)
  if (name === 'partialDeepStrictEqual') return object(found, first, second, constants, 'partial')
  if (name === 'propertyVal' || name === 'nestedPropertyVal') {
    return third === undefined ? null : property(found, first, second, third, constants)
  }
  return name === 'rejects' || name === 'throws' ? thrown(found, first, second, constants) : null
}

function assertOf(node: ts.Node, constants: Constants): AssertCall | null {
  // What is tested and what is expected: asking where a callee comes from costs too much to do it for every call.
  if (!ts.isCallExpression(node) || node.arguments.length < 2) return null
  const callee = inner(node.expression)
  if (isAccess(callee) && ts.isPropertyAccessExpression(callee)) {
    const name = callee.name.text
    if (!NAMES.has(name)) return null
    return isAssert(callee.expression, constants) ? { call: node, method: callee.name, name } : null
  }
  if (!ts.isIdentifier(callee)) return null
  // `import { equal } from 'node:assert'`: another check would need another import.
  const external = constants.external(callee)
  const name = external?.path.at(-1)
  if (external === null || name === undefined || !NAMES.has(name) || !isAssertModule(external.module)) return null
  return { call: node, method: null, name }
}

function isAssert(node: ts.Expression, constants: Constants): boolean {
  let root = inner(node)
  while (ts.isPropertyAccessExpression(root)) root = inner(root.expression)
  if (!ts.isIdentifier(root) && !ts.isCallExpression(root)) return false
  const external = constants.external(node)
  if (external === null) return false
  if (external.module === null) return external.path.join() === 'assert'
  if (external.module === 'chai' || external.module === 'vitest') return external.path.at(-1) === 'assert'
  return isAssertModule(external.module)
}

function isAssertModule(module: string | null): boolean {
  return module !== null && /^(?:node:)?assert(?:\/strict)?$/.test(module)
}

// assert.equal(body.message, '…'), either way round
function equal(
  found: AssertCall,
  first: ts.Expression,
  second: ts.Expression,
  negated: boolean,
  constants: Constants,
): FormMatch | null {
  const right = expectedText(second, constants)
  if (right !== null) return onText(found, first, second, right, negated)
  const left = expectedText(first, constants)
  if (left !== null) return onText(found, second, first, left, negated)
  const whole = negated ? null : object(found, first, second, constants, 'whole')
  if (whole !== null || !mayBeText(first) || !mayBeText(second)) return whole
  return comparedWithUnknown('assertion', found.call, first) ?? comparedWithUnknown('assertion', found.call, second)
}

function mayBeText(node: ts.Expression): boolean {
  return (ts.isIdentifier(node) && node.text !== 'undefined') || ts.isPropertyAccessExpression(node)
}

function onText(
  found: AssertCall,
  subject: ts.Expression,
  expected: ts.Expression,
  test: TextTest | null,
  negated: boolean,
): FormMatch | null {
  if (test === null) return null
  const { call } = found
  const one = asksForOne(found, negated)
  return asserted(call, subject, test, negated, {
    whose: 'value',
    members: [],
    one: one === null ? null : [...one, edit(subject, subject, '$read'), edit(expected, expected, '$code')],
    several: asksForSeveral(found, negated),
    expected,
  })
}

// assert.match(text, /…/) → assert.strictEqual(code, '…')
function asksForOne({ method, name }: AssertCall, negated: boolean): readonly AssertedEdit[] | null {
  if (EQUAL.includes(name) || NOT_EQUAL.includes(name)) return []
  return method === null ? null : [edit(method, method, negated ? 'notStrictEqual' : 'strictEqual')]
}

function asksForSeveral({ call, method }: AssertCall, negated: boolean): readonly AssertedEdit[] | null {
  if (method === null || call.arguments.length > 2) return null
  return [edit(method, call, `ok(${negated ? '!' : ''}[$codes].includes($read))`)]
}

function object(
  found: AssertCall,
  first: ts.Expression,
  second: ts.Expression,
  constants: Constants,
  comparison: 'whole' | 'partial',
): FormMatch | null {
  const right = expectedObject(second, constants, comparison)
  const expected = right ?? expectedObject(first, constants, comparison)
  if (expected === null) return null
  const subject = right === null ? second : first
  return asserted(found.call, subject, expected.test, false, {
    whose: 'value',
    members: expected.members,
    one: [],
    several: null,
    expected: expected.leaf,
  })
}

// chai: assert.propertyVal(body, 'message', '…')
function property(
  found: AssertCall,
  subject: ts.Expression,
  name: ts.Expression,
  value: ts.Expression,
  constants: Constants,
): FormMatch | null {
  const path = constants.text(name)?.split('.')
  const test = expectedText(value, constants)
  if (path === undefined || test === null) return null
  return asserted(found.call, subject, test, false, {
    whose: 'value',
    members: path.map(one => ({ name: one, node: null, whole: false, alone: true })),
    one: [edit(name, value, '$path, $code')],
    several: null,
    expected: value,
  })
}

// assert.rejects(borrow(), { message: '…' }), or with a regular expression over the whole error as text
function thrown(
  found: AssertCall,
  subject: ts.Expression,
  expected: ts.Expression,
  constants: Constants,
): FormMatch | null {
  const whose = found.name === 'rejects' ? 'rejection' : 'thrown'
  const literal = expectedObject(expected, constants, 'partial-at-the-top', true)
  if (literal !== null) {
    return asserted(found.call, subject, literal.test, false, {
      whose,
      members: literal.members,
      one: [],
      several: null,
      expected: literal.leaf,
    })
  }
  const regex = pattern(expected, constants)
  if (regex === null) return null
  const test: TextTest = { kind: 'after', steps: [{ kind: 'prepend', text: 'Error: ' }], test: regex }
  return asserted(found.call, subject, test, false, {
    whose,
    members: [{ name: 'message', node: null, whole: false, alone: true }],
    one: [edit(expected, expected, '{ code: $code }')],
    several: null,
    expected,
  })
}
