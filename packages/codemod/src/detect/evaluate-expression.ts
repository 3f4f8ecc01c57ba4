import { calledOn } from './given-by-library.ts'
import { awaited } from './values.ts'
import { joined } from './joined-texts.ts'
import { typeFlow } from './type-flow.ts'
import { ts } from '../source/compiler.ts'
import { isTargetOf } from './assignments.ts'
import { memberOfThis } from './class-member.ts'
import { evaluateCall, evaluateNew } from './evaluate-call.ts'
import { evaluateIdentifier } from './evaluate-name.ts'
import { givenByEffect } from './redux-saga.ts'
import { type Access, functionOf, inner, isAccess, isFunctionNode, keyOf, rootOf } from './syntax.ts'
import { isInsideOf, writesByOthers, writtenAs } from './member-writes.ts'
import type { Tracer } from './tracer.ts'
import { ABSENT, each, type Env, type Flow, NOTHING, NUMBER, one, PLAIN, through, union, unknown } from './values.ts'

/** What an expression can hold: the whole step table of the language, one line a kind. */
export function evaluateExpression(t: Tracer, node: ts.Expression, env: Env | null): Flow {
  return literalFlow(node, env) ?? operatorFlow(t, node, env) ?? referenceFlow(t, node, env) ?? unknown('syntax', node)
}

function literalFlow(node: ts.Expression, env: Env | null): Flow | null {
  if (ts.isStringLiteralLike(node)) return one({ kind: 'text', text: node.text })
  if (ts.isObjectLiteralExpression(node)) return one({ kind: 'object', node, env })
  if (ts.isArrayLiteralExpression(node)) return one({ kind: 'array', node, env })
  if (ts.isClassExpression(node)) return one({ kind: 'class', node, env })
  if (isFunctionNode(node)) return one({ kind: 'function', node, env, self: null })
  switch (node.kind) {
    case ts.SyntaxKind.NumericLiteral:
      return NUMBER
    case ts.SyntaxKind.NullKeyword:
    case ts.SyntaxKind.VoidExpression:
      return ABSENT
    case ts.SyntaxKind.BigIntLiteral:
    case ts.SyntaxKind.TrueKeyword:
    case ts.SyntaxKind.FalseKeyword:
    case ts.SyntaxKind.RegularExpressionLiteral:
    case ts.SyntaxKind.TypeOfExpression:
    case ts.SyntaxKind.DeleteExpression:
    case ts.SyntaxKind.PrefixUnaryExpression:
    case ts.SyntaxKind.PostfixUnaryExpression:
    case ts.SyntaxKind.JsxElement:
    case ts.SyntaxKind.JsxSelfClosingElement:
    case ts.SyntaxKind.JsxFragment:
      return PLAIN
  }
  return null
}

function operatorFlow(t: Tracer, node: ts.Expression, env: Env | null): Flow | null {
  if (ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)) return castFlow(t, node, env)
  if (ts.isParenthesizedExpression(node) || ts.isSatisfiesExpression(node) || ts.isNonNullExpression(node)) {
    return t.evaluate(node.expression, env)
  }
  if (ts.isAwaitExpression(node)) return through(awaited(t.evaluate(node.expression, env)), node, 'await')
  if (ts.isYieldExpression(node)) return givenByEffect(t, node, env)
  if (ts.isConditionalExpression(node)) return union(t.evaluate(node.whenTrue, env), t.evaluate(node.whenFalse, env))
  if (ts.isBinaryExpression(node)) return binaryFlow(t, node, env)
  if (ts.isTemplateExpression(node)) return templateFlow(t, node, env)
  return null
}

function referenceFlow(t: Tracer, node: ts.Expression, env: Env | null): Flow | null {
  if (ts.isIdentifier(node)) return evaluateIdentifier(t, node, env)
  if (isAccess(node)) return accessFlow(t, node, env)
  if (ts.isCallExpression(node)) return evaluateCall(t, node, env)
  if (ts.isNewExpression(node)) return evaluateNew(t, node, env)
  return null
}

// A cast is the author's word: it is taken where the value itself could not be followed.
function castFlow(t: Tracer, node: ts.AsExpression | ts.TypeAssertion, env: Env | null): Flow {
  const flow = t.evaluate(node.expression, env)
  if (!flow.some(({ value }) => value.kind === 'unknown')) return flow
  const place = typeFlow(t, node.type)
  return place === null ? flow : through(place, node, 'cast')
}

