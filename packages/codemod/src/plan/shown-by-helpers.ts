import { conditionsRound } from '../detect/narrow.ts'
import { returnsOf } from '../detect/syntax.ts'
import type { Tracer } from '../detect/tracer.ts'
import type { Flow, FunctionNode } from '../detect/values.ts'
import { ts } from '../source/compiler.ts'
import type { CodeReader, Shown } from './code-read.ts'
import { wordingReadsIn } from './helper-way.ts'
import { hasWording, isBody } from './text-source.ts'
import type { Splice } from './splice.ts'

/**
 * `getErrorMessage(error)`, where what it gives is tested and shown: the test asks the error that went in, and the helper
 * gives what v2 shows. `null` where it cannot be made to.
 */
export function shownByHelpers(reader: CodeReader, helpers: readonly FunctionNode[]): Shown | null {
  const { t } = reader
  if (helpers.length === 0) return null
  const edits: Splice[] = []
  const groups: string[] = []
  const reads: Flow[] = []
  for (const helper of helpers) {
    groups.push(`${t.project.unitOf(helper).file}:${helper.getStart()}`)
    const given = returnsOf(helper).filter(expression => hasWording(t.evaluate(expression, null)))
    const asked = askedBefore(t, helper, given)
    if (asked.some(condition => looksIntoBody(t, condition))) return null
    for (const expression of [...given, ...asked.flatMap(condition => textsIn(t, condition))]) {
      const read = reader.readCode(expression, expression)
      if (read.outcome === 'kept' || read.shown === null || read.mixed === true) return null
      edits.push(...read.edits, ...read.shown)
      groups.push(...read.groups)
      // For whoever calls it, not only for the call that is looked at.
      reads.push(t.evaluate(expression, null), read.reads ?? [])
    }
  }
  return { edits, groups, reads: reads.flat() }
}

/** `if (error.response?.data?.message) return …`: the conditions in a helper under which it gives the wording. */
function askedBefore(t: Tracer, helper: FunctionNode, given: readonly ts.Expression[]): readonly ts.Expression[] {
  const conditions = given.flatMap(expression =>
    wordingReadsIn(t, expression)
      .flatMap(read => conditionsRound(read))
      .map(({ condition }) => condition)
      .filter(({ pos, end }) => pos >= helper.pos && end <= helper.end)
      // What stands in the expression itself moves with it.
      .filter(({ pos, end }) => pos < expression.pos || end > expression.end),
  )
  return [...new Set(conditions)]
}

// Whether there is a body at all is asked as before.
function textsIn(t: Tracer, condition: ts.Expression): readonly ts.Expression[] {
  return wordingReadsIn(t, condition).filter(read => !isBody(t.evaluate(read, null)))
}

// 'message' in error.response.data, hasText(error.response.data)
function looksIntoBody(t: Tracer, condition: ts.Node): boolean {
  const isBodyHere = (node: ts.Expression) => isBody(t.evaluate(node, null))
  if (ts.isBinaryExpression(condition) && condition.operatorToken.kind === ts.SyntaxKind.InKeyword) {
    return isBodyHere(condition.right)
  }
  if (ts.isTypeOfExpression(condition)) return isBodyHere(condition.expression)
  if (ts.isCallExpression(condition) && condition.arguments.some(isBodyHere)) return true
  return ts.forEachChild(condition, child => looksIntoBody(t, child) || undefined) ?? false
}
