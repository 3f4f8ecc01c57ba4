import type { LegacyScope } from '../../legacy-error.ts'
import { fieldLines, prettyLines, pydanticLines } from './field-lines.ts'
import { parsePath } from './field-path.ts'
import { type FoundField, MAX_FIELDS } from './found-field.ts'
import { ajvTextSentence, mongooseSentence, placedSentence } from './joined-sentence.ts'
import { scopeOf } from './scope-words.ts'

/** Field errors that exist only inside a sentence. Each notation answers with none where its signature is missing. */
export type SentenceNotation = (text: string) => readonly FoundField[]

/** Longer lists of sentences are not taken apart: every notation here is linear, and cheap below this. */
const MAX_SENTENCES = 8192

/** Fastify and express-openapi-validator: `body/items/1/qty must be >= 1, querystring/limit must be integer`. */
function ajvSentence(text: string): readonly FoundField[] {
  const bounded = text.slice(0, MAX_SENTENCES)
  if (!AJV_START.test(bounded)) return []
  return bounded.split(AJV_NEXT).slice(0, MAX_FIELDS).map(ajvPart)
}

const AJV_PLACE = '(?:request/)?(?:body|querystring|query|params|headers|cookies)'
const AJV_START = new RegExp(
  `^${AJV_PLACE}(?:/|(?:[.[]\\S{1,300})? (?:must|should|Invalid|Required|Expected|Unrecognized|Too) )`,
)
/** Messages hold commas too: only what starts with a place is the next one. */
const AJV_NEXT = new RegExp(`, (?=${AJV_PLACE}(?:/| must| should|[.[]\\S{1,300} (?:must|should)))`)

function ajvPart(part: string): FoundField {
  const space = part.indexOf(' ')
  const head = (space < 0 ? part : part.slice(0, space)).replace(/^request\//, '')
  const message = space < 0 ? '' : part.slice(space + 1)
  const [place = ''] = head.split(/[/.[]/, 1)
  const rest = head.slice(place.length)
  const path = parsePath(rest.startsWith('/') ? rest : rest.replace(/^\./, ''))
  const missing = /^(?:must|should) have required property '([^']+)'/.exec(message)?.[1]
  return {
    scope: scopeOf(place),
    path: missing === undefined ? path : [...path, ...parsePath(missing.replace(/^\./, ''))],
    code: null,
    message: message || null,
  }
}

/** Joi, celebrate and hapi: `"email" must be a valid email. "items[0].qty" is required`. */
function joiSentence(text: string): readonly FoundField[] {
  const bounded = text.slice(0, MAX_SENTENCES)
  if (
    !/^"[^"\s%]{1,200}" (?:must|is|length|contains|does|has|with|not(?! found)|should|failed|cannot|missing|exceeds|conflict)/.test(
      bounded,
    )
  )
    return []
  return bounded
    .split(/(?:\.|,| and) (?="[^"\s]{1,200}" )/)
    .slice(0, MAX_FIELDS)
    .map(message => ({ scope: null, path: parsePath(/^"([^"]+)"/.exec(message)?.[1] ?? ''), code: null, message }))
}

/** go-playground/validator in Gin: `Key: 'In.Items[1].Qty' Error:Field validation for 'Qty' failed on the 'min' tag`. */
function goValidatorSentence(text: string): readonly FoundField[] {
  if (!text.includes("Key: '")) return []
  const pattern =
    /Key: '([^'\n]{1,300})' Error:(Field validation for '[^'\n]{1,200}' failed on the '([^'\n]{1,100})' tag)/g
  return [...text.slice(0, MAX_SENTENCES).matchAll(pattern)].map(([, key = '', message = '', tag = '']) => ({
    scope: null,
    path: parsePath(key.includes('.') ? key.slice(key.indexOf('.') + 1) : key),
    code: tag,
    message,
  }))
}

/** A text that names the server's own types, or repeats the input: its fields are for clients, it is not. */
export function isProgrammersDump(text: string): boolean {
  if (DRAWN_TREE.test(text)) return true
  return goValidatorSentence(text).length > 0 || goJsonSentence(text).length > 0 || pydanticLines(text).length > 0
}

/** Effect draws the schema's type and the way to what is wrong with it. */
const DRAWN_TREE = /\n {0,40}[└├]─ /

/** encoding/json: `json: cannot unmarshal number into Go struct field In.email of type string`. */
function goJsonSentence(text: string): readonly FoundField[] {
  const found = /^json: cannot unmarshal (\w+) into Go struct field ([\w.]{1,300}) of type ([\w.[\]*]{1,100})/.exec(
    text,
  )
  if (found === null) return []
  const name = found[2] ?? ''
  return [
    {
      scope: null,
      path: parsePath(name.slice(name.indexOf('.') + 1)),
      code: null,
      message: `must be ${article(found[3] ?? '')}`,
    },
  ]
}

