import type { TextTest } from '@problemshift/catalogue'
import { ts } from '../../source/compiler.ts'
import { comparedWithUnknown, comparison, condition, methodCall, nothingOfCall } from '../condition.ts'
import type { Constants, Form, FormMatch } from '../form.ts'
import { cutOf } from './cut.ts'

/** `message.startsWith('Loan ')`, and what is cut off its front: `message.slice(0, 5) === 'Loan '`, `message[0] === 'L'`. */
export const starts: Form = {
  name: 'starts',
  find: (node, constants) =>
    edgeCall('starts', 'startsWith', '0', node, constants) ?? edgeCut('starts', node, constants),
}

/** `message.endsWith(' not found')`, `message.slice(-10) === ' not found'`. */
export const ends: Form = {
  name: 'ends',
  find: (node, constants) => edgeCall('ends', 'endsWith', null, node, constants) ?? edgeCut('ends', node, constants),
}

type Edge = 'starts' | 'ends'

function edgeCall(
  edge: Edge,
  method: string,
  whole: string | null,
  node: ts.Node,
  constants: Constants,
): FormMatch | null {
  const found = methodCall(node, [method])
  const [argument, at] = found?.call.arguments ?? []
  if (found === null || argument === undefined) return null
  const text = constants.text(argument)
  const { call, on } = found
  if (text === null) return comparedWithUnknown(edge, call, on, constants.pieces(argument))
  const test: TextTest = { kind: edge, text }
  // `startsWith('x', 5)` asks about another place.
  if (at !== undefined && at.getText() !== whole) {
    return { form: edge, node: call, tested: on, question: { kind: 'kept', reason: 'value-extracted', test } }
  }
  return condition({ form: edge, node: call, tested: on, test, onNothing: nothingOfCall(call) })
}

// message.slice(0, 5) === 'Loan '
function edgeCut(edge: Edge, node: ts.Node, constants: Constants): FormMatch | null {
  if (!ts.isBinaryExpression(node)) return null
  const says = comparison(node.operatorToken.kind)
  if (says === null) return null
  for (const [side, other] of [
    [node.left, node.right],
    [node.right, node.left],
  ] as const) {
    const cut = cutOf(side)
    const text = cut?.edge === edge ? constants.text(other) : null
    if (cut === null || text === null || text === '') continue
    const test = cut.test(text)
    if (test === null) continue
    if (test === 'extracted') {
      const about: TextTest = { kind: 'contains', text }
      return { form: edge, node, tested: cut.on, question: { kind: 'kept', reason: 'value-extracted', test: about } }
    }
    const negated = says === 'unequal'
    const onNothing = cut.stops ? negated : 'throws'
    return condition({ form: edge, node, tested: cut.on, test, negated, onNothing })
  }
  return null
}
