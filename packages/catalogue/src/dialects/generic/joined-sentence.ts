import { parsePath } from './field-path.ts'
import { type FoundField, MAX_FIELDS } from './found-field.ts'

/** Longer lists of sentences are not taken apart. */
const MAX_TEXT = 8192

const MONGOOSE = /^[A-Z]\w{0,60} validation failed: (?=[A-Za-z_$][\w$.]{0,200}: )/

/** Mongoose: ``Loan validation failed: isbn: Path `isbn` is required., days: …``. */
export function mongooseSentence(text: string): readonly FoundField[] {
  const head = MONGOOSE.exec(text)?.[0]
  if (head === undefined) return []
  return text
    .slice(head.length, MAX_TEXT)
    .split(/, (?=[A-Za-z_$][\w$.]{0,200}: )/)
    .slice(0, MAX_FIELDS)
    .map(part => {
      const colon = part.indexOf(': ')
      return { scope: null, path: parsePath(part.slice(0, colon)), code: null, message: part.slice(colon + 2) }
    })
}

const AT_PLACE = /^(\S.*?) at "([^"]{1,200})"$/

/** zod-validation-error: `Validation error: Required at "isbn"; Invalid url at "links[0]"`. */
export function placedSentence(text: string): readonly FoundField[] {
  const head = /^Validation error: /.exec(text)?.[0]
  if (head === undefined || !text.includes(' at "')) return []
  return text
    .slice(head.length, MAX_TEXT)
    .split('; ')
    .slice(0, MAX_FIELDS)
    .map(part => {
      const [, message = part, place = ''] = AT_PLACE.exec(part) ?? []
      return { scope: null, path: parsePath(place), code: null, message }
    })
}

// The root of `errorsText()`, with what Ajv says about it: a sentence about some data begins otherwise.
const DATA =
  /^data(?:(?:\/|\.|\[)\S{1,300} (?:must|should) | (?:must|should) (?:have required property |NOT have (?:additional|unevaluated|fewer|more) ))/
const NEXT_DATA = /, (?=data(?:(?:\/|\.|\[)\S{1,300})? (?:must|should) )/

/** Ajv's `errorsText()`: `data must have required property 'isbn', data/days must be <= 30`. */
export function ajvTextSentence(text: string): readonly FoundField[] {
  if (!DATA.test(text)) return []
  return text
    .slice(0, MAX_TEXT)
    .split(NEXT_DATA)
    .slice(0, MAX_FIELDS)
    .map(part => {
      const space = part.indexOf(' ')
      const message = part.slice(space + 1)
      const missing = /^(?:must|should) have required property '\.?([^']+)'/.exec(message)?.[1]
      const path = parsePath(part.slice('data'.length, space).replace(/^\./, ''))
      return { scope: null, path: missing === undefined ? path : [...path, ...parsePath(missing)], code: null, message }
    })
}
