import { conditionsRound } from '../../detect/narrow.ts'
import { inner, isAccess, keyOf } from '../../detect/syntax.ts'
import type { Tracer } from '../../detect/tracer.ts'
import { type Reaching, type Request, stepsOf } from '../../detect/values.ts'
import type { ClientModel } from '../../clients/client.ts'
import { ts } from '../../source/compiler.ts'

/** Whether the body of a success comes in the same way: then a look at the status has to tell them apart. */
export function mixesSuccess({
  client,
  request,
}: {
  readonly client: ClientModel
  readonly request: Request
}): boolean {
  if (client.settlesEither === true) return request.failed !== true
  return Object.values(client.places).some(place => place.successWhen !== undefined)
}

/** Tests that hold for a wording of the catalogue, with the requests whose answers they ask. */
export type WordingTests = ReadonlyMap<ts.Node, readonly Request[]>

const NO_TESTS: WordingTests = new Map()

/** Whether a body is known to be that of a failure where it is read, or somewhere on its way there. */
export function isKnownFailure(
  t: Tracer,
  node: ts.Node,
  reaching: Reaching,
  request: Request,
  tests: WordingTests = NO_TESTS,
): boolean {
  const way = [node, ...stepsOf(reaching.trail).map(({ at }) => at)]
  const says = (condition: ts.Expression, holds: boolean) =>
    saysFailure(t, condition, holds, request) || isMet(condition, holds, request, tests)
  return way.some(at => conditionsRound(at).some(({ condition, holds }) => says(condition, holds)))
}

// body.message === 'Loan not found' is said of no success.
function isMet(condition: ts.Expression, holds: boolean, request: Request, tests: WordingTests): boolean {
  const node = inner(condition)
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
    return isMet(node.operand, !holds, request, tests)
  }
  if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken
    const and = kind === ts.SyntaxKind.AmpersandAmpersandToken
    if (and || kind === ts.SyntaxKind.BarBarToken) {
      const sides = [node.left, node.right].map(side => isMet(side, holds, request, tests))
      return and === holds ? sides.includes(true) : !sides.includes(false)
    }
    if (holds === isDenial(kind)) return false
  } else if (!holds) return false
  return tests.get(node)?.some(({ call }) => call !== null && call === request.call) ?? false
}

function isDenial(kind: ts.SyntaxKind): boolean {
  return kind === ts.SyntaxKind.ExclamationEqualsEqualsToken || kind === ts.SyntaxKind.ExclamationEqualsToken
}

function saysFailure(t: Tracer, condition: ts.Expression, holds: boolean, request: Request): boolean {
  const node = inner(condition)
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
    return saysFailure(t, node.operand, !holds, request)
  }
  if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken
    const and = kind === ts.SyntaxKind.AmpersandAmpersandToken
    if (and || kind === ts.SyntaxKind.BarBarToken) {
      const sides = [node.left, node.right].map(side => saysFailure(t, side, holds, request))
      // `a && b` that holds says both; that it does not hold, only that one of them fails.
      return and === holds ? sides.includes(true) : !sides.includes(false)
    }
    return isFailedStatus(t, node, holds, request)
  }
  return !holds && isAccess(node) && isMemberOf(t, node, request, key => key === 'ok')
}

// response.status >= 400
function isFailedStatus(
  t: Tracer,
  { left, operatorToken, right }: ts.BinaryExpression,
  holds: boolean,
  request: Request,
) {
  const status = inner(left)
  if (!ts.isNumericLiteral(inner(right))) return false
  const number = Number(inner(right).getText())
  const isOfAnswer = isAccess(status)
    ? isMemberOf(t, status, request, key => key === 'status' || key === 'statusCode')
    : isStatusOf(t, status, request)
  if (!isOfAnswer) return false
  switch (operatorToken.kind) {
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
    case ts.SyntaxKind.EqualsEqualsToken:
      return holds === number >= 400
    case ts.SyntaxKind.ExclamationEqualsEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsToken:
      return holds === number < 400
    case ts.SyntaxKind.GreaterThanEqualsToken:
    case ts.SyntaxKind.GreaterThanToken:
      return holds && number >= 299
    case ts.SyntaxKind.LessThanToken:
    case ts.SyntaxKind.LessThanEqualsToken:
      return !holds && number >= 299 && number <= 400
    default:
      return false
  }
}

// const { statusCode, body } = await request(…)
function isStatusOf(t: Tracer, node: ts.Expression, request: Request): boolean {
  if (!ts.isIdentifier(node)) return false
  return t
    .evaluate(node, null)
    .some(({ value }) => value.kind === 'plain' && value.status?.request.call === request.call)
}

function isMemberOf(
  t: Tracer,
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  request: Request,
  isMeant: (key: string) => boolean,
): boolean {
  const key = keyOf(node)
  if (key === null || !isMeant(key)) return false
  return t
    .evaluate(node.expression, null)
    .some(({ value }) => value.kind === 'place' && value.request.call === request.call)
}
