import type { LegacyBody } from '../wire.ts'
import type { Condition, Dialect, Trait } from './dialect.ts'
import { evidenceOf } from './generic/field-tree.ts'
import { isList, isRecord, membersOf } from './generic/members.ts'
import { isAnyReasonPhrase, isReasonPhrase } from './generic/reason-phrases.ts'
import { isSentence, isToken } from './generic/texts.ts'
import { firstAt } from './places.ts'

/** Whether the body has the signature of the dialect. */
export function claims(dialect: Dialect, value: unknown, body: LegacyBody): boolean {
  if (!dialect.kinds.includes(body.kind)) return false
  return dialect.signatures.some(conditions => conditions.every(condition => holds(condition, value, body.status)))
}

function holds({ at, is, oneOf, matches, order }: Condition, value: unknown, status: number): boolean {
  const found = at === '' ? value : firstAt(value, at)
  if (oneOf !== undefined && !oneOf.some(one => one === found)) return false
  if (matches !== undefined && !(typeof found === 'string' && matches.test(found.slice(0, 2000)))) return false
  if (order !== undefined && !isInOrder(found, order)) return false
  if (is === undefined) return true
  const traits = typeof is === 'string' ? [is] : is
  return traits.some(trait => hasTrait(found, trait, status))
}

function isInOrder(found: unknown, order: readonly string[]): boolean {
  const names = membersOf(found).names
  const places = order.map(name => names.indexOf(name))
  return places.every((place, index) => place >= 0 && (index === 0 || place > (places[index - 1] ?? -1)))
}

function hasTrait(found: unknown, trait: Trait, status: number): boolean {
  switch (trait) {
    case 'text':
      return typeof found === 'string'
    case 'sentence':
      return typeof found === 'string' && isSentence(found)
    case 'token':
      return typeof found === 'string' && isToken(found)
    case 'phrase':
      return typeof found === 'string' && (isReasonPhrase(found, status) || isAnyReasonPhrase(found))
    case 'number':
      return typeof found === 'number'
    case 'status':
      return typeof found === 'number' && found >= 400 && found < 600
    case 'boolean':
      return typeof found === 'boolean'
    case 'false':
      return found === false
    case 'object':
      return isRecord(found)
    case 'list':
      return isList(found)
    case 'texts':
      return isList(found) && found.length > 0 && found.slice(0, 20).every(one => typeof one === 'string')
    case 'map':
      return isRecord(found) && evidenceOf(found) !== 'none'
    case 'map of lists':
      return isRecord(found) && evidenceOf(found) === 'strong'
    case 'any':
      return found !== undefined
    case 'absent':
      return found === undefined
    default:
      return trait satisfies never
  }
}
