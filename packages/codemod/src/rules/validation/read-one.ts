import { type Access, isAccess, keyOf, outer } from '../../detect/syntax.ts'
import { notationOf } from './field-places.ts'
import { choose, isTyped, kept, type Look, moved, type Use } from './held.ts'
import { usePath } from './path-use.ts'

/** `error.details.field`: the one field that an error is about. */
export function readOne(look: Look, holder: Access, says: string | null): Use | null {
  const access = outer(holder).parent
  if (!isAccess(access) || access.expression !== outer(holder)) return null
  const key = keyOf(access)
  const isOne = look.places.some(
    ({ shape, members }) => shape === 'one' && members.path.some(names => names.join('.') === key),
  )
  if (!isOne) return null
  const chosen = choose(look, ['one'])
  if (typeof chosen === 'string') return kept(access, chosen)
  if (says === null) return kept(access, 'flow-not-rewritable')
  const spelling = { whole: isTyped(look.unit) ? '' : null, notation: notationOf(chosen) }
  const edits = usePath(look, access, spelling, `${says}?.[0]?.path`)
  return typeof edits === 'string' ? kept(access, edits) : moved(access, edits)
}
