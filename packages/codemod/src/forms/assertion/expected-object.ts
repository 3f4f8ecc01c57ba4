import type { TextTest } from '@problemshift/catalogue'
import { inner, nameText } from '../../detect/syntax.ts'
import { ts } from '../../source/compiler.ts'
import type { Constants, ExpectedMember } from '../form.ts'
import { expectedText, pattern } from './expected-text.ts'

/** The text that an object literal expects somewhere inside. */
export interface ExpectedObject {
  readonly test: TextTest
  readonly members: readonly ExpectedMember[]
  readonly leaf: ts.Expression
}

/** How an object is compared: all the way down with nothing left over, or only as far as the literal goes. */
export type Comparison = 'whole' | 'partial' | 'partial-at-the-top'

// Where several members expect a text, the one that is called so is the wording.
const LIKELY = ['message', 'msg', 'detail', 'reason', 'description', 'error', 'title', 'text']

/** Finds the expected wording in an object literal, or in `expect.objectContaining({…})`. */
export function expectedObject(
  node: ts.Expression,
  constants: Constants,
  comparison: Comparison,
  regexes = false,
): ExpectedObject | null {
  const found = textsIn(node, constants, comparison, regexes)
  const rank = ({ members }: ExpectedObject) => {
    const at = LIKELY.indexOf(members.at(-1)?.name ?? '')
    return at === -1 ? LIKELY.length : at
  }
  return [...found].sort((a, b) => rank(a) - rank(b))[0] ?? null
}

function textsIn(
  node: ts.Expression,
  constants: Constants,
  comparison: Comparison,
  regexes: boolean,
): readonly ExpectedObject[] {
  const containing = objectContaining(node, constants)
  if (containing !== null) return textsIn(containing, constants, 'partial-at-the-top', regexes)
  const object = inner(node)
  if (!ts.isObjectLiteralExpression(object)) return []
  return object.properties.flatMap(property => {
    const name = nameText(property.name)
    if (!ts.isPropertyAssignment(property) || name === null) return []
    const member: ExpectedMember = {
      name,
      node: property,
      whole: comparison === 'whole',
      alone: object.properties.length === 1,
    }
    const value = property.initializer
    const test = expectedText(value, constants) ?? (regexes ? pattern(value, constants) : null)
    if (test !== null) return [{ test, members: [member], leaf: value }]
    const below = comparison === 'partial' ? 'partial' : 'whole'
    return textsIn(value, constants, below, regexes).map(inside => ({
      ...inside,
      members: [member, ...inside.members],
    }))
  })
}

function objectContaining(node: ts.Expression, constants: Constants): ts.Expression | null {
  const call = inner(node)
  if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return null
  if (call.expression.name.text !== 'objectContaining') return null
  return constants.external(call.expression.expression) === null ? null : (call.arguments[0] ?? null)
}
