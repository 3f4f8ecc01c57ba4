import type { MessageRead } from '../detect/message-read.ts'
import { type Condition, conditionsRound } from '../detect/narrow.ts'
import { functionOf, inner, isAccess, isFunctionNode, keyOf } from '../detect/syntax.ts'
import type { Tracer } from '../detect/tracer.ts'
import { type Flow, PASSED, stepsOf } from '../detect/values.ts'
import { placeOf } from '../clients/clients.ts'
import { ts } from '../source/compiler.ts'
import { type Atom, atomsOf, holdsOneOf } from './guard-conditions.ts'

/** What stands under conditions: a test of a wording, or another read of a v1 body. */
export interface GuardedRead extends Pick<MessageRead, 'unit' | 'sorted'> {
  readonly match: { readonly node: ts.Node }
}

/** A condition on the way from the body to the test: `if (body.error) throw new Error(body.error)`. */
export interface WayAtom extends Atom {
  /** Whether an error of the API is known to have come where it is asked. */
  readonly afterFailure: boolean
}

/** Every condition that decides whether the wording goes on, beside those that stand round the test itself. */
export function atomsOnTheWay(t: Tracer, read: GuardedRead, tested: ReadonlySet<ts.Node>): readonly WayAtom[] {
  const round = new Set(conditionsRound(read.match.node).map(({ condition }) => condition))
  const conditions = new Map<ts.Expression, Condition>()
  for (const { trail } of read.sorted.wording) {
    for (const node of handingOn(t, trail === null ? [] : stepsOf(trail))) {
      for (const one of conditionsRound(node)) {
        if (!round.has(one.condition) && isKeptRound(node, one)) conditions.set(one.condition, one)
      }
    }
  }
  return [...conditions.values()].flatMap(({ condition, holds }) => {
    const ofOther = !holds && holdsOneOf(condition, tested)
    const afterFailure = isAfterFailure(t, condition)
    return atomsOf(condition, holds).map(atom => ({
      ...atom,
      ofOther,
      afterFailure: afterFailure || isAfterFailure(t, atom.atom),
    }))
  })
}

type Steps = ReturnType<typeof stepsOf>

// What goes on inside of a helper that only gives the text has no say: the code is read past it.
function handingOn(t: Tracer, steps: Steps): readonly ts.Node[] {
  const past = new Set<ts.Node>()
  let isText = true
  for (const { at, step } of steps) {
    isText &&= TEXTUAL.has(step) || !/^[.[]|^(?:await|catch|throw|rejects|resolves|parameter)$/.test(step)
    if (!isText || step !== 'call' || !ts.isCallExpression(at)) continue
    for (const { value } of t.callMethodValues(at, null)) if (value.kind === 'function') past.add(value.node)
  }
  return steps.flatMap(({ at }) => (isInside(at, past) ? [] : [at]))
}

const TEXTUAL = new Set(['variable', 'assignment', 'template', PASSED])

function isInside(node: ts.Node, functions: ReadonlySet<ts.Node>): boolean {
  for (let at: ts.Node | null = node; at !== null; at = functionOf(at)) if (functions.has(at)) return true
  return false
}

// A choice in the expression that is read stays round the code; one round what carries it decides on its own.
function isKeptRound(node: ts.Node, { reached, condition }: Condition): boolean {
  if (ts.isIfStatement(condition.parent)) return true
  for (let at = node; at !== reached; at = at.parent) {
    if (carries(at)) return true
    if (at.parent === undefined) return false
  }
  return carries(reached)
}

function carries(node: ts.Node): boolean {
  return (
    ts.isObjectLiteralExpression(node) ||
    ts.isCallExpression(node) ||
    ts.isNewExpression(node) ||
    ts.isStatement(node) ||
    isFunctionNode(node)
  )
}

/** Whether a node is asked only where a request has failed. */
function isAfterFailure(t: Tracer, node: ts.Expression): boolean {
  return conditionsRound(node).some(({ condition, holds }) => saysFailure(t, condition, holds)) || isOfFailure(t, node)
}

function saysFailure(t: Tracer, condition: ts.Expression, holds: boolean): boolean {
  return atomsOf(condition, holds).some(({ atom, mustBe }) => {
    const node = inner(atom)
    if (isAccess(node)) return mustBe === false && isSuccessFlag(t, node)
    return mustBe === true && ts.isBinaryExpression(node) && asksForErrorStatus(node)
  })
}

function isSuccessFlag(t: Tracer, node: ts.PropertyAccessExpression | ts.ElementAccessExpression): boolean {
  const key = keyOf(node)
  const owner = t.evaluate(node.expression, null)
  const isFlag = key !== null && owner.length > 0
  return isFlag && owner.every(({ value }) => value.kind === 'place' && placeOf(value).successWhen?.[key] !== undefined)
}

// response.status >= 400, response.status === 403
function asksForErrorStatus(node: ts.BinaryExpression): boolean {
  const left = inner(node.left)
  if (!isAccess(left) || !/^status(?:Code)?$/.test(keyOf(left) ?? '') || !ts.isNumericLiteral(node.right)) return false
  const status = Number(node.right.text)
  switch (node.operatorToken.kind) {
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
    case ts.SyntaxKind.EqualsEqualsToken:
    case ts.SyntaxKind.GreaterThanEqualsToken:
      return status >= 400
    case ts.SyntaxKind.GreaterThanToken:
      return status >= 399
  }
  return false
}

// error.response?.data?.message of an error that the client library rejected with; a body that was thrown.
function isOfFailure(t: Tracer, node: ts.Expression): boolean {
  let found = false
  const visit = (child: ts.Node): void => {
    if (found || isFunctionNode(child)) return
    if (ts.isIdentifier(child) && isFailed(t.evaluate(child, null))) found = true
    else ts.forEachChild(child, visit)
  }
  visit(node)
  return found
}

function isFailed(flow: Flow): boolean {
  return flow.some(({ value, trail }) => {
    if (value.kind === 'place') return placeOf(value).error === true
    if (value.kind !== 'body' && value.kind !== 'raw') return false
    return stepsOf(trail).some(({ step }) => step === 'throw' || step === 'catch')
  })
}
