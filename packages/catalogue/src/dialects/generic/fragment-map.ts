import { membersOf, spell } from './members.ts'
import { isFragment } from './texts.ts'

/** A map from fields to what is said of them, whatever the fields are called: `{ title: "can't be blank" }`. */
export function isFragmentMap(value: unknown): boolean {
  const { names, value: map } = membersOf(value)
  if (names.length === 0 || names.some(name => SPOKEN.has(spell(name)))) return false
  return names.every(name => isSaidOf(name, map[name]))
}

/** Names under which such a text is the sentence of the error. */
const SPOKEN = new Set(['message', 'msg', 'error', 'detail', 'reason', 'code'])

function isSaidOf(name: string, text: unknown): boolean {
  return typeof text === 'string' && (isFragment(text) || isFragment(withoutSubject(name, text)))
}

/** `name is required` under `name` says nothing else than `is required`. */
function withoutSubject(name: string, text: string): string {
  const [, subject = '', rest = ''] = SUBJECT.exec(text) ?? []
  return spell(subject) === spell(name) ? rest : ''
}

const SUBJECT =
  /^(?:the )?["'`]?([\w.-]+(?: [\w.-]+){0,3}?)["'`]? ((?:is|are|was|must|should|can|cannot|may|has|have|does|needs?|requires?|exceeds|contains)\b.*)$/i
