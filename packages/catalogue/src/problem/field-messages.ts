import type { CommonFieldCode } from './field-rules.ts'

// Longer than any validator's sentence: what is longer is somebody's prose.
const LONGEST = 300

const NUMBER = '-?\\d+(?:[.,]\\d+)?'
const UNIT = '(?:characters?|character\\(s\\)|chars?|letters|bytes)'
const LONG = '(?: long| in length)?'
const NOT = '(?:not|n.t)'
const AT_LEAST = 'at least|(?:longer|greater|more) than or equal to|(?<!no |not be )more than|greater than|>=?'
const AT_MOST = 'at most|no more than|(?:shorter|less|fewer) than or equal to|fewer than|less than|<=?'
const ITEMS = '(?:items?|item\\(s\\)|elements?|element\\(s\\)|entries|values)'

/** Well-known endings of validators' messages, the narrow ones first; each is linear and tried on a bounded text. */
const FORMS: readonly (readonly [CommonFieldCode, RegExp])[] = [
  // Django REST says "A valid integer is required." of a word: it came, and is none.
  ['invalid_type', /(?:^|\s)(?:not a valid|a valid) (?:string|integer|number|boolean|list)(?: is required)?$/],
  [
    'required',
    /^(?:required|missing|field required|required (?:field|value)|value required|null value|must be present)$/,
  ],
  [
    'required',
    /(?:^|\s)(?:is|are|was|were) (?:a )?(?:required|missing|mandatory)(?: (?:field|property|parameter|here|and .{1,60}))?$/,
  ],
  [
    'required',
    /(?:^|\s)(?:(?:must|should|may|can|could) not|(?:must|should|could)n['’]t|can['’]t|cannot) be (?:blank|empty|null|undefined|nil|none|left blank|an empty string)(?: or (?:blank|empty|null|undefined))?$/,
  ],
  ['required', /(?:^|\s)should not be (?:empty|null or undefined)$/],
  ['required', /^must have required property /],
  ['required', /(?:^|\s)must be present$/],
  ['required', /^should be defined, instead was `undefined`$/],
  ['required', /(?:^|\s)(?:expected \w+, )?received (?:undefined|null)$/],
  [
    'required',
    /^(?:missing|you must (?:specify|provide|enter|supply)) (?:the |a |an )?(?:required )?(?:data|field|property|parameter|value)\b/,
  ],
  [
    'required',
    /(?:^|\s)(?:é obrigatóri[oa]|es obligatori[oa]|est obligatoire|ist erforderlich|campo obrigatório|campo obligatorio|ne doit pas être vide)$/,
  ],
  ['unknown_field', /^must not have (?:additional|unevaluated) properties/],
  ['unknown_field', /^unrecognized key/],
  ['unknown_field', /^invalid key: expected never\b/],
  ['unknown_field', /^(?:unknown|unexpected|unrecognized) (?:field|key|property|parameter|argument)\b/],
  ['unknown_field', /^property .{1,120} should not exist$/],
  ['unknown_field', /^extra (?:inputs|fields) (?:are )?not permitted$/],
  ['duplicate', /(?:^|\s)(?:has|have) already been taken$/],
  ['duplicate', /(?:^|\s)(?:is )?already (?:taken|in use|being used|exists|registered|used)$/],
  ['duplicate', /(?:^|\s)(?:must|should) be unique$/],
  ['duplicate', /^must not have duplicate items/],
  [
    'invalid_choice',
    /(?:^|\s)(?:must be|is not|should be|should be equal to|must be equal to|expected) one of(?: the)?\b/,
  ],
  ['invalid_choice', /(?:^|\s)is not a valid (?:choice|enum value)\b/],
  ['invalid_choice', /(?:^|\s)is not included in the list$/],
  ['invalid_choice', /^(?:invalid enum value|invalid option)\b/],
  ['invalid_choice', /^the selected .{1,80} is invalid$/],
  ['wrong_length', new RegExp(`(?:between|from) ${NUMBER} (?:and|to) ${NUMBER} ${UNIT}(?: long)?$`)],
  ['wrong_length', /^invalid length: expected \S+ but received\b/],
  ['wrong_length', new RegExp(`(?:size|length) must be between ${NUMBER} and ${NUMBER}$`)],
  [
    'wrong_length',
    new RegExp(
      `(?:wrong length|exactly ${NUMBER} ${UNIT}|should be ${NUMBER} ${UNIT}|length must be ${NUMBER} ${UNIT} long)`,
    ),
  ],
  [
    'too_long',
    new RegExp(`${NOT} (?:have|be|contain|exceed) ?(?:more than|longer than|greater than)? ?${NUMBER} ${UNIT}${LONG}$`),
  ],
  [
    'too_short',
    new RegExp(`${NOT} (?:have|be|contain) (?:fewer than|shorter than|less than) ${NUMBER} ${UNIT}${LONG}$`),
  ],
  ['too_short', new RegExp(`(?:${AT_LEAST}|longer than|minimum of|minimum is) ?${NUMBER} ${UNIT}${LONG}$`)],
  ['too_short', /(?:^|\s)too short(?: \(minimum is \d+ characters?\))?$/],
  ['too_long', new RegExp(`(?:${AT_MOST}|shorter than|maximum of|maximum is|up to) ?${NUMBER} ${UNIT}${LONG}$`)],
  ['too_long', /(?:^|\s)too long(?: \(maximum is \d+ characters?\))?$/],
  ['too_many', new RegExp(`${NOT} (?:have|contain) more than ${NUMBER} ${ITEMS}$`)],
  ['too_few', new RegExp(`${NOT} (?:have|contain) (?:fewer|less) than ${NUMBER} ${ITEMS}$`)],
  ['too_few', new RegExp(`(?:${AT_LEAST}) ?${NUMBER} ${ITEMS}$`)],
  ['too_many', new RegExp(`(?:${AT_MOST}) ?${NUMBER} ${ITEMS}$`)],
  [
    'range',
    new RegExp(
      `(?:must|should|has to|is not) (?:be )?(?:in the range |within )?(?:between|from) ${NUMBER}(?: \\(inclusive\\))? (?:and|to) ${NUMBER}(?: \\(inclusive\\))?$`,
    ),
  ],
  [
    'too_small',
    new RegExp(
      `(?:must|should|has to|to|is|value) (?:be )?(?:>=?|greater than(?: or equal to)?|at least|more than|larger than|no less than) ?${NUMBER}$`,
    ),
  ],
  ['too_small', new RegExp(`(?:must|should)(?: not|n't) be (?:less than|lower than|smaller than|below) ${NUMBER}$`)],
  ['too_small', new RegExp(`(?:min(?:imum)? value is|to be >=?) ?${NUMBER}$`)],
  ['too_small', /(?:^|\s)(?:must|should) be (?:a )?positive(?: number)?$/],
  [
    'too_big',
    new RegExp(
      `(?:must|should|has to|to|is|value) (?:be )?(?:<=?|less than(?: or equal to)?|at most|lower than|smaller than|no more than) ?${NUMBER}$`,
    ),
  ],
  ['too_big', new RegExp(`(?:must|should)(?: not|n't) be (?:greater than|more than|larger than|above) ${NUMBER}$`)],
  ['too_big', new RegExp(`(?:max(?:imum)? value is|to be <=?) ?${NUMBER}$`)],
  ['not_multiple', new RegExp(`(?:must|should) be (?:a )?(?:multiple of|divisible by) ${NUMBER}$`)],
  ['invalid_format', /^must match (?:format|pattern) "/],
  ['invalid_format', /(?:^|\s)does not match (?:the )?(?:regex|regular expression|pattern|format)\b/],
  ['invalid_format', /^invalid (?:email|url|uuid|ip|iso date|date|time): received\b/],
  ['invalid_format', /(?:^|\s)e-?mail(?: address)? (?:must be valid|does not contain a valid address)$/],
  [
    'invalid_format',
    /(?:^|\s)(?:valid|invalid|well-formed) (?:e-?mail|email address|e-mail address|url|uri|uuid|guid|date|datetime|ip address|phone number)(?: address| format| string)?$/,
  ],
  ['invalid_format', /(?:^|\s)must be an email$/],
  ['invalid_type', /^must be (?:a |an )?(?:string|number|integer|boolean|array|object|null)$/],
  [
    'invalid_type',
    /(?:^|\s)must be (?:a |an )(?:string|number|integer|integer number|boolean|boolean value|array|object)$/,
  ],
  ['invalid_type', /^input should be a valid (?:string|integer|number|boolean|list|dictionary)\b/],
  ['invalid_type', /(?:^|\s)expected [a-z]+,? (?:but )?received [a-z]+$/],
  ['invalid_type', /^invalid type: expected \S+ but received\b/],
  ['invalid_type', /^json: cannot unmarshal \w+ into go (?:struct field|value)\b/],
  ['invalid_type', /^the json value could not be converted\b/],
  ['invalid_json', /(?:^|\s)(?:json decode error|(?:invalid|malformed) json)$/],
]

/** The code that a well-known message stands for, or `null` where it is not sure. */
export function messageCode(message: string | null): CommonFieldCode | null {
  if (message === null || message.length > LONGEST) return null
  const text = message
    .trim()
    .replace(/[.!]+$/, '')
    .toLowerCase()
  return FORMS.find(([, form]) => form.test(text))?.[0] ?? null
}
