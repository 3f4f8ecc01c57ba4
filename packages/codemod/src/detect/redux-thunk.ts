import { ts } from '../source/compiler.ts'
import { reduxToolkitClient } from '../clients/redux-toolkit.ts'
import { placeValue } from './place-value.ts'
import { functionOf, isFunctionNode, outer } from './syntax.ts'
import type { Tracer } from './tracer.ts'
import { type Flow, type FunctionNode, one, type Value } from './values.ts'

const DISPATCH = { client: reduxToolkitClient, place: 'dispatch' }

/** What a thunk written by hand gets, when all that is done with it is to dispatch it: `id => dispatch => …`. */
export function givenToThunk(t: Tracer, fn: FunctionNode, index: number): Flow | null {
  const name = index === 0 ? makerOf(fn) : null
  const declaration = name === null ? null : t.project.declarationOf(name)
  const uses = declaration === null ? null : t.usesOf(declaration)
  if (uses === null || uses.length === 0) return null
  const isThunk = uses.every(use => {
    const call = outer(use).parent
    if (!ts.isCallExpression(call) || call.expression !== outer(use)) return ts.isExportAssignment(call)
    return isDispatched(t, outer(call))
  })
  return isThunk ? one(placeValue(DISPATCH, null)) : null
}

function isDispatched(t: Tracer, action: ts.Expression): boolean {
  const { parent } = action
  if (!ts.isCallExpression(parent) || parent.arguments[0] !== action) return false
  const dispatch = t.evaluate(parent.expression, null)
  return dispatch.length > 0 && dispatch.every(({ value }) => isDispatch(value))
}

function isDispatch(value: Value): boolean {
  return value.kind === 'place' && value.client === DISPATCH.client && value.place === DISPATCH.place
}

// The function that gives this one: `const getMember = id => async dispatch => …`
function makerOf(fn: FunctionNode): ts.Identifier | null {
  if (!ts.isArrowFunction(fn) && !ts.isFunctionExpression(fn)) return null
  const { parent } = outer(fn)
  const maker = ts.isReturnStatement(parent) ? functionOf(parent) : parent
  if (maker === null || !isFunctionNode(maker)) return null
  if (ts.isFunctionDeclaration(maker)) return maker.name ?? null
  if (!ts.isArrowFunction(maker)) return null
  const holder = outer(maker).parent
  return ts.isVariableDeclaration(holder) && ts.isIdentifier(holder.name) ? holder.name : null
}
