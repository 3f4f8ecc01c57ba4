import { messageCode } from './field-messages.ts'
import { type CommonFieldCode, FIELD_RULES } from './field-rules.ts'

/** Rules that say little by themselves: a well-known message says more. */
const VAGUE: ReadonlySet<string> = new Set(
  `invalid_type type type_mismatch too_small too_big min max minimum maximum gt gte lt lte size length len is_length
  length_validator string_length range between number_base rest_invalid_param`.split(/\s+/),
)

const CODE_OF_RULE: ReadonlyMap<string, CommonFieldCode> = new Map(
  Object.entries(FIELD_RULES).flatMap(([code, { rules }]) =>
    // The keys of the table are exactly the common codes.
    rules.map((rule): [string, CommonFieldCode] => [rule, code as CommonFieldCode]),
  ),
)

/** A dialect whose field codes are those of a v2 contract already, and stay as they are. */
const STABLE_DIALECTS: ReadonlySet<string> = new Set(['kordiam', 'contraforce'])

/**
 * The code of a field error that the catalogue's `fields` do not know: the validator's own by the table, else the rule's
 * own name in snake case, else what a well-known message says, else `invalid`.
 */
export function fieldCode(rule: string | number | null, message: string | null, dialect: string): string {
  if (typeof rule === 'string' && rule !== '' && STABLE_DIALECTS.has(dialect)) return rule
  const name = rule === null ? '' : ruleName(String(rule))
  const common = CODE_OF_RULE.get(name)
  if (common === undefined && name !== '' && !OPAQUE.test(name)) return name
  if (common !== undefined && common !== 'invalid' && !VAGUE.has(name)) return common
  return messageCode(message) ?? common ?? 'invalid'
}

/** The sentence for a field error that came without words. */
export function fieldMessage(code: string): string {
  const known = CODE_OF_RULE.get(code)
  return FIELD_RULES[known ?? 'invalid'].message
}

// Symfony names its constraints by UUID: no name that a client could read.
const OPAQUE = /^(?:urn_uuid_)?[0-9a-f]{8}(?:_[0-9a-f]{4}){3}_[0-9a-f]{12}$/

const LONGEST_NAME = 64

// A rule's name in snake case: `minLength`, `min-length` and `MIN_LENGTH` are all `min_length`.
function ruleName(rule: string): string {
  return rule
    .slice(0, LONGEST_NAME * 2)
    .replace(/\.openapi\.validation$/, '')
    .replace(/^urn:uuid:/, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toLowerCase()
    .replace(/^_|_$/g, '')
    .slice(0, LONGEST_NAME)
}
