import { mayNameBody } from '../../detect/speaking-names.ts'
import { inner, isAccess, keyOf, outer } from '../../detect/syntax.ts'
import type { Tracer } from '../../detect/tracer.ts'
import { readSource as readText } from '../../find/source-file.ts'
import { ts } from '../../source/compiler.ts'
import { BARE } from './read-marks.ts'

// `error.message` of what was caught is a body's only where somebody throws bare bodies; asking costs a look at all that
// the `try` calls.
function isCaught(t: Tracer, owner: ts.Expression): boolean {
  const at = inner(owner)
  const declaration = ts.isIdentifier(at) ? t.project.declarationOf(at) : null
  if (declaration === null) return false
  if (declaration.kind === 'catch') return true
  return ts.isParameter(declaration.node) && settledBy(declaration.node) === 'bad'
}

/** Whether some file seems to throw the body of an answer itself. */
function rejectsWithBodies(t: Tracer): boolean {
  return t.remember(t.project, 'bare-bodies', () => {
    const files = new Set([...t.project.holding('reject'), ...t.project.holding('throw ')])
    return [...files].some(file => BARE.test(readSource(t.project.root, file)))
  })
}

function readSource(root: string, file: string): string {
  const read = readText(root, file)
  return read.outcome === 'text' ? read.source.text : ''
}

/** Whether it is worth while to ask where an expression comes from: it may be the body of an answer. */
export function mayBeBody(t: Tracer, owner: ts.Expression): boolean {
  return namesBody(t, owner) && !isOwnError(t, owner)
}

/** Whether an expression was caught in a repository in which nobody throws bare bodies: then it is none. */
export function isOwnError(t: Tracer, owner: ts.Expression): boolean {
  return isCaught(t, owner) && !rejectsWithBodies(t)
}

/** The same by its names alone, whoever threw it. */
export function namesBody(t: Tracer, owner: ts.Expression): boolean {
  const at = inner(owner)
  if (ts.isIdentifier(at)) return mayNameBody(at.text) || isAnswered(t, at)
  if (isAccess(at)) return mayNameBody(keyOf(at) ?? '') || namesBody(t, at.expression)
  return at.kind !== ts.SyntaxKind.ThisKeyword && at.kind !== ts.SyntaxKind.SuperKeyword
}

/** Whether a name was given what somebody waited for: `const loan = await response.json()`, `.then(loan => …)`. */
function isAnswered(t: Tracer, name: ts.Identifier): boolean {
  const declaration = t.project.declarationOf(name)
  if (declaration === null) return false
  const node = ts.isBindingElement(declaration.node) ? patternOwner(declaration.node) : declaration.node
  if (ts.isVariableDeclaration(node)) {
    return node.initializer !== undefined && holdsAnswer(node.initializer)
  }
  return ts.isParameter(node) && settledBy(node) !== null
}

function holdsAnswer(node: ts.Expression): boolean {
  const at = inner(node)
  if (ts.isAwaitExpression(at)) return true
  if (ts.isConditionalExpression(at)) return holdsAnswer(at.whenTrue) || holdsAnswer(at.whenFalse)
  if (ts.isBinaryExpression(at)) return holdsAnswer(at.left) || holdsAnswer(at.right)
  return (isAccess(at) || ts.isCallExpression(at)) && holdsAnswer(at.expression)
}

function patternOwner(element: ts.BindingElement): ts.Node {
  let at: ts.Node = element
  while (ts.isBindingElement(at) || ts.isObjectBindingPattern(at) || ts.isArrayBindingPattern(at)) at = at.parent
  return at
}

/** What a parameter gets of a promise, where its function is handed to `then` or `catch`. */
function settledBy({ parent }: ts.ParameterDeclaration): 'ok' | 'bad' | null {
  if (!ts.isArrowFunction(parent) && !ts.isFunctionExpression(parent)) return null
  const call = outer(parent).parent
  const callee = ts.isCallExpression(call) ? inner(call.expression) : null
  if (callee === null || !ts.isCallExpression(call) || !isAccess(callee)) return null
  if (keyOf(callee) === 'catch') return 'bad'
  if (keyOf(callee) !== 'then') return null
  return call.arguments[0] === outer(parent) ? 'ok' : 'bad'
}
