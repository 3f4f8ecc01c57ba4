import { ENVELOPE_WORDS, WEAK_MAPS } from './field-containers.ts'
import { type Candidate, type FieldContext, isClientFault } from './field-context.ts'
import { evidenceOf, isEnvelope, readRules, readTree } from './field-tree.ts'
import { isList, isRecord, member, membersOf } from './members.ts'

/** A map from fields to what is wrong with them. */
export function readMap(value: unknown, spelling: string, context: FieldContext): Candidate | null {
  if (!isRecord(value) || (isEnvelope(value, ENVELOPE_WORDS) && !isOpenMap(value, spelling, context))) return null
  const evidence = evidenceOf(value)
  if (evidence === 'none') return null
  if (evidence === 'words' && !SURE_MAPS.has(spelling)) return null
  if (WEAK_MAPS.has(spelling) && (holdsContainer(value) || !mayBeWeak(evidence, context))) return null
  const fields = spelling === 'validationmessages' ? readRules(value) : readTree(value)
  return fields.length === 0
    ? null
    : { fields, located: fields.some(field => field.path.length > 0) || evidence === 'strong' }
}

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
  return [
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
  ].some(key => {
    const inner = member(value, key)
    return isRecord(inner) || (isList(inner) && isRecord(inner[0]))
  })
}

/** `errors: { message: "too short" }` beside a message: there the fields only have unlucky names. */
function isOpenMap(value: Readonly<Record<string, unknown>>, spelling: string, context: FieldContext): boolean {
  if (membersOf(value).names.some(name => typeof value[name] === 'object' || name.startsWith('_'))) return true
  return (
    !WEAK_MAPS.has(spelling) &&
    context.wording !== null &&
    context.wording !== member(value, 'message') &&
    context.wording !== member(value, 'detail')
  )
}

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