function binaryFlow(t: Tracer, node: ts.BinaryExpression, env: Env | null): Flow {
  const left = () => t.evaluate(node.left, env)
  const right = () => t.evaluate(node.right, env)
  switch (node.operatorToken.kind) {
    case ts.SyntaxKind.QuestionQuestionToken:
    case ts.SyntaxKind.BarBarToken:
      return union(
        left().filter(({ value }) => value.kind !== 'absent'),
        right(),
      )
    case ts.SyntaxKind.AmpersandAmpersandToken:
      return union(right(), ABSENT)
    case ts.SyntaxKind.CommaToken:
    case ts.SyntaxKind.EqualsToken:
      return right()
    case ts.SyntaxKind.PlusToken:
      return joined(node, [left(), right()])
    case ts.SyntaxKind.QuestionQuestionEqualsToken:
    case ts.SyntaxKind.BarBarEqualsToken:
      return union(left(), right())
  }
  return PLAIN
}

function templateFlow(t: Tracer, node: ts.TemplateExpression, env: Env | null): Flow {
  const parts: Flow[] = [one({ kind: 'text', text: node.head.text })]
  for (const span of node.templateSpans) {
    parts.push(t.evaluate(span.expression, env), one({ kind: 'text', text: span.literal.text }))
  }
  return joined(node, parts)
}

function accessFlow(t: Tracer, node: Access, env: Env | null): Flow {
  const key = keyOf(node) ?? constantKey(t, node, env)
  if (key === null) return unknown('dynamic-key', node)
  if (node.expression.kind === ts.SyntaxKind.ThisKeyword) return thisFlow(t, node, key)
  const owner = t.evaluate(node.expression, env)
  const read = through(
    each(owner, value => t.memberOf(value, key, node)),
    node,
    `.${key}`,
  )
  return union(read, writtenOver(t, node, env))
}

function constantKey(t: Tracer, node: Access, env: Env | null): string | null {
  if (!ts.isElementAccessExpression(node)) return null
  const flow = t.evaluate(node.argumentExpression, env)
  const [only] = flow
  return flow.length === 1 && only?.value.kind === 'text' ? only.value.text : null
}

function thisFlow(t: Tracer, node: Access, key: string): Flow {
  for (let at: ts.Node = node; at.parent !== undefined; at = at.parent) {
    if (ts.isClassLike(at.parent)) return through(memberOfThis(t, at.parent, key, node), node, `this.${key}`)
    if (ts.isFunctionExpression(at)) return thisOfCallback(t, at, key, node)
    if (ts.isFunctionDeclaration(at)) break
  }
  return unknown('field-of-class', node)
}

// request.onload = function () { this.responseText }
function thisOfCallback(t: Tracer, fn: ts.FunctionExpression, key: string, node: Access): Flow {
  const owner = calledOn(t, fn)
  return owner === null ? unknown('field-of-class', node) : each(owner, value => t.memberOf(value, key, node))
}

// `error.message = …` anywhere on the same variable means that the read may give that instead, and so does who it is given to.
function writtenOver(t: Tracer, node: Access, env: Env | null): Flow {
  const root = rootOf(node)
  if (root === null) return NOTHING
  const declaration = t.project.declarationOf(root)
  if (declaration === null || declaration.kind === 'import') return NOTHING
  const chain = chainText(node)
  const flows = declaration.references.map(id => {
    if (id === root) return NOTHING
    const access = accessOf(id, chain)
    if (access === null) return NOTHING
    const written = isTargetOf(access)
    if (written === null) return NOTHING
    if (written.value === null) return unknown('assigned-elsewhere', access)
    if (isInsideOf(node, written.value)) return NOTHING
    return functionOf(access) === functionOf(declaration.id) || env === null
      ? t.evaluate(written.value, env)
      : unknown('assigned-elsewhere', access)
  })
  const isFirst = inner(node.expression) === root
  return union(...flows, isFirst ? writtenAs(writesByOthers(t, declaration), keyOf(node) ?? '*') : NOTHING)
}

function chainText(node: Access): string {
  const names: string[] = []
  let at: ts.Expression = node
  while (isAccess(at)) {
    names.unshift(keyOf(at) ?? '*')
    at = inner(at.expression)
  }
  return names.join('.')
}

function accessOf(id: ts.Identifier, chain: string): Access | null {
  let at: ts.Node = id
  const names: string[] = []
  for (;;) {
    const parent: ts.Node = at.parent
    if (ts.isParenthesizedExpression(parent) || ts.isNonNullExpression(parent) || ts.isAsExpression(parent)) {
      at = parent
      continue
    }
    if (!isAccess(parent) || parent.expression !== at) return null
    names.push(keyOf(parent) ?? '*')
    if (names.join('.') === chain) return parent
    at = parent
  }
}
