import { placeOf } from '../clients/clients.ts'
import { ts } from '../source/compiler.ts'
import { isAccess, keyOf, outer } from './syntax.ts'
import type { Tracer } from './tracer.ts'
import { type Env, type Flow, one, type Value } from './values.ts'

/** The whole body as text, where `text += chunk` puts its pieces together; `null` where it is something else. */
export function collected(t: Tracer, node: ts.BinaryExpression, env: Env | null): Flow | null {
  if (node.operatorToken.kind !== ts.SyntaxKind.PlusEqualsToken) return null
  return wholeOfPieces(t.evaluate(node.right, env))
}

/** The whole body, where a list holds nothing but the pieces that were pushed into it. */
export function collectedList(t: Tracer, list: Value): Flow | null {
  if (list.kind !== 'array' || list.node.elements.length > 0) return null
  const holder = outer(list.node).parent
  if (!ts.isVariableDeclaration(holder) || !ts.isIdentifier(holder.name)) return null
  const references = t.project.declarationOf(holder.name)?.references ?? []
  const pushes = references.flatMap(id => {
    const access = outer(id).parent
    return isAccess(access) && access.expression === outer(id) && keyOf(access) === 'push' ? [access] : []
  })
  const pushed = pushes.flatMap(access => {
    const call = outer(access).parent
    return ts.isCallExpression(call) ? [...call.arguments] : []
  })
  const flows = pushed.map(argument => wholeOfPieces(t.evaluate(argument, null)))
  const [first] = flows
  return first === undefined || flows.some(flow => flow === null) ? null : first
}

/** The whole body of something that can be iterated in pieces. */
export function wholeOf(t: Tracer, value: Value, at: ts.Node): Flow | null {
  return value.kind === 'place' ? wholeOfPieces(t.elementsOfValue(value, at)) : null
}

function wholeOfPieces(flow: Flow): Flow | null {
  const [first] = flow
  if (first?.value.kind !== 'place' || !flow.every(({ value }) => value.kind === 'place' && placeOf(value).piece)) {
    return null
  }
  const { client, request } = first.value
  return one({ kind: 'raw', client, request, success: false })
}
