import { ts } from '../source/compiler.ts'
import { isTargetOf } from './assignments.ts'
import { inner, isAccess, keyOf, nameText, outer } from './syntax.ts'
import type { Tracer } from './tracer.ts'
import { type ClassNode, type Flow, type FunctionNode, one, union, unknown, type Value } from './values.ts'

/** What a method is to its callers: a decorator, or somebody who writes to the prototype, may put another in its place. */
export function methodFlow(t: Tracer, method: FunctionNode, self: Value | null): Flow {
  const own = one({ kind: 'function', node: method, env: null, self })
  const decorators = ts.canHaveDecorators(method) ? (ts.getDecorators(method) ?? []) : []
  const strange = decorators.find(decorator => !onlyMarks(t, decorator))
  if (strange !== undefined) return unknown('hook', strange)
  const name = nameText(method.name)
  return name !== null && ts.isClassLike(method.parent) ? union(own, ...putInPlaceOf(t, method.parent, name)) : own
}

// Their decorators of methods say when a method is called, or watch over it: what it throws comes through.
const MARKING = ['@angular/core', '@nestjs/common', 'mobx']

function onlyMarks(t: Tracer, { expression }: ts.Decorator): boolean {
  const made = inner(expression)
  const flow = t.evaluate(ts.isCallExpression(made) ? made.expression : made, null)
  return flow.length > 0 && flow.every(({ value }) => value.kind === 'external' && MARKING.includes(value.module ?? ''))
}

// Loans.prototype.open = async function (id) { … }
function putInPlaceOf(t: Tracer, node: ClassNode, name: string): readonly Flow[] {
  const declaration = node.name === undefined ? null : t.project.declarationOf(node.name)
  return (declaration?.references ?? []).flatMap(id => {
    const prototype = outer(id).parent
    if (!isAccess(prototype) || keyOf(prototype) !== 'prototype') return []
    const member = outer(prototype).parent
    if (!isAccess(member) || keyOf(member) !== name) return []
    const written = isTargetOf(member)
    if (written === null) return []
    return [written.value === null ? unknown('assigned-elsewhere', member) : t.evaluate(written.value, null)]
  })
}
