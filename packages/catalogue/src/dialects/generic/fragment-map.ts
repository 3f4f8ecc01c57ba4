import { membersOf, spell } from './members.ts'
import { isFragment } from './texts.ts'

/** A map from fields to what is said of them, whatever the fields are called: `{ title: "can't be blank" }`. */
export function isFragmentMap(value: unknown): boolean {
  const { names, value: map } = membersOf(value)
  if (names.length === 0 || names.some(name => SPOKEN.has(spell(name)))) return false
  return names.every(name => typeof map[name] === 'string' && isFragment(map[name]))
}

/** Names under which such a text is the sentence of the error. */
const SPOKEN = new Set(['message', 'msg', 'error', 'detail', 'reason', 'code'])
