import type { TextTest } from '@problemshift/catalogue'
import { inner } from '../../detect/syntax.ts'
import { ts } from '../../source/compiler.ts'
import { comparedWithUnknown } from '../condition.ts'
import type { Constants, ExpectedMember, FormMatch, Whose } from '../form.ts'
import { asserted, edit } from './asserted.ts'
import { type Comparison, expectedObject } from './expected-object.ts'
import { expectedText, pattern, piece } from './expected-text.ts'

const WORDS = new Set('to be been is that which and has have with at of same but does still also'.split(' '))
const FLAGS = new Set(['not', 'deep', 'nested', 'own', 'eventually'])
const EQUAL = new Set(['equal', 'equals', 'eq', 'eql', 'eqls'])
const INCLUDE = new Set(['include', 'includes', 'contain', 'contains', 'string'])
const NAMED = new Set(['property', 'nestedProperty'])

/** What a chain speaks of where one of its words is called. */
interface Chain {
  readonly subject: ts.Expression
  readonly flags: ReadonlySet<string>
  readonly members: readonly ExpectedMember[]
  readonly whose: Whose
}

/** chai's `expect(…).to.equal('…')` and `….should.equal('…')`, with `rejectedWith` of chai-as-promised. */
export function chaiAssertion(node: ts.Node, constants: Constants): FormMatch | null {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return null
  const { name: verb, expression } = node.expression
  const [first] = node.arguments
  if (first === undefined || !isVerb(verb.text)) return null
  const chain = chainOf(expression, constants)
  return chain === null
    ? null
    : (text(node, verb, chain, first, constants) ?? object(node, verb, chain, first, constants))
}

function isVerb(name: string): boolean {
  return EQUAL.has(name) || INCLUDE.has(name) || NAMED.has(name) || name === 'match' || name === 'rejectedWith'
}

function chainOf(node: ts.Expression, constants: Constants): Chain | null {
  const at = inner(node)
  if (ts.isCallExpression(at) && isExpect(at.expression, constants)) return rootOf(at.arguments[0])
  // body.message.should.equal('…')
  if (ts.isPropertyAccessExpression(at) && at.name.text === 'should') return rootOf(at.expression)
  if (ts.isCallExpression(at) && ts.isPropertyAccessExpression(at.expression)) {
    return propertyOf(at, at.expression, constants)
  }
  if (!ts.isPropertyAccessExpression(at)) return null
  const chain = chainOf(at.expression, constants)
  const word = at.name.text
  if (chain === null || (!WORDS.has(word) && !FLAGS.has(word) && word !== 'rejected')) return null
  if (word === 'rejected') return { ...chain, whose: 'rejection' }
  if (word === 'eventually') return chain.whose === 'value' ? { ...chain, whose: 'resolution' } : chain
  return FLAGS.has(word) ? { ...chain, flags: new Set([...chain.flags, word]) } : chain
}

function rootOf(subject: ts.Expression | undefined): Chain | null {
  return subject === undefined ? null : { subject, flags: new Set(), members: [], whose: 'value' }
}

function isExpect(callee: ts.Expression, constants: Constants): boolean {
  const external =
    ts.isIdentifier(inner(callee)) || ts.isPropertyAccessExpression(callee) ? constants.external(callee) : null
  if (external === null) return false
  const name = external.path.at(-1)
  if (external.module === null) return name === 'expect'
  return (external.module === 'chai' || external.module === 'vitest') && name === 'expect'
}

// expect(body).to.have.property('error').that.has.property('message', '…')
function propertyOf(call: ts.CallExpression, callee: ts.PropertyAccessExpression, constants: Constants): Chain | null {
  const [name, more] = call.arguments
  const [step = '', ...rest] = name === undefined ? [] : [constants.text(name) ?? '']
  if (!NAMED.has(callee.name.text) || more !== undefined || step === '' || rest.length > 0) return null
  const chain = chainOf(callee.expression, constants)
  if (chain === null || chain.flags.has('not')) return null
  return { ...chain, flags: new Set(), members: [...chain.members, ...pathOf(step, chain, callee.name.text)] }
}

