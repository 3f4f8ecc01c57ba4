import type { Handed } from '../clients/client.ts'
import { ts } from '../source/compiler.ts'
import { functionOf, isAccess, keyOf, nameText, outer } from './syntax.ts'
import type { Tracer } from './tracer.ts'
import type { FunctionNode } from './values.ts'

/**
 * Whether all that a function makes with what its library gives it is returned where it is made: `return
 * rejectWithValue(…)`, and `rejectWithValue` is handed to nobody.
 */
export function isReturnedAtOnce(
  t: Tracer,
  fn: FunctionNode,
  { parameter, member }: NonNullable<Handed['madeBy']>,
): boolean {
  const given = fn.parameters[parameter]
  if (fn.parameters.some(one => one.dotDotDotToken !== undefined)) return false
  if (given === undefined) return true
  if (ts.isIdentifier(given.name)) return usesOf(t, given.name).every(use => isAskedFor(use, fn, member))
  if (!ts.isObjectBindingPattern(given.name)) return false
  return given.name.elements.every(element => {
    if (element.dotDotDotToken !== undefined) return false
    if (nameText(element.propertyName ?? element.name) !== member) return true
    return ts.isIdentifier(element.name) && usesOf(t, element.name).every(use => isReturned(outer(use), fn))
  })
}

function usesOf(t: Tracer, name: ts.Identifier): readonly ts.Identifier[] {
  return t.project.declarationOf(name)?.references ?? []
}

// thunkApi.dispatch(…), return thunkApi.rejectWithValue(…)
function isAskedFor(use: ts.Identifier, fn: FunctionNode, member: string): boolean {
  const access = outer(use).parent
  if (!isAccess(access) || access.expression !== outer(use)) return false
  const key = keyOf(access)
  return key !== null && (key !== member || isReturned(outer(access), fn))
}

function isReturned(callee: ts.Expression, fn: FunctionNode): boolean {
  const call = callee.parent
  if (!ts.isCallExpression(call) || call.expression !== callee || functionOf(call) !== fn) return false
  let at: ts.Expression = outer(call)
  while (ts.isConditionalExpression(at.parent) && at.parent.condition !== at) at = outer(at.parent)
  return ts.isReturnStatement(at.parent) || at.parent === fn
}
