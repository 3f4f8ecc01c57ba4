import { functionOf, inner, isAccess, isFunctionNode, keyOf, nameText, outer } from '../../detect/syntax.ts'
import type { Tracer } from '../../detect/tracer.ts'
import { ts } from '../../source/compiler.ts'
import type { Replayed } from './replayed.ts'

/** Whether what looks like an answer is one that a test replays; a row of a table or an expected value looks the same. */
export type Position = 'replayed' | 'perhaps' | 'other'

/** Where an answer stands tells whether somebody gets it as one. */
export function positionOf(t: Tracer, { node }: Replayed): Position {
  if (isExpected(node)) return 'other'
  if (!ts.isObjectLiteralExpression(node) && !ts.isArrayLiteralExpression(node)) return 'replayed'
  if (ts.isObjectLiteralExpression(node) && looksLikeResponse(node)) return 'replayed'
  return isHandedOut(t, node, 0) ? 'replayed' : 'perhaps'
}

const MATCHERS = /^(?:expect\b|assert\b|should\b|chai\b|t\.(?:is|deepEqual|like|same|equal)|sinon\.assert)|\.should\b/

/** `expect(answer).toEqual({ status: 404, … })`: what a test expects is nothing that it replays. */
function isExpected(node: ts.Node): boolean {
  for (let at = node; at.parent !== undefined && !ts.isStatement(at); at = at.parent) {
    const { parent } = at
    if (!ts.isCallExpression(parent) || parent.expression === at) continue
    const callee = inner(parent.expression)
    // What is handed to `expect` itself goes into what is tested.
    if (MATCHERS.test(callee.getText()) && (isAccess(callee) || callee.getText() !== 'expect')) return true
    if (isAccess(callee) && /^(?:calledWith\w*|each)$/.test(keyOf(callee) ?? '')) return true
  }
  return false
}

const TELLS = /^(?:ok|statusText|isAxiosError|headers|config|json|clone)$/

// A body that is given by a method, or the company of an answer's other members.
function looksLikeResponse(node: ts.ObjectLiteralExpression): boolean {
  return node.properties.some(property => {
    const name = nameText(property.name) ?? ''
    if (TELLS.test(name)) return true
    if (name !== 'text') return false
    return ts.isMethodDeclaration(property) || (ts.isPropertyAssignment(property) && givesText(property.initializer))
  })
}

function givesText(node: ts.Expression): boolean {
  const at = inner(node)
  return isFunctionNode(at) || ts.isCallExpression(at)
}

const REPLAYS =
  /^(?:mock\w*|resolves|rejects|returns|yields\w*|callsFake|throws|reply\w*|respond\w*|fulfill|intercept|route|stub\w*|fn|once|resolve|reject|get|post|put|patch|delete|all|any|use|then\w+)$/
const SERVES = /mock|stub|fake|respon|reply|answer|serv|fetch|http|request|intercept|adapter/i
const PASSES = /^(?:Promise\.(?:resolve|reject)|Object\.(?:assign|freeze)|structuredClone)$/
const FARTHEST = 6

/** Whether an expression comes to something that answers with it. */
function isHandedOut(t: Tracer, node: ts.Expression, depth: number): boolean {
  if (depth > FARTHEST) return false
  const at = outer(node)
  const { parent } = at
  const on = (next: ts.Expression) => isHandedOut(t, next, depth + 1)
  if (ts.isPropertyAssignment(parent)) return nameText(parent.name) === 'response' || on(parent.parent)
  if (ts.isShorthandPropertyAssignment(parent)) return parent.name.text === 'response' || on(parent.parent)
  if (ts.isArrayLiteralExpression(parent) || ts.isAwaitExpression(parent)) return on(parent)
  if (ts.isConditionalExpression(parent) && parent.condition !== at) return on(parent)
  if (ts.isThrowStatement(parent)) return true
  if (ts.isCallExpression(parent)) return parent.expression !== at && isTakenBy(parent, on)
  if (ts.isNewExpression(parent)) return /(?:Response|Error)$/.test(parent.expression.getText())
  if (ts.isBinaryExpression(parent)) return parent.right === at && SERVES.test(parent.left.getText())
  if (ts.isVariableDeclaration(parent)) return ts.isIdentifier(parent.name) && isNameHandedOut(t, parent.name, on)
  return isGiven(at, on)
}

type On = (next: ts.Expression) => boolean

function isTakenBy(call: ts.CallExpression, on: On): boolean {
  const callee = inner(call.expression)
  if (PASSES.test(callee.getText())) return on(call)
  const name = isAccess(callee) ? keyOf(callee) : ts.isIdentifier(callee) ? callee.text : null
  return name !== null && ((isAccess(callee) && REPLAYS.test(name)) || SERVES.test(name))
}

function isNameHandedOut(t: Tracer, name: ts.Identifier, on: On): boolean {
  const declaration = t.project.declarationOf(name)
  const uses = declaration === null ? null : t.usesOf(declaration)
  return uses?.some(use => !isExpected(use) && on(use)) === true
}

// () => ({ status: 404, … }), and the same with `return`.
function isGiven(at: ts.Expression, on: On): boolean {
  const fn = ts.isReturnStatement(at.parent) ? functionOf(at.parent) : at.parent
  if (fn === null || !isFunctionNode(fn)) return false
  if (ts.isMethodDeclaration(fn) || ts.isFunctionDeclaration(fn)) return SERVES.test(fn.name?.getText() ?? '')
  if (!ts.isExpression(fn)) return false
  const holder = outer(fn).parent
  if (ts.isPropertyAssignment(holder)) return SERVES.test(holder.name.getText()) || on(fn)
  if (ts.isVariableDeclaration(holder) && SERVES.test(holder.name.getText())) return true
  return on(fn)
}
