import { ENVELOPE_WORDS, WEAK_MAPS } from './field-containers.ts'
import { type Candidate, type FieldContext, isClientFault } from './field-context.ts'
import { holdsFieldList } from './field-holder.ts'
import { evidenceOf, isEnvelope, readRules, readTree } from './field-tree.ts'
import { isByLanguage } from './find-message.ts'
import { isFragmentMap } from './fragment-map.ts'
import { isList, isRecord, member, membersOf, spell } from './members.ts'

/** A map from fields to what is wrong with them. */
export function readMap(value: unknown, spelling: string, context: FieldContext): Candidate | null {
  if (!isRecord(value) || (isEnvelope(value, ENVELOPE_WORDS) && !isOpenMap(value, spelling, context))) return null
  if (spelling === 'messages' && 'en' in value && isByLanguage(value)) return null
  if (holdsFieldList(value) || isErrorItself(value, spelling, context)) return null
  const evidence = evidenceOf(value)
  if (evidence === 'none') return null
  if (evidence === 'words' && !SURE_MAPS.has(spelling)) return null
  if (WEAK_MAPS.has(spelling) && (holdsContainer(value) || !mayBeWeak(evidence, context))) return null
  const fields = spelling === 'validationmessages' ? readRules(value) : readTree(value)
  return fields.length === 0
    ? null
    : { fields, located: fields.some(field => field.path.length > 0) || evidence === 'strong' }
}

/** `errors: { error: [...] }`, or an object that holds the message of the error: what it is about are no fields. */
function isErrorItself(value: Readonly<Record<string, unknown>>, spelling: string, context: FieldContext): boolean {
  const { names } = membersOf(value)
  const only = names.length === 1 ? value[names[0] ?? ''] : undefined
  if (isList(only) && isRecord(only[0]) && spell(names[0] ?? '') === 'error') return true
  if (isList(only) && spelling === 'meta' && spell(names[0] ?? '') === 'errors') return true
  if (isRecord(only) && context.wording !== null && WORDS.has(spell(names[0] ?? '')))
    return Object.values(only).includes(context.wording)
  const isSaid = context.wording !== null && names.some(name => value[name] === context.wording)
  if (isSaid && isEnvelope(value, ENVELOPE_WORDS) && !isFragmentMap(value)) return true
  if (!WEAK_MAPS.has(spelling)) return false
  return isSaid || names.some(name => ADVICE.test(spell(name)))
}

const WORDS = new Set(['error', 'err', 'msg', 'message', 'fault'])

/** What an error says about the way on. */
const ADVICE = /^(?:hint|help|suggest|solution|action|next|how|docs?$|link)/

const SURE_MAPS = new Set([
  'errors',
  'fielderrors',
  'modelstate',
  'validationerrors',
  'invalidfields',
  'invalidparams',
  'violations',
])

/** `details: { errors: [...] }`: what holds the fields is one level deeper. */
function holdsContainer(value: unknown): boolean {
  const { names, value: map } = membersOf(value)
  return (
    [
      'errors',
      'fielderrors',
      'issues',
      'violations',
      'causes',
      'fieldviolations',
      'validationerrors',
      'invalidparams',
      'detail',
      'error',
      'fields',
    ].some(key => {
      const inner = member(value, key)
      return (isRecord(inner) && key !== 'fields') || (isList(inner) && isRecord(inner[0]))
    }) || names.some(name => LISTING.test(name) && isList(map[name]) && isRecord(map[name][0]))
  )
}

/** A list of a kind of things, `issue_codes: [{ code, message }]`: no field is called so. */
const LISTING = /(?:errors|issues|codes|violations|failures|reasons|messages)$/i

/** `errors: { message: "too short" }` beside a message: there the fields only have unlucky names. */
function isOpenMap(value: Readonly<Record<string, unknown>>, spelling: string, context: FieldContext): boolean {
  const { names } = membersOf(value)
  if (names.some(name => typeof value[name] === 'object' || name.startsWith('_')) || isFragmentMap(value)) return true
  if (SURE_MAPS.has(spelling) && !names.some(name => TELLING.test(spell(name))))
    return evidenceOf(value) === 'sentences'
  return (
    !WEAK_MAPS.has(spelling) &&
    context.wording !== null &&
    context.wording !== member(value, 'message') &&
    context.wording !== member(value, 'detail')
  )
}

/** Words of an error that no input has as its field: a `name`, a `url` and a `version` are fields as well. */
const TELLING =
  /messag|msg|error|code|detail|descr|reason|type|status|exception|cause|fault|title|text|summary|explanation|hint|help/

/** `details` and `data` hold fields for one code and plain context for the next. */
function mayBeWeak(evidence: string, context: FieldContext): boolean {
  if (evidence === 'strong') return isClientFault(context.status)
  if (evidence !== 'sentences' || !isClientFault(context.status)) return false
  if (context.wording === null || isValidation(context.code)) return true
  return context.status !== 409 && isValidation(context.wording)
}

function isValidation(text: string | number | null): boolean {
  return (
    typeof text === 'string' &&
    /valid|param|argument|field|input|schema|constraint|unprocess|missing|required|incorrect|malformed|bad.?request/i.test(
      text,
    )
  )
}
