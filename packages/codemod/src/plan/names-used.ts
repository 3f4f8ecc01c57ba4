import { readsIn } from '../detect/detect.ts'
import type { Tracer } from '../detect/tracer.ts'
import type { Declaration } from '../source/bindings.ts'
import type { ts } from '../source/compiler.ts'
import type { Unit } from '../source/project.ts'
import type { Splice } from './splice.ts'
import { textSource } from './text-source.ts'

/** Where a name is used for something else than a test. */
export function shownUses(t: Tracer, unit: Unit, declaration: Declaration): readonly ts.Identifier[] {
  const tested = t.remember(unit, 'tested-names', () => {
    return new Set([...readsIn(t, unit)].map(match => textSource(t, match.tested)))
  })
  return declaration.references.filter(id => !tested.has(id))
}

export function groupOf(unit: Unit, declaration: Declaration): string {
  return `${unit.file}:${declaration.id.getStart()}`
}

export function renameSplices(file: string, declaration: Declaration, name: string): readonly Splice[] {
  if (name === declaration.name) return []
  return [{ file, start: declaration.id.getStart(), end: declaration.id.end, text: name }]
}
