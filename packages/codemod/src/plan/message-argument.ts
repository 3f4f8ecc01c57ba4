import { isErrorName, parentOf, superCall } from '../detect/classes.ts'
import { inner } from '../detect/syntax.ts'
import type { Tracer } from '../detect/tracer.ts'
import type { ClassNode, Value } from '../detect/values.ts'
import { ts } from '../source/compiler.ts'

/** Which argument of `new` becomes the message; -1 where that is not plain to see. */
export function messageIndex(t: Tracer, node: ClassNode | null): number {
  if (node === null) return 0
  const maker = node.members.find(ts.isConstructorDeclaration)
  const passed = indexInParent(t, node)
  if (maker === undefined || passed === -1) return passed
  return parameterPassed(t, maker, passed)
}

function indexInParent(t: Tracer, node: ClassNode): number {
  const parent = parentOf(node)
  const [base, more] = parent === null ? [] : t.evaluate(parent, null)
  return base === undefined || more !== undefined ? -1 : baseIndex(t, base.value)
}

function baseIndex(t: Tracer, value: Value): number {
  if (value.kind === 'class') return messageIndex(t, value.node)
  return value.kind === 'external' && value.module === null && isErrorName(value.path) ? 0 : -1
}

function parameterPassed(t: Tracer, maker: ts.ConstructorDeclaration, passed: number): number {
  const argument = superCall(maker)?.arguments[passed]
  const id = argument === undefined ? null : inner(argument)
  if (id === null || !ts.isIdentifier(id)) return -1
  const declaration = t.project.declarationOf(id)
  return maker.parameters.findIndex(one => one.name === declaration?.id)
}

/** What is handed to the constructor of the built-in error in a class; `null` where it is not plain to see. */
export function messageInClass(t: Tracer, node: ClassNode): ts.Expression | null {
  const maker = node.members.find(ts.isConstructorDeclaration)
  const passed = indexInParent(t, node)
  return maker === undefined || passed === -1 ? null : (superCall(maker)?.arguments[passed] ?? null)
}
