import { inner, isAccess, isFallback, isFunctionNode, keyOf, operandsOf } from '../../detect/syntax.ts'
import type { Tracer } from '../../detect/tracer.ts'
import { isWrite } from '../../plan/names.ts'
import { ts } from '../../source/compiler.ts'
import { mayBeBody } from './may-be-body.ts'

// A test asks for a piece of it, and has a decision of its own; a promise only hands it on.
const ASKS =
  /^(?:includes|startsWith|endsWith|indexOf|lastIndexOf|search|match|matchAll|test|exec|has|get|localeCompare|parse|reject|resolve)$/

/**
 * What is handed to somebody who takes a text, or cannot be followed: `show(text)`, `new Error(text)`, `<p>{text}</p>`,
 * `'Sorry: ' + text`.
 */
export function handedOver(t: Tracer, node: ts.Node): readonly ts.Expression[] {
  if (ts.isJsxExpression(node)) return node.expression === undefined ? [] : [inner(node.expression)]
  if (ts.isBinaryExpression(node)) {
    return node.operatorToken.kind === ts.SyntaxKind.PlusToken ? [inner(node.left), inner(node.right)] : []
  }
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return []
  const callee = inner(node.expression)
  if (ASKS.test((isAccess(callee) ? keyOf(callee) : callee.getText()) ?? '') || isOwnFunction(t, callee)) return []
  return (node.arguments ?? []).flatMap(eitherOf)
}

// new Error(text || 'The library is closed')
function eitherOf(node: ts.Expression): readonly ts.Expression[] {
  const at = inner(node)
  return ts.isBinaryExpression(at) && isFallback(at) ? operandsOf(at, at.operatorToken.kind).map(inner) : [at]
}

// What a function of the client's own does with a text is seen there.
function isOwnFunction(t: Tracer, callee: ts.Expression): boolean {
  const node = ts.isIdentifier(callee) ? t.project.declarationOf(callee)?.node : undefined
  if (node === undefined) return false
  if (isFunctionNode(node) || ts.isClassLike(node) || isOfAnotherFile(node)) return true
  return ts.isVariableDeclaration(node) && node.initializer !== undefined && isFunctionNode(inner(node.initializer))
}

function isOfAnotherFile(node: ts.Node): boolean {
  let at = node
  while (ts.isImportSpecifier(at) || ts.isNamedImports(at) || ts.isImportClause(at)) at = at.parent
  return ts.isImportDeclaration(at) && /^['"]\./.test(at.moduleSpecifier.getText())
}

/** Whether an expression may be a body that was read as a text, by its names or by those of what it was given. */
export function mayHoldText(t: Tracer, node: ts.Expression, depth = 0): boolean {
  const at = inner(node)
  if (SPEAKS.test(at.getText()) && mayBeBody(t, at)) return true
  const declaration = ts.isIdentifier(at) && depth < FARTHEST ? t.project.declarationOf(at) : null
  if (declaration === null || !ts.isVariableDeclaration(declaration.node)) return false
  const { initializer } = declaration.node
  const written = declaration.references
    .filter(isWrite)
    .flatMap(({ parent }) => (ts.isBinaryExpression(parent) ? [parent.right] : []))
  const given = [...(initializer === undefined ? [] : [initializer]), ...written]
  const isText = SPEAKS.test(at.getText())
  return given.some(one => mayHoldText(t, one, depth + 1) || (isText && mayBeBody(t, one)))
}

const FARTHEST = 3
const SPEAKS = /te?xt|mess|msg|reason|detail|sentence/i

/** Whether what is written there is called a text: `const message = error.response.data`. */
export function isCalledText(node: ts.Expression): boolean {
  return ts.isIdentifier(node) && SPEAKS.test(node.text)
}
