import type { TextTest } from '@problemshift/catalogue'
import { inner } from '../../detect/syntax.ts'
import { ts } from '../../source/compiler.ts'
import type { Constants } from '../form.ts'

/** What is asked of a text by what is expected in its place: a text, `expect.stringContaining(…)`, a regular expression. */
export function expectedText(node: ts.Expression, constants: Constants): TextTest | null {
  const text = constants.text(node)
  if (text !== null) return text === '' ? null : { kind: 'equals', text }
  const call = inner(node)
  if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return null
  const [argument] = call.arguments
  if (argument === undefined || constants.external(call.expression.expression) === null) return null
  switch (call.expression.name.text) {
    case 'stringContaining':
      return piece(argument, constants)
    case 'stringMatching':
      return pattern(argument, constants) ?? piece(argument, constants)
  }
  return null
}

/** A piece of the text. */
export function piece(node: ts.Expression, constants: Constants): TextTest | null {
  const text = constants.text(node)
  return text === null || text === '' ? null : { kind: 'contains', text }
}

/** A regular expression that is only asked whether it matches; one that remembers where it was is no question. */
export function pattern(node: ts.Expression, constants: Constants): TextTest | null {
  const regex = constants.regex(node)
  if (regex === null || /[gy]/.test(regex.flags)) return null
  return { kind: 'regex', source: regex.source, flags: regex.flags }
}