function pathOf(text: string, { flags }: Chain, verb: string): readonly ExpectedMember[] {
  const names = flags.has('nested') || verb === 'nestedProperty' ? text.split('.') : [text]
  return names.map(name => ({ name, node: null, whole: false, alone: true }))
}

function text(
  call: ts.CallExpression,
  verb: ts.MemberName,
  chain: Chain,
  first: ts.Expression,
  constants: Constants,
): FormMatch | null {
  const { subject, members, whose } = chain
  const negated = chain.flags.has('not')
  const name = verb.text
  const [, second] = call.arguments
  if (NAMED.has(name)) {
    const step = constants.text(first)
    const test = second === undefined ? null : expectedText(second, constants)
    if (step === null || second === undefined || test === null) return null
    const path = [...members, ...pathOf(step, chain, name)]
    // With a property asserted before, the path that is written here is only its last part.
    const one = members.length === 0 ? [edit(first, second, '$path, $code')] : null
    return asserted(call, subject, test, negated, { whose, members: path, one, several: null, expected: second })
  }
  if (name === 'rejectedWith') return rejectedWith(call, verb, chain, constants)
  const test = testOf(name, first, constants)
  if (test === null) return EQUAL.has(name) ? opaqueText(call, chain, first) : null
  const direct = members.length === 0 && whose !== 'rejection'
  return asserted(call, subject, test, negated, {
    whose,
    members,
    one: direct
      ? [edit(subject, subject, '$read'), edit(verb, call, `${EQUAL.has(name) ? name : 'equal'}($code)`)]
      : null,
    several: direct ? [edit(subject, subject, '$read'), edit(verb, call, 'be.oneOf([$codes])')] : null,
    expected: first,
  })
}

function opaqueText(
  call: ts.CallExpression,
  { subject, members, whose }: Chain,
  first: ts.Expression,
): FormMatch | null {
  const mayBeText = ts.isIdentifier(first) || ts.isPropertyAccessExpression(first)
  const direct = members.length === 0 && whose === 'value'
  return direct && mayBeText && first.getText() !== 'undefined' ? comparedWithUnknown('assertion', call, subject) : null
}

function testOf(verb: string, first: ts.Expression, constants: Constants): TextTest | null {
  if (EQUAL.has(verb)) return expectedText(first, constants)
  return verb === 'match' ? pattern(first, constants) : piece(first, constants)
}

// expect(borrow()).to.be.rejectedWith('…'), also with a class before the text
function rejectedWith(
  call: ts.CallExpression,
  verb: ts.MemberName,
  chain: Chain,
  constants: Constants,
): FormMatch | null {
  const last = call.arguments.at(-1)
  if (last === undefined || call.arguments.length > 2) return null
  const test = pattern(last, constants) ?? piece(last, constants)
  if (test === null) return null
  const alone = call.arguments.length === 1
  return asserted(call, chain.subject, test, chain.flags.has('not'), {
    whose: 'rejection',
    members: [{ name: 'message', node: null, whole: false, alone: true }],
    one: alone ? [edit(verb, call, "rejected.and.eventually.have.property('code', $code)")] : null,
    several: null,
    expected: last,
  })
}

function object(
  call: ts.CallExpression,
  verb: ts.MemberName,
  chain: Chain,
  first: ts.Expression,
  constants: Constants,
): FormMatch | null {
  const comparison: Comparison = INCLUDE.has(verb.text) ? 'partial-at-the-top' : 'whole'
  const expected = expectedObject(first, constants, comparison)
  if (expected === null || NAMED.has(verb.text)) return null
  const members = [...chain.members, ...expected.members]
  return asserted(call, chain.subject, expected.test, chain.flags.has('not'), {
    whose: chain.whose,
    members,
    one: [],
    several: null,
    expected: expected.leaf,
  })
}
