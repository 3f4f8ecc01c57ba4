import { heldBy, isRecord, member } from './members.ts'
import { textOf } from './texts.ts'

/** More items than these are no list that somebody would mark one by one. */
const MAX_ITEMS = 200

const KINDS = ['severity', 'level', 'category', 'messagetype', 'type'] as const
const ASIDE = /^(?:warn(?:ing)?|info(?:rmation(?:al)?)?|notice|hint|debug)$/i

/** A list of errors without the warnings and notes that some APIs put among them; all of it where it holds nothing else. */
export function withoutAsides(list: readonly unknown[]): readonly unknown[] {
  if (list.length < 2 || list.length > MAX_ITEMS || !list.some(isAside)) return list
  const errors = list.filter(item => !isAside(item))
  return errors.length === 0 ? list : errors
}

function isAside(item: unknown): boolean {
  return (
    isRecord(item) &&
    heldBy(item, KINDS).some(kind => {
      const text = textOf(member(item, kind))
      return text !== null && ASIDE.test(text)
    })
  )
}
