import { ts } from '../../source/compiler.ts'
import { methodCall, opaque } from '../condition.ts'
import type { Constants, Form, FormMatch, Table } from '../form.ts'

/** `TEXTS[message]`, `TEXTS.get(message)`: a table keyed by wording. */
export const lookup: Form = {
  name: 'lookup',
  find: (node, constants) => indexed(node, constants) ?? got(node, constants),
}

function indexed(node: ts.Node, constants: Constants): FormMatch | null {
  if (!ts.isElementAccessExpression(node) || constants.text(node.argumentExpression) !== null) return null
  const table = constants.table(node.expression)
  return table === null
    ? opaque('lookup', node, node.argumentExpression)
    : matchOf(node, node.argumentExpression, table)
}

function got(node: ts.Node, constants: Constants): FormMatch | null {
  const found = methodCall(node, ['get'])
  const [argument] = found?.call.arguments ?? []
  if (found === null || argument === undefined) return null
  const table = constants.table(found.on)
  return table === null ? null : matchOf(found.call, argument, table)
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
