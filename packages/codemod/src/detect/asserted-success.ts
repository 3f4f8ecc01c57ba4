import { ts } from '../source/compiler.ts'
import { functionOf, inner, isAccess, keyOf } from './syntax.ts'
import type { Tracer } from './tracer.ts'
import type { Request } from './values.ts'

const STATUS = new Set(['status', 'statusCode'])

/** Whether the test round a node asserts that this request went well: `expect(response.status).toBe(200)`. */
export function isAssertedSuccess(t: Tracer, node: ts.Node, request: Request): boolean {
  const body = functionOf(node)?.body
  if (body === undefined || request.call === null) return false
  return statusReads(t, body).some(
    ({ owner, code }) =>
      code < 400 &&
      t.evaluate(owner, null).some(({ value }) => value.kind === 'place' && value.request.call === request.call),
  )
}

interface StatusRead {
  readonly owner: ts.Expression
  readonly code: number
}

function statusReads(t: Tracer, body: ts.Node): readonly StatusRead[] {
  return t.remember(body, 'asserted-statuses', () => {
    const found: StatusRead[] = []
    const visit = (node: ts.Node): void => {
      const read = ts.isCallExpression(node) ? statusRead(node) : null
      if (read !== null) found.push(read)
      ts.forEachChild(node, visit)
    }
    visit(body)
    return found
  })
}

// expect(x.status).toBe(200), expect(x.status).to.equal(200), assert.equal(x.status, 200)
function statusRead(call: ts.CallExpression): StatusRead | null {
  const code = call.arguments.find(ts.isNumericLiteral)
  if (code === undefined || /\bnot\b|notEqual|notStrictEqual/.test(call.expression.getText())) return null
  const owner = [call.arguments[0], call.arguments[1], expected(call)].map(statusOwner).find(one => one !== null)
  return owner === undefined || owner === null ? null : { owner, code: Number(code.text) }
}

function expected(call: ts.CallExpression): ts.Expression | undefined {
  let at: ts.Expression = call.expression
  while (ts.isPropertyAccessExpression(at)) at = at.expression
  return ts.isCallExpression(at) && at.expression.getText() === 'expect' ? at.arguments[0] : undefined
}

function statusOwner(node: ts.Expression | undefined): ts.Expression | null {
  const at = node === undefined ? undefined : inner(node)
  return at !== undefined && isAccess(at) && STATUS.has(keyOf(at) ?? '') ? at.expression : null
}
