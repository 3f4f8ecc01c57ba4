import { ts } from '../../source/compiler.ts'
import { comparedWithUnknown } from '../condition.ts'
import type { Form, Label } from '../form.ts'

/** `switch (message) { case 'Loan not found': … }`: the labels become codes, the clauses stay as they are. */
export const switchForm: Form = {
  name: 'switch',
  find: (node, constants) => {
    // The clauses of `switch (true)` are conditions, each found by its own form.
    if (!ts.isSwitchStatement(node) || node.expression.kind === ts.SyntaxKind.TrueKeyword) return null
    const labels: Label[] = []
    let body = 0
    for (const clause of node.caseBlock.clauses) {
      if (ts.isCaseClause(clause)) {
        const text = constants.text(clause.expression)
        if (text === null) return comparedWithUnknown('switch', node, node.expression)
        labels.push({ text, node: clause.expression, entry: clause, place: 'case', answer: String(body) })
      }
      // A clause without a statement of its own falls into the next one: one question with several labels.
      if (clause.statements.length > 0) body += 1
    }
    if (labels.length === 0) return null
    return { form: 'switch', node, tested: node.expression, question: { kind: 'labels', labels } }
  },
}
