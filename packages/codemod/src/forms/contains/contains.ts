import { ts } from '../../source/compiler.ts'
import { comparedWithUnknown, condition, methodCall, nothingOfCall, speaksOfText } from '../condition.ts'
import type { Constants, Form, FormMatch } from '../form.ts'
import { positionTest, testOfPosition } from '../position.ts'

/** `message.includes('not found')`, and `indexOf` compared with -1 or 0. */
export const contains: Form = {
  name: 'contains',
  find: (node, constants) => includesCall(node, constants) ?? position(node, constants),
}

function includesCall(node: ts.Node, constants: Constants): FormMatch | null {
  const found = methodCall(node, ['includes'])
  const [argument, from] = found?.call.arguments ?? []
  if (found === null || argument === undefined || isListLike(found.on, constants)) return null
  const text = constants.text(argument)
  if (text === null) return partlyKnown(found.call, found.on, argument, constants)
  const test = { kind: 'contains', text } as const
  if (from !== undefined && from.getText() !== '0') return extracted(found.call, found.on, text)
  const onNothing = nothingOfCall(found.call)
  return condition({ form: 'contains', node: found.call, tested: found.on, test, onNothing })
}

// message.includes(`Copy ${copy}`)
function partlyKnown(
  call: ts.Node,
  on: ts.Expression,
  argument: ts.Expression,
  constants: Constants,
): FormMatch | null {
  const pieces = constants.pieces(argument)
  return pieces === null && !speaksOfText(on) ? null : comparedWithUnknown('contains', call, on, pieces)
}

function extracted(node: ts.Node, tested: ts.Expression, text: string): FormMatch {
  const test = { kind: 'contains', text } as const
  return { form: 'contains', node, tested, question: { kind: 'kept', reason: 'value-extracted', test } }
}

// A known list of texts asks the other way round: that is the one-of form.
function isListLike(on: ts.Expression, constants: Constants): boolean {
  return ts.isArrayLiteralExpression(on) || constants.texts(on) !== null
}

function position(node: ts.Node, constants: Constants): FormMatch | null {
  const found = methodCall(node, ['indexOf', 'lastIndexOf'])
  const [argument, from] = found?.call.arguments ?? []
  if (found === null || argument === undefined || isListLike(found.on, constants)) return null
  const text = constants.text(argument)
  if (text === null) return partlyKnown(found.call, found.on, argument, constants)
  const asked = positionTest(found.call)
  const whole = { kind: 'contains', text } as const
  const start = { kind: 'starts', text } as const
  const isLast = found.name === 'lastIndexOf'
  // `lastIndexOf(text, 0)` can find it at the start only; any other start position leaves a part of the text out.
  const atStart = from !== undefined && isLast && from.getText() === '0'
  if (asked === null || (from !== undefined && !atStart && (isLast || from.getText() !== '0'))) {
    return extracted(found.call, found.on, text)
  }
  if (isLast && !atStart && asked.asks !== 'found') return extracted(found.call, found.on, text)
  const { node: whereAsked, negated, onNothing } = asked
  const isStart = atStart || asked.asks === 'at-start'
  const test = atStart ? start : testOfPosition(asked.asks, whole, start)
  if (atStart && asked.asks === 'behind-start') return extracted(found.call, found.on, text)
  const form = isStart ? 'starts' : 'contains'
  return condition({ form, node: whereAsked, tested: found.on, test, negated, onNothing })
}
