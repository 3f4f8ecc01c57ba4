import { type Access, isAccess, keyOf, outer } from '../../detect/syntax.ts'
import { quoteOf } from '../../plan/print-test.ts'
import { elementOfBody } from '../../plan/read-name.ts'
import type { Splice } from '../../plan/splice.ts'
import { ts } from '../../source/compiler.ts'
import { memberOfBody } from './body-at-hand.ts'
import { choose, kept, literal, type Look, moved, replace } from './held.ts'
import type { HolderUses } from './read-holder.ts'
import { v2Path } from './v2-path.ts'

/** For a contract whose `errors` is a map from paths to texts: what was one in v1 only moves, all else has no like. */
export function readForMap(look: Look, node: Access | ts.BindingElement, member: string): HolderUses {
  const chosen = choose(look, ['list-map'])
  if (typeof chosen === 'string') {
    const reason = chosen === 'not-the-wording' ? 'no-v2-place' : chosen
    return { uses: [kept(node, reason)], shared: [] }
  }
  if (ts.isBindingElement(node)) return renamed(look, node, member)
  const says = memberOfBody(look.t, node, member)
  if (says === null) return { uses: [kept(node, 'flow-not-rewritable')], shared: [] }
  const keys = keysOf(look, node)
  if (keys === null) return { uses: [kept(node, 'field-path-unclear')], shared: [] }
  return { uses: [moved(node, [replace(look.unit, node, says), ...keys])], shared: [] }
}

function renamed(look: Look, node: ts.BindingElement, member: string): HolderUses {
  const found = elementOfBody(look.t, node)
  if (found === null || node.initializer !== undefined) return { uses: [kept(node, 'flow-not-rewritable')], shared: [] }
  const name = node.name.getText()
  const bound = name === member ? member : `${member}: ${name}`
  return { uses: [moved(node, [replace(look.unit, found.element, bound)])], shared: [] }
}

// errors['items.0.name'] → errors['items[0].name']
function keysOf(look: Look, node: Access): readonly Splice[] | null {
  const access = outer(node).parent
  if (!isAccess(access) || access.expression !== outer(node)) return []
  const key = keyOf(access)
  const [place] = look.places
  if (key === null || place === undefined) return null
  const path = v2Path(look.catalogue, place, key)
  if (path === key) return []
  if (path === 'lost' || !ts.isElementAccessExpression(access)) return null
  const written = access.argumentExpression
  return [replace(look.unit, written, literal(path ?? '', quoteOf(written)))]
}
