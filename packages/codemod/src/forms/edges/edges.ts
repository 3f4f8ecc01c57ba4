import type { TextTest } from '@problemshift/catalogue'
import { ts } from '../../source/compiler.ts'
import { comparedWithUnknown, comparison, condition, methodCall, nothingOfCall } from '../condition.ts'
import type { Constants, Form, FormMatch } from '../form.ts'

/** `message.startsWith('Loan ')`, `message.slice(0, 5) === 'Loan '`. */
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
  if (text === null) return comparedWithUnknown(edge, call, on)
  const test: TextTest = { kind: edge, text }
  // `startsWith('x', 5)` asks about another place.
  if (at !== undefined && at.getText() !== whole) {
    return { form: edge, node: call, tested: on, question: { kind: 'kept', reason: 'value-extracted', test } }
  }
  return condition({ form: edge, node: call, tested: on, test, onNothing: nothingOfCall(call) })
}

// message.slice(0, 5) === 'Loan ': the text is as long as what was cut off.
function edgeCut(edge: Edge, node: ts.Node, constants: Constants): FormMatch | null {
  if (!ts.isBinaryExpression(node)) return null
  const says = comparison(node.operatorToken.kind)
  if (says === null) return null
  for (const [cut, other] of [
    [node.left, node.right],
    [node.right, node.left],
  ] as const) {
    const found = cutAt(edge, cut)
    const text = found === null ? null : constants.text(other)
    if (found === null || text === null || text === '') continue
    const test: TextTest = { kind: edge, text }
    // A cut of another length than the text is never the text: who wrote that meant something else.
    if (found.length !== text.length) {
      return { form: edge, node, tested: found.on, question: { kind: 'kept', reason: 'value-extracted', test } }
    }
    const negated = says === 'unequal'
    const onNothing = found.stops ? negated : 'throws'
    return condition({ form: edge, node, tested: found.on, test, negated, onNothing })
  }
  return null
}

interface Cut {
  readonly on: ts.Expression
  readonly length: number
  readonly stops: boolean
}

function cutAt(edge: Edge, node: ts.Expression): Cut | null {
  if (ts.isParenthesizedExpression(node)) return cutAt(edge, node.expression)
  const stops = (node.flags & ts.NodeFlags.OptionalChain) !== 0
  const found = methodCall(node, ['slice', 'substring', 'substr', 'charAt'])
  if (found === null) return null
  const [from, to] = found.call.arguments.map(argument => argument.getText())
  if (edge === 'ends') {
    const length = found.name === 'slice' && to === undefined ? /^-(\d+)$/.exec(from ?? '')?.[1] : undefined
    return length === undefined ? null : { on: found.on, length: Number(length), stops }
  }
  if (from !== '0') return null
  if (found.name === 'charAt') return { on: found.on, length: 1, stops }
  return /^\d+$/.test(to ?? '') ? { on: found.on, length: Number(to), stops } : null
}