function article(type: string): string {
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`
}

/** go-openapi: `isbn in body is required`, one on each line. */
function placeSentence(text: string): readonly FoundField[] {
  const lines = text.slice(0, MAX_SENTENCES).split('\n')
  const found: FoundField[] = []
  for (const line of lines.slice(0, MAX_FIELDS)) {
    const part = PLACE_SENTENCE.exec(line)
    const message = part?.[3]
    if (message !== undefined)
      found.push({ scope: scopeOf(part?.[2]), path: parsePath(part?.[1] ?? ''), code: null, message })
    else if (!/:\s*$/.test(line) && line.trim() !== '') return []
  }
  return found
}

const PLACE_SENTENCE =
  /^\s{0,4}([\w$][\w$.[\]-]{0,200}) in (body|query|path|header|formData|cookie) ((?:is|must|should|has|cannot|shouldn't|can't)\b.{0,1000})$/

/** Slack: `[ERROR] missing required field: view [json-pointer:/view]`. */
function jsonPointerSentence(text: string): readonly FoundField[] {
  const found = /^(?:\[\w+\] )?(.{1,500}?) \[json-pointer:([^\]]{0,300})\]$/.exec(text.slice(0, 1000))
  return found === null ? [] : [{ scope: null, path: parsePath(found[2] ?? ''), code: null, message: found[1] ?? null }]
}

/** What a message about a field goes on with, once it has named the field. */
const VERBS =
  "must|should|is|are|was|has|have|does|do|can|cannot|can't|may|needs|need|failed|length|contains|exceeds|required|not|missing|too|value|cannot|needs|expected"

/** Words that start sentences which are about no field. */
const NO_FIELDS = new Set(
  'this that there it you your we the a an no not request response access user account something someone invalid unknown missing both either one all any each please only could'.split(
    ' ',
  ),
)

const NAMED = new RegExp(
  `^(?:nested property |property |each value in (?:nested property )?|field |(query param|path param|header|form field|cookie|query parameter|path parameter) )?['"\`]?([A-Za-z_$][\\w$-]*(?:(?:\\.[\\w$-]+)|(?:\\[\\w*\\]))*)['"\`]? (?:${VERBS})\\b`,
)

/** class-validator, Yup, Bean Validation: `items.1.qty must not be less than 1`. */
function namedSentence(text: string): readonly FoundField[] {
  const found = NAMED.exec(text.slice(0, 1000))
  const name = found?.[2]
  if (
    found === null ||
    name === undefined ||
    !isFieldName(name, found[1] !== undefined || /^(?:property|each|nested|field) /.test(text))
  )
    return []
  return [{ scope: placeOf(found[1]), path: parsePath(name), code: null, message: text }]
}

function isFieldName(name: string, introduced: boolean): boolean {
  if (introduced) return true
  return /^[a-z_$]/.test(name) && !NO_FIELDS.has(name)
}

function placeOf(word: string | undefined): LegacyScope | null {
  if (word === undefined) return null
  if (word.startsWith('query')) return 'query'
  if (word.startsWith('path')) return 'path'
  return word === 'header' || word === 'cookie' ? word : 'body'
}

/** Okta, Micronaut: `login: An object with this field already exists`. */
function colonSentence(text: string): readonly FoundField[] {
  const found = /^([a-z_$][\w$]{0,60}(?:\.[\w$]{1,60}|\[\w{0,20}\]){0,20}): (\S.*)$/s.exec(text.slice(0, 2000))
  const name = found?.[1]
  if (
    found === null ||
    name === undefined ||
    NO_FIELDS.has(name) ||
    /^(?:error|warning|json|http|https|pq|sql)$/.test(name)
  )
    return []
  return [{ scope: null, path: parsePath(name), code: null, message: found[2] ?? null }]
}

/** What a library writes when its error is asked for a text; most sentences show at once that they are none. */
function dumped(text: string): readonly FoundField[] {
  return MAY_BE_DUMP.test(text) ? fieldsInSentence(text, DUMPS) : []
}

const MAY_BE_DUMP = /\n| failed: |^Validation error: |^data[/.[ ]/
const DUMPS: readonly SentenceNotation[] = [
  mongooseSentence,
  placedSentence,
  ajvTextSentence,
  prettyLines,
  pydanticLines,
  fieldLines,
]

/** The notations that are safe in a message of their own: each has a signature that no other sentence has. */
export const MESSAGE_NOTATIONS: readonly SentenceNotation[] = [
  ajvSentence,
  joiSentence,
  goValidatorSentence,
  goJsonSentence,
  placeSentence,
  dumped,
]

/** The notations for the items of a list of sentences. */
export const ITEM_NOTATIONS: readonly SentenceNotation[] = [
  ajvSentence,
  goValidatorSentence,
  placeSentence,
  joiSentence,
  jsonPointerSentence,
  namedSentence,
  colonSentence,
]

/** The fields of the first notation that knows the text. */
export function fieldsInSentence(text: string, notations: readonly SentenceNotation[]): readonly FoundField[] {
  for (const notation of notations) {
    const fields = notation(text)
    if (fields.length > 0) return fields
  }
  return []
}
