import type { Catalogue } from '@problemshift/catalogue'
import type { NamedField } from '../decide/field-answer.ts'
import type { Reason } from '../decide/reasons.ts'
import type { MessageRead } from '../detect/message-read.ts'
import type { Tracer } from '../detect/tracer.ts'
import type { ts } from '../source/compiler.ts'
import { guardEdits } from './guards.ts'
import { printField } from './print-field.ts'
import type { ItemRead } from './read-item.ts'
import type { Splice } from './splice.ts'

/** What becomes of a test of one field's wording. */
export type FieldPlan =
  | {
      readonly outcome: 'planned'
      readonly test: Splice
      readonly edits: readonly Splice[]
      /** The paths that the test asks for. */
      readonly paths: readonly string[]
    }
  | { readonly outcome: 'kept'; readonly reason: Reason }

/** Plans a test of a field's wording: it asks the same entry of `errors[]` for its code. */
export function planField(
  t: Tracer,
  read: MessageRead,
  fields: readonly NamedField[],
  item: ItemRead,
  catalogue: Catalogue,
  tested: ReadonlySet<ts.Node>,
): FieldPlan {
  if (item.outcome === 'kept') return item
  const printed = printField(read.unit.file, read.match, fields, item)
  if (printed.outcome === 'kept') return printed
  const guards = guardEdits(t, read, catalogue, tested, item)
  if (guards === null) return { outcome: 'kept', reason: 'guarded-by-v1' }
  const paths = item.path === null ? printed.paths : [item.path, ...printed.paths]
  return { outcome: 'planned', test: printed.splice, edits: [...item.edits, ...guards], paths: [...new Set(paths)] }
}
