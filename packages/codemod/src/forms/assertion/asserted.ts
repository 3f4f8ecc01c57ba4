import type { TextTest } from '@problemshift/catalogue'
import type { ts } from '../../source/compiler.ts'
import type { Asserted, AssertedEdit, FormMatch } from '../form.ts'

/** A match of this form. */
export function asserted(
  node: ts.Node,
  tested: ts.Expression,
  test: TextTest,
  negated: boolean,
  said: Asserted,
): FormMatch {
  // What asks for a piece of a text fails where there is none, also when the piece must not be there.
  const failsOnNothing = !negated || test.kind === 'equals'
  return {
    form: 'assertion',
    node,
    tested,
    question: { kind: 'condition', test, negated, failsOnNothing },
    asserted: said,
  }
}

/** What becomes of the bytes from one node to another. */
export function edit(from: ts.Node, to: ts.Node, text: string): AssertedEdit {
  return { start: from.getStart(), end: to.end, text }
}
