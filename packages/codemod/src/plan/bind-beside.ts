import { nameText } from '../detect/syntax.ts'
import type { Tracer } from '../detect/tracer.ts'
import type { Declaration } from '../source/bindings.ts'
import type { ts } from '../source/compiler.ts'
import { freeName } from './names.ts'
import { elementOfBody } from './read-name.ts'
import type { Splice } from './splice.ts'

/** A name for a member of the body, bound beside one for a part of it. */
export interface Beside {
  readonly name: string
  readonly splice: Splice
}

/** `const { error } = await response.json()` → `const { error, code } = …`; `null` where the name is bound otherwise. */
export function bindBeside(
  t: Tracer,
  declaration: Declaration,
  bound: ts.BindingElement,
  { member, names }: { readonly member: string; readonly names: readonly string[] },
): Beside | 'name-taken' | null {
  const found = elementOfBody(t, bound)
  if (found === null || found.element !== bound) return null
  const { elements } = found.pattern
  if (elements.some(one => one.dotDotDotToken !== undefined)) return null
  if (elements.some(one => nameText(one.propertyName ?? one.name) === member)) return 'name-taken'
  const unit = t.project.unitOf(bound)
  const name = freeName(unit, declaration, names)
  if (name === null) return 'name-taken'
  const text = name === member ? `, ${name}` : `, ${member}: ${name}`
  return { name, splice: { file: unit.file, start: bound.end, end: bound.end, text } }
}
