import { type Access, rootOf } from '../../detect/syntax.ts'
import type { Tracer } from '../../detect/tracer.ts'
import { allMeanTheSame } from '../../plan/names.ts'
import { bodyUnder } from '../../plan/body-under.ts'
import { elementOfBody } from '../../plan/read-name.ts'
import { doesMore, rootsOf } from '../../plan/text-source.ts'
import { ts } from '../../source/compiler.ts'

/** How a member of the body is spelled where something inside it is read; `null` where the body is not at hand there. */
export function memberOfBody(t: Tracer, node: Access, member: string): string | null {
  const body = bodyUnder(t, node)
  if (body !== null) return `${body.holder.getText()}${body.link.questionDotToken === undefined ? '.' : '?.'}${member}`
  const root = rootOf(node)
  const declaration = root === null ? null : t.project.declarationOf(root)
  if (declaration === null || declaration.again.length > 0) return null
  const found = behindName(t, declaration.node)
  if (found === null || doesMore(found.holder)) return null
  // The name held something inside the body; what it was read from has to mean the same here.
  const unit = t.project.unitOf(node)
  if (t.project.unitOf(declaration.id) !== unit) return null
  if (!allMeanTheSame(unit, [declaration, ...rootsOf(t, found.holder)], node)) return null
  return `${found.holder.getText()}${found.isOptional ? '?.' : '.'}${member}`
}

interface Behind {
  readonly holder: ts.Expression
  readonly isOptional: boolean
}

// const { error } = failure.response.data
function behindName(t: Tracer, node: ts.Node): Behind | null {
  if (ts.isBindingElement(node)) {
    const pattern = elementOfBody(t, node)?.pattern
    const owner = pattern?.parent
    const isPlain = owner !== undefined && ts.isVariableDeclaration(owner) && owner.initializer !== undefined
    return isPlain && owner.initializer !== undefined ? { holder: owner.initializer, isOptional: false } : null
  }
  return null
}
