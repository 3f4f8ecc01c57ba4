import { ts } from '../source/compiler.ts'
import { isAccess, keyOf, nameText, outer } from './syntax.ts'
import type { Tracer } from './tracer.ts'
import { ABSENT, type Flow, NOTHING, PLAIN, union, unknown, type Value } from './values.ts'

/** The action of one reducer of a slice: its payload is what the action creator is called with, anywhere. */
export function ownAction(t: Tracer, slice: ts.CallExpression, name: string): Value {
  const payload = () => t.deeper(slice, () => payloadOf(t, slice, name))
  return { kind: 'record', at: slice, is: 'action', member: key => (key === 'payload' ? payload() : PLAIN) }
}

function payloadOf(t: Tracer, slice: ts.CallExpression, name: string): Flow {
  const holder = outer(slice).parent
  const id = ts.isVariableDeclaration(holder) && ts.isIdentifier(holder.name) ? holder.name : null
  return id === null ? unknown('parameter-callers', slice) : overUses(t, id, use => calledFromSlice(t, use, name))
}

function overUses(t: Tracer, id: ts.Identifier, ask: (use: ts.Identifier) => Flow): Flow {
  const declaration = t.project.declarationOf(id)
  const uses = declaration === null ? null : t.usesOf(declaration)
  return uses === null ? unknown('parameter-callers', id) : union(...uses.map(ask))
}

const HARMLESS = new Set(['reducer', 'name', 'reducerPath', 'getInitialState', 'selectors'])

function calledFromSlice(t: Tracer, use: ts.Identifier, name: string): Flow {
  const access = outer(use).parent
  if (ts.isExportAssignment(access) || ts.isTypeQueryNode(access)) return NOTHING
  const key = isAccess(access) ? keyOf(access) : null
  if (key !== null && HARMLESS.has(key)) return NOTHING
  if (key !== 'actions' || !isAccess(access)) return unknown('parameter-callers', use)
  const { parent } = outer(access)
  if (isAccess(parent)) return keyOf(parent) === name ? calledBy(t, outer(parent)) : NOTHING
  if (!ts.isVariableDeclaration(parent) || !ts.isObjectBindingPattern(parent.name))
    return unknown('parameter-callers', use)
  return union(...parent.name.elements.map(element => calledFromElement(t, element, name)))
}

// export const { loginFailed } = authSlice.actions
function calledFromElement(t: Tracer, element: ts.BindingElement, name: string): Flow {
  if (element.dotDotDotToken !== undefined || !ts.isIdentifier(element.name)) return unknown('spread', element)
  if (nameText(element.propertyName ?? element.name) !== name) return NOTHING
  return overUses(t, element.name, use => calledBy(t, outer(use)))
}

function calledBy(t: Tracer, creator: ts.Expression): Flow {
  const call = creator.parent
  if (ts.isExportAssignment(call) || ts.isExportSpecifier(call) || ts.isTypeQueryNode(call)) return NOTHING
  if (!ts.isCallExpression(call) || call.expression !== creator) return unknown('parameter-callers', creator)
  const [payload] = call.arguments
  if (payload === undefined) return ABSENT
  return ts.isSpreadElement(payload) ? unknown('spread', payload) : t.evaluate(payload, null)
}
