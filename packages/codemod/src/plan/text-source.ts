import { placeOf } from '../clients/clients.ts'
import { plainValue } from '../detect/sort-flow.ts'
import { inner, nameText } from '../detect/syntax.ts'
import type { Tracer } from '../detect/tracer.ts'
import type { Flow, Value } from '../detect/values.ts'
import type { Declaration } from '../source/bindings.ts'
import { ts } from '../source/compiler.ts'

const TEXT_METHODS = new Set(['trim', 'trimStart', 'trimEnd', 'toLowerCase', 'toUpperCase', 'toString', 'replace'])

/** The expression that a text comes from, under string methods, `String(…)`, and fallbacks of the client's own. */
export function textSource(t: Tracer, expression: ts.Expression): ts.Expression {
  let at = inner(expression)
  for (;;) {
    const next = oneDown(t, at)
    if (next === null) return at
    at = inner(next)
  }
}

function oneDown(t: Tracer, node: ts.Expression): ts.Expression | null {
  if (ts.isCallExpression(node)) {
    const callee = inner(node.expression)
    if (ts.isPropertyAccessExpression(callee) && TEXT_METHODS.has(callee.name.text)) {
      return isText(t.evaluate(callee.expression, null)) ? callee.expression : null
    }
    const isString = ts.isIdentifier(callee) && callee.text === 'String' && t.project.declarationOf(callee) === null
    return isString ? (node.arguments[0] ?? null) : null
  }
  if (ts.isTemplateExpression(node)) {
    const [only, more] = node.templateSpans
    return only !== undefined && more === undefined ? only.expression : null
  }
  if (!ts.isBinaryExpression(node)) return null
  const { kind } = node.operatorToken
  const falls = kind === ts.SyntaxKind.BarBarToken || kind === ts.SyntaxKind.QuestionQuestionToken
  return falls && !hasWording(t.evaluate(node.right, null)) ? node.left : null
}

function isText(flow: Flow): boolean {
  return flow.every(({ value }) => value.kind !== 'object' && value.kind !== 'function' && value.kind !== 'instance')
}

/** Whether some value is wording of the API. */
export function hasWording(flow: Flow): boolean {
  return flow.some(({ value }) => isWording(plainValue(value)))
}

function isWording(value: Value): boolean {
  return value.kind === 'loose' || ((value.kind === 'body' || value.kind === 'raw') && !value.success)
}

/** Whether some value is a whole body that was read as text. */
export function hasRaw(flow: Flow): boolean {
  return flow.some(({ value }) => plainValue(value).kind === 'raw')
}

/** Whether some value is a wording that was cut out of its body: no code can be read where it is. */
export function isCutLoose(flow: Flow): boolean {
  return flow.some(({ value }) => plainValue(value).kind === 'loose')
}

/** Whether all that can be here is the body of an error, or nothing. */
export function isBody(flow: Flow): boolean {
  const bodies = flow.filter(({ value }) => value.kind === 'body')
  if (bodies.length === 0) return false
  return flow.every(({ value }) => {
    if (value.kind === 'body') return value.path.length === 0 && !value.success
    // Where a body may also be a text, the text has no code.
    if (value.kind === 'raw') return true
    // What stands in for a body (`.catch(() => ({}))`) has no code either.
    return value.kind === 'absent' || value.kind === 'plain' || value.kind === 'text' || isCodeless(value)
  })
}

/** Whether a member may be read of something else than a body: of an error of the network or the platform. */
export function mayBeOfOthers(t: Tracer, node: ts.Expression): boolean {
  return t.evaluate(node, null).some(({ value }) => {
    const { kind } = plainValue(value)
    return kind !== 'body' && kind !== 'absent'
  })
}

function isCodeless(value: Value): boolean {
  if (value.kind === 'foreign') return true
  // The `code` of a library's own error is never one of ours.
  if (value.kind === 'place') return placeOf(value).closed === true
  if (value.kind !== 'object') return false
  return value.node.properties.every(property => {
    const name = nameText(property.name)
    return name !== null && name !== 'code'
  })
}

/** Whether an expression does something beyond reading. */
export function doesMore(node: ts.Node): boolean {
  if (ts.isCallExpression(node) || ts.isAwaitExpression(node) || ts.isNewExpression(node)) return true
  let more = false
  ts.forEachChild(node, child => {
    more ||= doesMore(child)
  })
  return more
}

/** The names that an expression uses. */
export function rootsOf(t: Tracer, node: ts.Node): readonly Declaration[] {
  const found = new Set<Declaration>()
  const visit = (child: ts.Node): void => {
    if (ts.isIdentifier(child)) {
      const declaration = t.project.declarationOf(child)
      if (declaration !== null && declaration.kind !== 'type') found.add(declaration)
    }
    ts.forEachChild(child, visit)
  }
  visit(node)
  return [...found]
}
