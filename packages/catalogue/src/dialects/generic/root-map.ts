import { ENVELOPE_WORDS, LISTS, MAPS, WEAK_MAPS } from './field-containers.ts'
import { type FieldContext, isClientFault } from './field-context.ts'
import { holdsFieldList, holdsPlaces } from './field-holder.ts'
import { namesField } from './field-item.ts'
import { evidenceOf, readTree } from './field-tree.ts'
import type { FoundField } from './found-field.ts'
import { isList, isRecord, membersOf, spell } from './members.ts'
import { isSentence } from './texts.ts'

/** A map from fields to sentences and nothing else (a handler of Spring): no member is the sentence of the error. */
export function isBareMap(value: unknown, status: number): boolean {
  if (!isRecord(value) || !isClientFault(status)) return false
  const { names } = membersOf(value)
  if (names.some(name => typeof value[name] !== 'string' || TEXT_KEY.test(name))) return false
  return names.every(name => isSentence(String(value[name]))) && names.some(name => !ENVELOPE_WORDS.has(spell(name)))
}

/** Names of the sentence of an error, in any language that we know of: no field is called so. */
const TEXT_KEY =
  /messag|mensa|error|erro|fehler|reason|msg|fault|meldung|nachricht|detail|cause|description|status|code|exception|hint|url|link|text|response|summary|^title$/i

/** The object itself as a map: Rails, Django REST, Zod's `format`. */
export function rootMap(layer: unknown, layers: readonly unknown[], context: FieldContext): readonly FoundField[] {
  if (!isRecord(layer) || !isClientFault(context.status)) return []
  const map: [string, unknown][] = []
  for (const name of membersOf(layer).names) {
    const value = layer[name]
    const isWord = ENVELOPE_WORDS.has(spell(name))
    if (layers.includes(value)) continue
    const one = evidenceOf({ [name]: value })
    if (
      one === 'strong' &&
      !NEVER_FIELDS.has(spell(name)) &&
      !isListOfFields(value) &&
      !holdsFieldList(value) &&
      !holdsPlaces(value)
    )
      map.push([name, value])
    else if (!isWord && one === 'sentences' && context.wording === null && !isList(value)) map.push([name, value])
    else if (!isWord) return []
    else if (typeof value === 'string' && context.wording !== null && isTextKey(name)) return []
  }
  return readTree(Object.fromEntries(map))
}

/** A map of nothing but fields, some of which have the name of a container (`meta` beside `title`): Django REST. */
export function isWholeMap(value: unknown, context: FieldContext): boolean {
  if (!isRecord(value) || context.wording !== null || !isClientFault(context.status)) return false
  const { names } = membersOf(value)
  const spelled = names.map(spell)
  if (!spelled.some(name => WEAK_MAPS.has(name)) || !spelled.some(name => !isContainer(name))) return false
  return spelled.every(name => WEAK_MAPS.has(name) || !isContainer(name)) && evidenceOf(value) === 'strong'
}

function isContainer(name: string): boolean {
  return ENVELOPE_WORDS.has(name) || NEVER_FIELDS.has(name) || LISTS.includes(name) || MAPS.includes(name)
}

/** Items that name their fields themselves are no errors of the member that holds them. */
function isListOfFields(value: unknown): boolean {
  return isList(value) && isRecord(value[0]) && namesField(value[0]) && !('msg' in value[0])
}

function isTextKey(name: string): boolean {
  return ['message', 'msg', 'error', 'code', 'description'].includes(spell(name))
}

const NEVER_FIELDS = new Set([
  'fehler',
  'erreur',
  'erro',
  'errore',
  'fault',
  'err',
  'exception',
  'detail',
  'error',
  'errors',
  'message',
  'messages',
  'stack',
  'trace',
  'links',
  'warnings',
  'errormessages',
  'reasons',
  'problems',
  'failures',
  'stacktrace',
  'results',
  'meta',
])
