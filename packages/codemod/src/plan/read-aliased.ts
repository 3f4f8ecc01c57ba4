import { type Access, inner, isAccess } from '../detect/syntax.ts'
import type { Tracer } from '../detect/tracer.ts'
import type { Declaration } from '../source/bindings.ts'
import { ts } from '../source/compiler.ts'
import { type CodeRead, kept } from './code-read.ts'
import { bindBeside } from './bind-beside.ts'
import { allMeanTheSame, codeNames, isWrite } from './names.ts'
import { codeOfAccess, throwsInV2 } from './body-under.ts'
import { rootsOf } from './text-source.ts'

/**
 * `const problem = error.response?.data?.error; problem?.message`: a name for a part of the v1 body. The code lies in the
 * body itself, so it is read there. `null` where the name stands for something else.
 */
export function readAliased(t: Tracer, node: Access, at: ts.Node): CodeRead | null {
  const id = inner(node.expression)
  const declaration = ts.isIdentifier(id) ? t.project.declarationOf(id) : null
  if (declaration === null || declaration.again.length > 0 || declaration.references.some(isWrite)) return null
  const { node: bound } = declaration
  if (ts.isBindingElement(bound)) return readBeside(t, declaration, bound)
  const held = ts.isVariableDeclaration(bound) && bound.initializer !== undefined ? inner(bound.initializer) : null
  const code = held !== null && isAccess(held) && !throwsInV2(t, held) ? codeOfAccess(t, held) : null
  if (held === null || code === null) return null
  const roots = rootsOf(t, held)
  if (!allMeanTheSame(t.project.unitOf(node), roots, at)) return kept('flow-not-rewritable', node)
  return { outcome: 'read', code, once: false, roots, edits: [], shown: null, groups: [] }
}

// const { error } = await response.json(): the code is bound beside it.
function readBeside(t: Tracer, declaration: Declaration, bound: ts.BindingElement): CodeRead | null {
  const beside = bindBeside(t, declaration, bound, { member: t.codeMember, names: codeNames(t) })
  if (beside === null) return null
  if (beside === 'name-taken') return kept('name-taken', bound)
  return { outcome: 'read', code: beside.name, once: false, roots: [], edits: [beside.splice], shown: null, groups: [] }
}

/** The read of the code where a name for a part of the body is asked for: `if (problem && …)`. */
export function codeOfAlias(t: Tracer, node: ts.Expression): string | null {
  const declaration = ts.isIdentifier(node) ? t.project.declarationOf(node) : null
  const bound = declaration?.node
  if (declaration === null || bound === undefined || declaration.references.some(isWrite)) return null
  const held = ts.isVariableDeclaration(bound) && bound.initializer !== undefined ? inner(bound.initializer) : null
  if (held === null || !isAccess(held) || !allMeanTheSame(t.project.unitOf(node), rootsOf(t, held), node)) return null
  return throwsInV2(t, held) ? null : codeOfAccess(t, held)
}
