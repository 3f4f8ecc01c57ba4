import type { TextTest } from '@problemshift/catalogue'
import { ts } from '../../source/compiler.ts'
import {
  bare,
  comparedWithUnknown,
  condition,
  isAskedForTruth,
  methodCall,
  type OnNothing,
  speaksOfText,
} from '../condition.ts'
import { contains } from '../contains/contains.ts'
import { ends, starts } from '../edges/edges.ts'
import { equality } from '../equality/equality.ts'
import type { Condition, Constants, Form, FormMatch } from '../form.ts'
import { positionTest } from '../position.ts'
import { regex } from '../regex/regex.ts'

/** `['Loan not found', …].includes(message)`, a set's `has`, and `TEXTS.some(text => message.includes(text))`. */
export const oneOf: Form = {
  name: 'one-of',
  find: (node, constants) => listed(node, constants) ?? indexed(node, constants) ?? anyOf(node, constants),
}

function listed(node: ts.Node, constants: Constants): FormMatch | null {
  const found = methodCall(node, ['includes', 'has'])
  const [argument, more] = found?.call.arguments ?? []
  if (found === null || argument === undefined || more !== undefined) return null
  const texts = constants.texts(found.on)
  // A map that has the text is a table: what it gives for it is the answer.
  if (texts === null && constants.table(found.on) !== null) return null
  if (texts === null) {
    const isAskedOf = constants.text(argument) !== null || speaksOfText(found.on)
    return isAskedOf ? null : comparedWithUnknown('one-of', found.call, argument)
  }
  if (texts.length === 0) return null
  return condition({
    form: 'one-of',
    node: found.call,
    tested: argument,
    test: { kind: 'one-of', texts },
    onNothing: false,
  })
}

function indexed(node: ts.Node, constants: Constants): FormMatch | null {
  const found = methodCall(node, ['indexOf'])
  const [argument, more] = found?.call.arguments ?? []
  if (found === null || argument === undefined || more !== undefined) return null
  const texts = constants.texts(found.on)
  if (texts === null || texts.length === 0) return null
  const asked = positionTest(found.call)
  const test = { kind: 'one-of', texts } as const
  if (asked === null || asked.asks !== 'found') {
    const question = { kind: 'kept', reason: 'value-extracted', test } as const
    return { form: 'one-of', node: found.call, tested: argument, question }
  }
  const { node: at, negated } = asked
  return condition({ form: 'one-of', node: at, tested: argument, test, negated, onNothing: negated })
}

const ASKS: readonly Form[] = [starts, ends, equality, contains, regex]

/** `LIST.some(one => …)` asks for each element what the callback asks of it; `every` with a negated question likewise. */
function anyOf(node: ts.Node, constants: Constants): FormMatch | null {
  const found = methodCall(node, ['some', 'every', 'find', 'findIndex', 'filter'])
  const [callback, more] = found?.call.arguments ?? []
  if (found === null || callback === undefined || more !== undefined) return null
  const asked = bodyOf(callback)
  const elements = constants.elements(found.on)
  if (asked === null || elements === null || elements.length === 0) return null
  const each = elements.map(element => askOf(asked, element, constants))
  const [first] = each
  if (first === undefined || first === null) return null
  const tests: TextTest[] = []
  for (const one of each) {
    if (one === null || one.question.negated !== first.question.negated) return null
    tests.push(one.question.test)
  }
  const { name, call } = found
  const { negated, failsOnNothing } = first.question
  const test: TextTest = { kind: 'or', tests }
  // The first text that fits is never empty here: to find one says as much as there being one.
  const isFind = name === 'find' && isAskedForTruth(call) && elements.every(element => constants.text(element) !== '')
  if ((name !== 'some' && name !== 'every' && !isFind) || negated !== (name === 'every')) {
    const question = { kind: 'kept', reason: 'value-extracted', test } as const
    return { form: 'one-of', node: call, tested: first.tested, question, inside: callback }
  }
  const onNothing: OnNothing = failsOnNothing ? negated : !negated
  const match = condition({
    form: 'one-of',
    node: call,
    tested: first.tested,
    test,
    negated,
    onNothing,
    isBoolean: !isFind,
  })
  return { ...match, inside: callback }
}

interface AskedBody {
  readonly parameter: ts.Identifier
  readonly body: ts.Expression
}

// One parameter, and one expression that it gives.
function bodyOf(callback: ts.Expression): AskedBody | null {
  if (!ts.isArrowFunction(callback) && !ts.isFunctionExpression(callback)) return null
  const [parameter, more] = callback.parameters
  if (parameter === undefined || more !== undefined || !ts.isIdentifier(parameter.name)) return null
  const { body } = callback
  if (!ts.isBlock(body)) return { parameter: parameter.name, body }
  const [only, another] = body.statements
  if (only === undefined || another !== undefined || !ts.isReturnStatement(only)) return null
  return only.expression === undefined ? null : { parameter: parameter.name, body: only.expression }
}

type ConditionMatch = FormMatch & { readonly question: Condition }

/** What the callback asks when it is given one element. */
function askOf({ parameter, body }: AskedBody, element: ts.Expression, constants: Constants): ConditionMatch | null {
  const means = (node: ts.Expression) => {
    const at = bare(node)
    return ts.isIdentifier(at) && constants.isSame(at, parameter)
  }
  const given: Constants = {
    ...constants,
    text: node =>
      means(node) ? constants.text(element) : (changed(node, means, element, constants) ?? constants.text(node)),
    regex: node => constants.regex(means(node) ? element : node),
  }
  for (const at of conditionsIn(body)) {
    for (const form of ASKS) {
      const match = form.find(at, given)
      if (match === null) continue
      const { question } = match
      if (question.kind !== 'condition' || bare(match.node as ts.Expression) !== bare(body)) return null
      return { ...match, question }
    }
  }
  return null
}

// `!message.includes(text)` and `message.indexOf(text) !== -1`: the form looks at the call or the comparison inside.
function conditionsIn(body: ts.Expression): readonly ts.Node[] {
  const found: ts.Node[] = []
  const visit = (node: ts.Node): void => {
    found.push(node)
    ts.forEachChild(node, visit)
  }
  visit(body)
  return found
}

// message.toLowerCase().includes(text.toLowerCase())
function changed(
  node: ts.Expression,
  means: (node: ts.Expression) => boolean,
  element: ts.Expression,
  constants: Constants,
): string | null {
  const found = methodCall(bare(node), ['toLowerCase', 'toUpperCase', 'trim'])
  if (found === null || !means(found.on)) return null
  const text = constants.text(element)
  if (text === null) return null
  return found.name === 'trim' ? text.trim() : found.name === 'toLowerCase' ? text.toLowerCase() : text.toUpperCase()
}
