import { ts } from '../../source/compiler.ts'
import { bare, comparedWithUnknown, methodCall } from '../condition.ts'
import type { Constants, Form, FormMatch, Table } from '../form.ts'

/** `TEXTS[message]`, `TEXTS.get(message)`, `message in TEXTS`: a table keyed by wording. */
export const lookup: Form = {
  name: 'lookup',
  find: (node, constants) =>
    indexed(node, constants) ?? called(node, constants) ?? isKeyIn(node, constants) ?? ownKey(node, constants),
}

function indexed(node: ts.Node, constants: Constants): FormMatch | null {
  if (!ts.isElementAccessExpression(node) || constants.text(node.argumentExpression) !== null) return null
  return inTable(node, node.argumentExpression, node.expression, constants)
}

function called(node: ts.Node, constants: Constants): FormMatch | null {
  const found = methodCall(node, ['get', 'has', 'hasOwnProperty'])
  const [argument, more] = found?.call.arguments ?? []
  if (found === null || argument === undefined || more !== undefined) return null
  const table = constants.table(found.on)
  if (table !== null) return matchOf(found.call, argument, table)
  // Of a list or a set the one-of form speaks.
  return found.name === 'get' && constants.text(argument) === null
    ? comparedWithUnknown('lookup', found.call, argument)
    : null
}

// message in TEXTS
function isKeyIn(node: ts.Node, constants: Constants): FormMatch | null {
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.InKeyword) return null
  if (constants.text(node.left) !== null) return null
  return inTable(node, node.left, node.right, constants)
}

// Object.hasOwn(TEXTS, message), Object.prototype.hasOwnProperty.call(TEXTS, message)
function ownKey(node: ts.Node, constants: Constants): FormMatch | null {
  const found = methodCall(node, ['hasOwn', 'call', 'has'])
  const [table, key] = found?.call.arguments ?? []
  if (found === null || table === undefined || key === undefined || constants.text(key) !== null) return null
  const on = found.on.getText()
  const isOwn =
    found.name === 'hasOwn' ? on === 'Object' : found.name === 'has' ? on === 'Reflect' : /\bhasOwnProperty$/.test(on)
  return isOwn ? inTable(found.call, key, table, constants) : null
}

function inTable(
  node: ts.Expression,
  tested: ts.Expression,
  held: ts.Expression,
  constants: Constants,
): FormMatch | null {
  const table = constants.table(bare(held))
  return table === null ? comparedWithUnknown('lookup', node, tested) : matchOf(node, tested, table)
}

function matchOf(node: ts.Node, tested: ts.Expression, table: Table): FormMatch | null {
  if (table.keys.length === 0) return null
  const labels = table.keys.map(key => ({
    text: key.text,
    node: key.node,
    entry: key.entry,
    place: 'key' as const,
    answer: valueText(key.entry),
  }))
  return { form: 'lookup', node, tested, question: { kind: 'labels', labels } }
}

function valueText(entry: ts.Node): string | null {
  if (ts.isPropertyAssignment(entry)) return entry.initializer.getText()
  return ts.isArrayLiteralExpression(entry) ? (entry.elements[1]?.getText() ?? null) : null
}
