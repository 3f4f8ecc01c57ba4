import { type Access, inner, isAccess } from '../detect/syntax.ts'
import type { Tracer } from '../detect/tracer.ts'
import { ts } from '../source/compiler.ts'
import { allMeanTheSame, isWrite } from './names.ts'
import { doesMore, isBody, rootsOf } from './text-source.ts'

/** The read of the code of the body that an access looks into; `null` where the body is not at hand. */
export function codeOfAccess(t: Tracer, node: Access): string | null {
  const body = bodyUnder(t, node)
  if (body === null || doesMore(body.holder)) return null
  return `${body.holder.getText()}${body.link.questionDotToken === undefined ? '.' : '?.'}${t.codeMember}`
}

/** The part of an access chain that is the body itself, and the access that stands on it. */
export function bodyUnder(t: Tracer, node: Access): { holder: ts.Expression; link: Access } | null {
  let link: Access = node
  for (;;) {
    const holder = link.expression
    if (isBody(t.evaluate(holder, null))) return { holder, link }
    const next = inner(holder)
    if (!isAccess(next)) return ts.isIdentifier(next) ? bodyBehind(t, next, node) : null
    link = next
  }
}

/** `const first = body.errors[0]`: v2 has no such list, and the name would throw before anything is read of it. */
export function throwsInV2(t: Tracer, access: Access): boolean {
  let above: Access | null = null
  for (let link = access; ; ) {
    if (isBody(t.evaluate(link.expression, null))) return above !== null && above.questionDotToken === undefined
    const next = inner(link.expression)
    if (!isAccess(next)) return link.questionDotToken === undefined
    above = link
    link = next
  }
}

// const problem = error.response?.data?.error: the body stands behind the name, and has to mean the same here.
function bodyBehind(t: Tracer, name: ts.Identifier, at: Access): { holder: ts.Expression; link: Access } | null {
  const declaration = t.project.declarationOf(name)
  if (declaration === null || declaration.again.length > 0 || declaration.references.some(isWrite)) return null
  const { node } = declaration
  if (!ts.isVariableDeclaration(node) || node.initializer === undefined) return null
  const access = inner(node.initializer)
  const body = isAccess(access) && !throwsInV2(t, access) ? bodyUnder(t, access) : null
  if (body === null || doesMore(body.holder)) return null
  const unit = t.project.unitOf(at)
  const isHere = t.project.unitOf(name) === unit && allMeanTheSame(unit, rootsOf(t, body.holder), at)
  return isHere ? body : null
}
