import { isAccess, isFallback, outer } from '../detect/syntax.ts'
import { ts } from '../source/compiler.ts'
import { identifierAt } from './identifier-at.ts'

/**
 * The type errors of a file, each once in a row of fallbacks: `detail ?? title` says twice what was said once, and so it
 * says the fault twice that was there before.
 */
export function saidOnce(source: ts.SourceFile, diagnostics: readonly ts.Diagnostic[]): readonly ts.Diagnostic[] {
  const said = new Set<string>()
  return diagnostics.filter(({ code, start, messageText }) => {
    const row = start === undefined ? null : rowRound(source, start)
    if (row === null) return true
    const key = `${row.pos} ${code} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`
    if (said.has(key)) return false
    said.add(key)
    return true
  })
}

/** The outermost row of fallbacks that an operand starting there belongs to. */
function rowRound(source: ts.SourceFile, start: number): ts.Node | null {
  const id = identifierAt(source, start)
  let row: ts.Node | null = null
  for (let at: ts.Expression | null = id; at !== null; ) {
    const whole = outer(at)
    const { parent }: ts.Node = whole
    if (ts.isBinaryExpression(parent) && isFallback(parent)) row = parent
    at = isAccess(parent) || row === parent ? (parent as ts.Expression) : null
  }
  return row
}
